CREATE TABLE "tax_credit_answers" (
	"employer_id" uuid PRIMARY KEY NOT NULL,
	"answers" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"answered_by" uuid NOT NULL,
	"answered_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
alter table tax_credit_answers add foreign key (employer_id) references employers;
--> statement-breakpoint
alter table tax_credit_answers enable row level security;
--> statement-breakpoint
alter table tax_credit_answers force row level security;
--> statement-breakpoint
create policy employer_door on tax_credit_answers
  using (employer_id = (select app_employer_id())) with check (employer_id = (select app_employer_id()));
--> statement-breakpoint
create policy worker_door on tax_credit_answers for select to shopfront_worker using (true);
--> statement-breakpoint
create policy operator_door on tax_credit_answers for select to shopfront_operator using (true);
--> statement-breakpoint
grant select on tax_credit_answers to shopfront_worker, shopfront_operator;
