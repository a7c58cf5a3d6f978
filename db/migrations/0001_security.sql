-- Row-level security and the doors' rights. The door roles are made before migrations run, once for the server;
-- the application role's own rights are renewed after them (db/rights.ts).

create function app_employer_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.employer_id', true), '')::uuid $$;
--> statement-breakpoint
create function app_person_id() returns uuid language sql stable parallel safe
  as $$ select case when nullif(current_setting('app.employer_id', true), '') is null
            then nullif(current_setting('app.user_id', true), '')::uuid end $$;
--> statement-breakpoint

-- The employer door: every tenant table, one business at a time.
do $$
declare t text;
begin
  foreach t in array array[
    'employers', 'employer_memberships', 'eligibility_determinations', 'audit_log',
    'employees', 'dependents', 'invitations',
    'benefit_applications', 'benefit_offers', 'elections', 'election_members', 'group_submissions',
    'policies', 'enrollment_events'
  ] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy employer_door on %I using (employer_id = (select app_employer_id())) with check (employer_id = (select app_employer_id()))', t);
    execute format('create policy worker_door on %I for select to shopfront_worker using (true)', t);
    execute format('create policy operator_door on %I for select to shopfront_operator using (true)', t);
    execute format('grant select on %I to shopfront_worker, shopfront_operator', t);
  end loop;
end $$;
--> statement-breakpoint

-- Append-only: nobody may rewrite what happened.
grant usage on sequence audit_log_sequence_seq to shopfront_worker, shopfront_operator;
--> statement-breakpoint
create function refuse_rewrite() returns trigger language plpgsql as $$
begin
  raise exception 'the table % is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
create trigger audit_log_append_only before update or delete or truncate on audit_log
  for each statement execute function refuse_rewrite();
--> statement-breakpoint

-- The person door: own memberships, own employee rows and what hangs on them.
create policy person_door on employer_memberships for select using (user_id = (select app_person_id()));
--> statement-breakpoint
create policy person_asks_to_join on employer_memberships for insert
  with check (user_id = (select app_person_id()) and state = 'requested' and role = 'staff');
--> statement-breakpoint
create policy person_door on employees for select using (user_id = (select app_person_id()));
--> statement-breakpoint
create policy person_corrects on employees for update
  using (user_id = (select app_person_id())) with check (user_id = (select app_person_id()));
--> statement-breakpoint
create policy person_door on employers for select using (
  exists (select 1 from employer_memberships m where m.employer_id = employers.employer_id
          and m.user_id = (select app_person_id()) and m.state in ('requested', 'active'))
  or exists (select 1 from employees e where e.employer_id = employers.employer_id and e.user_id = (select app_person_id())));
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['benefit_applications', 'benefit_offers'] loop
    execute format($p$create policy person_door on %1$I for select using (
      exists (select 1 from employees e where e.employer_id = %1$I.employer_id and e.user_id = (select app_person_id())))$p$, t);
  end loop;
  foreach t in array array['dependents', 'invitations', 'elections', 'policies', 'enrollment_events'] loop
    execute format($p$create policy person_door on %1$I for select using (
      exists (select 1 from employees e where e.employer_id = %1$I.employer_id and e.employee_id = %1$I.employee_id
              and e.user_id = (select app_person_id())))$p$, t);
  end loop;
  foreach t in array array['dependents', 'elections'] loop
    execute format($p$create policy person_adds on %1$I for insert with check (
      exists (select 1 from employees e where e.employer_id = %1$I.employer_id and e.employee_id = %1$I.employee_id
              and e.user_id = (select app_person_id())))$p$, t);
    execute format($p$create policy person_changes on %1$I for update using (
      exists (select 1 from employees e where e.employer_id = %1$I.employer_id and e.employee_id = %1$I.employee_id
              and e.user_id = (select app_person_id())))$p$, t);
  end loop;
end $$;
--> statement-breakpoint
create policy person_door on election_members for select using (
  exists (select 1 from elections x where x.employer_id = election_members.employer_id
          and x.election_id = election_members.election_id));
--> statement-breakpoint
create policy person_adds on election_members for insert with check (
  exists (select 1 from elections x where x.employer_id = election_members.employer_id
          and x.election_id = election_members.election_id));
