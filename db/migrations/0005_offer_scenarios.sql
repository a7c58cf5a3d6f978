CREATE TABLE "offer_scenarios" (
	"employer_id" uuid NOT NULL,
	"scenario_id" uuid NOT NULL,
	"line" text NOT NULL,
	"name" text NOT NULL,
	"terms" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "offer_scenarios_employer_id_scenario_id_pk" PRIMARY KEY("employer_id","scenario_id")
);
--> statement-breakpoint

-- Of one business, and nobody's but those who act for it: no other door opens these rows.
alter table offer_scenarios enable row level security;
--> statement-breakpoint
alter table offer_scenarios force row level security;
--> statement-breakpoint
create policy employer_door on offer_scenarios using (employer_id = (select app_employer_id()))
  with check (employer_id = (select app_employer_id()));
--> statement-breakpoint
alter table offer_scenarios add foreign key (employer_id) references employers;
