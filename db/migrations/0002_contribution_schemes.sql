-- How a business pays stands with its offer as one checked value. Offers from before keep their meaning: a percentage of
-- the reference plan, one for the employee and one for all dependents, the same for full-time and part-time people.
ALTER TABLE "benefit_offers" ADD COLUMN "contribution_scheme" jsonb;--> statement-breakpoint
ALTER TABLE "benefit_offers" ADD COLUMN "contribution_averages" jsonb;--> statement-breakpoint
-- Runs as the owner of the table, whom row-level security leaves alone only while it is not forced.
alter table benefit_offers no force row level security;--> statement-breakpoint
update benefit_offers set contribution_scheme = jsonb_build_object('method', 'reference-plan-percent', 'shares',
  jsonb_build_object('full-time', shares.each, 'part-time', shares.each))
from (
  select employer_id, application_id, line, jsonb_build_object('employee', employee_share_basis_points,
    'spouse', dependents_share_basis_points, 'domestic-partner', dependents_share_basis_points,
    'child-under-26', dependents_share_basis_points, 'disabled-child-26-or-older', dependents_share_basis_points) as each
  from benefit_offers
) shares
where shares.employer_id = benefit_offers.employer_id and shares.application_id = benefit_offers.application_id
  and shares.line = benefit_offers.line;--> statement-breakpoint
alter table benefit_offers force row level security;--> statement-breakpoint
ALTER TABLE "benefit_offers" ALTER COLUMN "contribution_scheme" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "benefit_offers" DROP COLUMN "employee_share_basis_points";--> statement-breakpoint
ALTER TABLE "benefit_offers" DROP COLUMN "dependents_share_basis_points";--> statement-breakpoint
alter table benefit_offers add constraint benefit_offers_scheme_whole check (
  case contribution_scheme ->> 'method'
    when 'fixed-dollars' then contribution_scheme ? 'amounts'
    when 'capped-percent' then contribution_scheme ?& array['shares', 'limits']
    when 'reference-plan-percent' then contribution_scheme ? 'shares'
    when 'composite-reference-percent' then contribution_scheme ? 'shares'
    when 'chosen-plan-percent' then contribution_scheme ? 'shares'
    else false
  end);--> statement-breakpoint

-- What employees were offered stands: nothing changes an offer once its application is no draft any more.
create function keep_published_offer() returns trigger language plpgsql as $$
begin
  if exists (select from benefit_applications a where a.employer_id = old.employer_id
             and a.application_id = old.application_id and a.state <> 'draft') then
    raise exception 'a published offer does not change' using errcode = 'insufficient_privilege';
  end if;
  return coalesce(new, old);
end $$;
--> statement-breakpoint
create trigger benefit_offers_published before update or delete on benefit_offers
  for each row execute function keep_published_offer();