--> statement-breakpoint
create policy person_writes on audit_log for insert with check (
  actor_user_id = (select app_person_id())
  and exists (select 1 from employees e where e.employer_id = audit_log.employer_id and e.user_id = (select app_person_id())));
--> statement-breakpoint
alter table form_drafts enable row level security;
--> statement-breakpoint
alter table form_drafts force row level security;
--> statement-breakpoint
create policy person_door on form_drafts using (user_id = (select app_person_id())) with check (user_id = (select app_person_id()));
--> statement-breakpoint

-- The worker's door: the outbox and the files; no application session reaches them.
create policy worker_moves on enrollment_events for update to shopfront_worker using (true) with check (true);
--> statement-breakpoint
grant update on enrollment_events to shopfront_worker;
--> statement-breakpoint
create policy worker_moves on benefit_applications for update to shopfront_worker using (true) with check (true);
--> statement-breakpoint
grant update on benefit_applications to shopfront_worker;
--> statement-breakpoint
create policy worker_writes on audit_log for insert to shopfront_worker with check (actor_user_id is null);
--> statement-breakpoint
grant insert on audit_log to shopfront_worker;
--> statement-breakpoint
alter table transmissions enable row level security;
--> statement-breakpoint
alter table transmissions force row level security;
--> statement-breakpoint
create policy worker_door on transmissions to shopfront_worker using (true) with check (true);
--> statement-breakpoint
create policy operator_door on transmissions for select to shopfront_operator using (true);
--> statement-breakpoint
grant select, insert, update on transmissions to shopfront_worker;
--> statement-breakpoint
grant select (transmission_id, issuer_id, file_name, interchange_control_number, group_control_number, event_count, sha256, state, built_at, delivered_at)
  on transmissions to shopfront_operator;
--> statement-breakpoint
alter table mail_messages enable row level security;
--> statement-breakpoint
alter table mail_messages force row level security;
--> statement-breakpoint
create policy anybody_queues on mail_messages for insert with check (state = 'queued');
--> statement-breakpoint
create policy worker_door on mail_messages to shopfront_worker using (true) with check (true);
--> statement-breakpoint
grant select, insert, update on mail_messages to shopfront_worker;
--> statement-breakpoint

-- Shared tables.
grant select, insert, update on control_numbers to shopfront_worker;
--> statement-breakpoint
grant select on installation to shopfront_worker;
--> statement-breakpoint

-- Plans, prices and places are everybody's; imports write them as the owner.
grant select on catalog_versions, issuers, plans, plan_benefits, rate_sheets, service_areas, service_area_counties, networks,
  business_rules, counties, zip_counties, county_rating_areas, geo_versions to shopfront_worker, shopfront_operator;
--> statement-breakpoint
grant select on import_refusals to shopfront_operator;
--> statement-breakpoint

-- Links stay inside the tenant, or point to reference tables.
alter table employer_memberships add foreign key (employer_id) references employers;
--> statement-breakpoint
alter table eligibility_determinations add foreign key (employer_id) references employers;
--> statement-breakpoint
alter table employees add foreign key (employer_id) references employers;
--> statement-breakpoint
alter table dependents add foreign key (employer_id, employee_id) references employees;
--> statement-breakpoint
alter table benefit_applications add foreign key (employer_id) references employers;
--> statement-breakpoint
alter table benefit_offers add foreign key (employer_id, application_id) references benefit_applications;
--> statement-breakpoint
alter table invitations add foreign key (employer_id, employee_id) references employees;
--> statement-breakpoint
alter table invitations add foreign key (employer_id, application_id) references benefit_applications;
--> statement-breakpoint
alter table elections add foreign key (employer_id, employee_id) references employees;
--> statement-breakpoint
alter table elections add foreign key (employer_id, application_id) references benefit_applications;
--> statement-breakpoint
alter table election_members add foreign key (employer_id, election_id) references elections;
--> statement-breakpoint
alter table group_submissions add foreign key (employer_id, application_id) references benefit_applications;
--> statement-breakpoint
alter table policies add foreign key (employer_id, election_id) references elections;
--> statement-breakpoint
alter table enrollment_events add foreign key (employer_id, policy_id) references policies;
--> statement-breakpoint
alter table enrollment_events add foreign key (transmission_id) references transmissions;
