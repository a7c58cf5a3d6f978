CREATE TABLE "email_tokens" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "form_drafts" (
	"user_id" uuid NOT NULL,
	"form_key" text NOT NULL,
	"sealed_values" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"saved_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "form_drafts_user_id_form_key_pk" PRIMARY KEY("user_id","form_key")
);
--> statement-breakpoint
CREATE TABLE "operators" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"granted_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" varchar(255) PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"full_name" text NOT NULL,
	"password_hash" text NOT NULL,
	"email_verified_at" timestamp (3) with time zone,
	"language" text DEFAULT 'en' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "business_rules" (
	"catalog_version_id" bigint NOT NULL,
	"rule_ordinal" integer NOT NULL,
	"state_code" text NOT NULL,
	"issuer_id" text NOT NULL,
	"product_id" text,
	"plan_id" text,
	"max_dependents_two_parent" smallint,
	"max_dependents_single_parent" smallint,
	"dependent_maximum_age" smallint,
	"age_determination" text,
	"rate_determination" text,
	"minimum_tobacco_free_months" smallint,
	"domestic_partner_as_spouse" boolean,
	"cohabitation" jsonb NOT NULL,
	CONSTRAINT "business_rules_catalog_version_id_rule_ordinal_pk" PRIMARY KEY("catalog_version_id","rule_ordinal")
);
--> statement-breakpoint
CREATE TABLE "catalog_versions" (
	"catalog_version_id" bigserial PRIMARY KEY NOT NULL,
	"business_year" integer NOT NULL,
	"states" text[] NOT NULL,
	"source" text NOT NULL,
	"checksum" text NOT NULL,
	"status" text DEFAULT 'loading' NOT NULL,
	"row_counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"imported_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_refusals" (
	"import_refusal_id" bigserial PRIMARY KEY NOT NULL,
	"catalog_version_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"file" text NOT NULL,
	"line" integer,
	"column_name" text,
	"value" text,
	"reason" text NOT NULL,
	"params" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "issuers" (
	"catalog_version_id" bigint NOT NULL,
	"issuer_id" text NOT NULL,
	"state_code" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "issuers_catalog_version_id_issuer_id_state_code_pk" PRIMARY KEY("catalog_version_id","issuer_id","state_code")
);
--> statement-breakpoint
CREATE TABLE "networks" (
	"catalog_version_id" bigint NOT NULL,
	"issuer_id" text NOT NULL,
	"network_id" text NOT NULL,
	"state_code" text NOT NULL,
	"name" text NOT NULL,
	"url" text,
	CONSTRAINT "networks_catalog_version_id_issuer_id_network_id_pk" PRIMARY KEY("catalog_version_id","issuer_id","network_id")
);
--> statement-breakpoint
CREATE TABLE "plan_benefits" (
	"catalog_version_id" bigint NOT NULL,
	"variant_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"name" text NOT NULL,
	"copay_in_network" text,
	"copay_second_tier" text,
	"copay_out_of_network" text,
	"coinsurance_in_network" text,
	"coinsurance_second_tier" text,
	"coinsurance_out_of_network" text,
	"is_covered" boolean,
	"is_essential" boolean,
	"limit_quantity" text,
	"limit_unit" text,
	"exclusions" text,
	"explanation" text,
	"is_irregular" boolean NOT NULL,
	CONSTRAINT "plan_benefits_catalog_version_id_variant_id_ordinal_pk" PRIMARY KEY("catalog_version_id","variant_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"catalog_version_id" bigint NOT NULL,
	"variant_id" text NOT NULL,
	"plan_id" text NOT NULL,
	"state_code" text NOT NULL,
	"issuer_id" text NOT NULL,
	"issuer_name" text NOT NULL,
	"line" text NOT NULL,
	"market" text NOT NULL,
	"name" text NOT NULL,
	"metal_level" text NOT NULL,
	"plan_type" text NOT NULL,
	"offerable" boolean NOT NULL,
	"child_only" text NOT NULL,
	"hsa_eligible" boolean,
	"composite_rating_offered" boolean,
	"guaranteed_rate" boolean,
	"referral_required" boolean,
	"national_network" boolean,
	"actuarial_value" numeric,
	"deductible_individual_cents" bigint,
	"deductible_individual_state" text NOT NULL,
	"deductible_family_cents" bigint,
	"deductible_family_state" text NOT NULL,
	"out_of_pocket_individual_cents" bigint,
	"out_of_pocket_individual_state" text NOT NULL,
	"out_of_pocket_family_cents" bigint,
	"out_of_pocket_family_state" text NOT NULL,
	"deductible" jsonb NOT NULL,
	"out_of_pocket_maximum" jsonb NOT NULL,
	"network_id" text,
	"service_area_id" text,
	"service_area_key" integer,
	"formulary_id" text,
	"summary_of_benefits_url" text,
	"brochure_url" text,
	"formulary_url" text,
	"enrollment_payment_url" text,
	"details" jsonb NOT NULL,
	CONSTRAINT "plans_catalog_version_id_variant_id_pk" PRIMARY KEY("catalog_version_id","variant_id")
);
--> statement-breakpoint
CREATE TABLE "rate_sheets" (
	"catalog_version_id" bigint NOT NULL,
	"plan_id" text NOT NULL,
	"rating_area" integer NOT NULL,
	"effective_on" date NOT NULL,
	"expires_on" date NOT NULL,
	"band_starts" smallint[],
	"cents_by_age" integer[],
	"tobacco_cents_by_age" integer[],
	"tier_cents" jsonb,
	CONSTRAINT "rate_sheets_catalog_version_id_plan_id_rating_area_effective_on_pk" PRIMARY KEY("catalog_version_id","plan_id","rating_area","effective_on")
);
--> statement-breakpoint
CREATE TABLE "service_area_counties" (
	"catalog_version_id" bigint NOT NULL,
	"service_area_key" integer NOT NULL,
	"county_fips" text NOT NULL,
	"zips" text[],
	CONSTRAINT "service_area_counties_catalog_version_id_service_area_key_county_fips_pk" PRIMARY KEY("catalog_version_id","service_area_key","county_fips")
);
--> statement-breakpoint
CREATE TABLE "service_areas" (
	"catalog_version_id" bigint NOT NULL,
	"service_area_key" integer NOT NULL,
	"issuer_id" text NOT NULL,
	"service_area_id" text NOT NULL,
	"state_code" text NOT NULL,
	"name" text NOT NULL,
	"market" text,
	"line" text,
	"covers_entire_state" boolean NOT NULL,
	CONSTRAINT "service_areas_catalog_version_id_service_area_key_pk" PRIMARY KEY("catalog_version_id","service_area_key")
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"employer_id" uuid NOT NULL,
	"sequence" bigserial NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"actor_user_id" uuid,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"subject" text,
	"details" jsonb NOT NULL,
	CONSTRAINT "audit_log_employer_id_sequence_pk" PRIMARY KEY("employer_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "eligibility_determinations" (
	"employer_id" uuid NOT NULL,
	"determination_id" uuid NOT NULL,
	"determined_on" date NOT NULL,
	"eligible" boolean NOT NULL,
	"answers" jsonb NOT NULL,
	"findings" jsonb NOT NULL,
	"determined_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "eligibility_determinations_employer_id_determination_id_pk" PRIMARY KEY("employer_id","determination_id")
);
--> statement-breakpoint
CREATE TABLE "employer_memberships" (
	"employer_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"state" text NOT NULL,
	"full_name" text NOT NULL,
	"email" text NOT NULL,
	"requested_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" uuid,
	CONSTRAINT "employer_memberships_employer_id_user_id_pk" PRIMARY KEY("employer_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "employers" (
	"employer_id" uuid PRIMARY KEY NOT NULL,
	"legal_name" text NOT NULL,
	"dba_name" text,
	"ein" text NOT NULL,
	"entity_kind" text NOT NULL,
	"contact_email" text NOT NULL,
	"phone" text NOT NULL,
	"address_line1" text NOT NULL,
	"address_line2" text,
	"city" text NOT NULL,
	"state" text NOT NULL,
	"zip" text NOT NULL,
	"county_fips" text NOT NULL,
	"county_name" text NOT NULL,
	"exchange" text NOT NULL,
	"pay_frequency" text DEFAULT 'biweekly' NOT NULL,
	"standing" text DEFAULT 'applicant' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "enrollment_events" (
	"employer_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"policy_id" text NOT NULL,
	"version" integer NOT NULL,
	"kind" text NOT NULL,
	"issuer_id" text NOT NULL,
	"employee_id" uuid NOT NULL,
	"effective_on" date NOT NULL,
	"payload" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"state" text DEFAULT 'ready' NOT NULL,
	"problems" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"lease_token" uuid,
	"transmission_id" uuid,
	"set_control_number" bigint,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp (3) with time zone,
	CONSTRAINT "enrollment_events_employer_id_event_id_pk" PRIMARY KEY("employer_id","event_id"),
	CONSTRAINT "enrollment_events_once" UNIQUE("employer_id","policy_id","version")
);
--> statement-breakpoint
CREATE TABLE "policies" (
	"employer_id" uuid NOT NULL,
	"policy_id" text NOT NULL,
	"application_id" uuid NOT NULL,
	"employee_id" uuid NOT NULL,
	"election_id" uuid NOT NULL,
	"line" text NOT NULL,
	"issuer_id" text NOT NULL,
	"plan_id" text NOT NULL,
	"start_on" date NOT NULL,
	"end_on" date NOT NULL,
	CONSTRAINT "policies_employer_id_policy_id_pk" PRIMARY KEY("employer_id","policy_id"),
	CONSTRAINT "policies_family" UNIQUE("employer_id","application_id","employee_id","line")
);
--> statement-breakpoint
CREATE TABLE "transmissions" (
	"transmission_id" uuid PRIMARY KEY NOT NULL,
	"issuer_id" text NOT NULL,
	"file_name" text NOT NULL,
	"interchange_control_number" bigint NOT NULL,
	"group_control_number" bigint NOT NULL,
	"event_count" integer NOT NULL,
	"sealed_bytes" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	"state" text DEFAULT 'built' NOT NULL,
	"built_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"delivered_at" timestamp (3) with time zone,
	CONSTRAINT "transmissions_file_name_unique" UNIQUE("file_name"),
	CONSTRAINT "transmissions_interchange" UNIQUE("issuer_id","interchange_control_number")
);
--> statement-breakpoint
CREATE TABLE "counties" (
	"geo_version_id" bigint NOT NULL,
	"fips" text NOT NULL,
	"name" text NOT NULL,
	"state_code" text NOT NULL,
	"year_from" integer NOT NULL,
	"year_to" integer NOT NULL,
	CONSTRAINT "counties_geo_version_id_fips_pk" PRIMARY KEY("geo_version_id","fips")
);
--> statement-breakpoint
CREATE TABLE "county_rating_areas" (
	"county_rating_area_id" bigserial PRIMARY KEY NOT NULL,
	"geo_version_id" bigint NOT NULL,
	"state_code" text NOT NULL,
	"county_fips" text,
	"zip_prefix" text,
	"rating_area" integer NOT NULL,
	"source" text NOT NULL,
	"year_from" integer NOT NULL,
	"year_to" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "geo_versions" (
	"geo_version_id" bigserial PRIMARY KEY NOT NULL,
	"layout" text NOT NULL,
	"source" text NOT NULL,
	"checksum" text NOT NULL,
	"year_from" integer NOT NULL,
	"year_to" integer NOT NULL,
	"row_counts" jsonb NOT NULL,
	"imported_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "zip_counties" (
	"geo_version_id" bigint NOT NULL,
	"zip" text NOT NULL,
	"county_fips" text NOT NULL,
	"year_from" integer NOT NULL,
	"year_to" integer NOT NULL,
	CONSTRAINT "zip_counties_geo_version_id_zip_county_fips_pk" PRIMARY KEY("geo_version_id","zip","county_fips")
);
--> statement-breakpoint
CREATE TABLE "mail_messages" (
	"message_id" uuid PRIMARY KEY NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"language" text NOT NULL,
	"sealed_body" text NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"failure" text
);
--> statement-breakpoint
CREATE TABLE "benefit_applications" (
	"employer_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"start_on" date NOT NULL,
	"end_on" date NOT NULL,
	"open_enrollment_starts_on" date NOT NULL,
	"open_enrollment_ends_on" date NOT NULL,
	"submit_by_on" date NOT NULL,
	"waiting_period" text NOT NULL,
	"offers_dependents" boolean DEFAULT true NOT NULL,
	"catalog_version_id" bigint,
	"rating_area" text,
	"published_at" timestamp (3) with time zone,
	"submitted_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "benefit_applications_employer_id_application_id_pk" PRIMARY KEY("employer_id","application_id")
);
--> statement-breakpoint
CREATE TABLE "benefit_offers" (
	"employer_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"line" text NOT NULL,
	"choice_model" text NOT NULL,
	"metal_level" text,
	"issuer_id" text,
	"reference_plan_id" text NOT NULL,
	"employee_share_basis_points" integer NOT NULL,
	"dependents_share_basis_points" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "benefit_offers_employer_id_application_id_line_pk" PRIMARY KEY("employer_id","application_id","line")
);
--> statement-breakpoint
CREATE TABLE "election_members" (
	"employer_id" uuid NOT NULL,
	"election_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"relationship" text NOT NULL,
	"age_years" integer NOT NULL,
	"premium_monthly_cents" bigint NOT NULL,
	"employer_share_monthly_cents" bigint NOT NULL,
	CONSTRAINT "election_members_employer_id_election_id_member_id_pk" PRIMARY KEY("employer_id","election_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "elections" (
	"employer_id" uuid NOT NULL,
	"election_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"employee_id" uuid NOT NULL,
	"line" text NOT NULL,
	"kind" text NOT NULL,
	"plan_id" text,
	"waiver_reason" text,
	"coverage_starts_on" date,
	"total_premium_monthly_cents" bigint,
	"employer_share_monthly_cents" bigint,
	"signed_name" text NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	"signed_on" date NOT NULL,
	"superseded_at" timestamp (3) with time zone,
	CONSTRAINT "elections_employer_id_election_id_pk" PRIMARY KEY("employer_id","election_id")
);
--> statement-breakpoint
CREATE TABLE "group_submissions" (
	"employer_id" uuid NOT NULL,
	"submission_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"idempotency_key" text NOT NULL,
	"confirmation_number" text NOT NULL,
	"signed_name" text NOT NULL,
	"signed_by" uuid NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	"participation" jsonb NOT NULL,
	CONSTRAINT "group_submissions_employer_id_submission_id_pk" PRIMARY KEY("employer_id","submission_id"),
	CONSTRAINT "group_submissions_once" UNIQUE("employer_id","application_id")
);
--> statement-breakpoint
CREATE TABLE "control_numbers" (
	"issuer_id" text NOT NULL,
	"level" text NOT NULL,
	"last_number" bigint NOT NULL,
	CONSTRAINT "control_numbers_issuer_id_level_pk" PRIMARY KEY("issuer_id","level")
);
--> statement-breakpoint
CREATE TABLE "ein_registry" (
	"ein" text PRIMARY KEY NOT NULL,
	"employer_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL,
	"set_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitation_registry" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"employer_id" uuid NOT NULL,
	"invitation_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "policy_registry" (
	"policy_id" text PRIMARY KEY NOT NULL,
	"employer_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dependents" (
	"employer_id" uuid NOT NULL,
	"dependent_id" uuid NOT NULL,
	"employee_id" uuid NOT NULL,
	"relationship" text NOT NULL,
	"first_name" text NOT NULL,
	"middle_name" text,
	"last_name" text NOT NULL,
	"suffix" text,
	"born_on" date NOT NULL,
	"sex" text NOT NULL,
	"ssn_sealed" text,
	"ssn_last_four" text,
	"ssn_index" text,
	"uses_tobacco" boolean,
	"removed_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dependents_employer_id_dependent_id_pk" PRIMARY KEY("employer_id","dependent_id")
);
--> statement-breakpoint
CREATE TABLE "employees" (
	"employer_id" uuid NOT NULL,
	"employee_id" uuid NOT NULL,
	"user_id" uuid,
	"first_name" text NOT NULL,
	"middle_name" text,
	"last_name" text NOT NULL,
	"suffix" text,
	"born_on" date NOT NULL,
	"sex" text NOT NULL,
	"ssn_sealed" text,
	"ssn_last_four" text,
	"ssn_index" text,
	"uses_tobacco" boolean,
	"email" text,
	"phone" text,
	"address_line1" text,
	"address_line2" text,
	"city" text,
	"state" text,
	"zip" text,
	"county_fips" text,
	"hired_on" date NOT NULL,
	"employment_basis" text NOT NULL,
	"is_owner" boolean DEFAULT false NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"standing" text DEFAULT 'active' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "employees_employer_id_employee_id_pk" PRIMARY KEY("employer_id","employee_id")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"employer_id" uuid NOT NULL,
	"invitation_id" uuid NOT NULL,
	"employee_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"email" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"opened_at" timestamp (3) with time zone,
	"accepted_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"failed_attempts" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "invitations_employer_id_invitation_id_pk" PRIMARY KEY("employer_id","invitation_id")
);
--> statement-breakpoint
ALTER TABLE "email_tokens" ADD CONSTRAINT "email_tokens_user_id_users_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operators" ADD CONSTRAINT "operators_user_id_users_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "business_rules" ADD CONSTRAINT "business_rules_catalog_version_id_catalog_versions_catalog_version_id_fk" FOREIGN KEY ("catalog_version_id") REFERENCES "public"."catalog_versions"("catalog_version_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_refusals" ADD CONSTRAINT "import_refusals_catalog_version_id_catalog_versions_catalog_version_id_fk" FOREIGN KEY ("catalog_version_id") REFERENCES "public"."catalog_versions"("catalog_version_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issuers" ADD CONSTRAINT "issuers_catalog_version_id_catalog_versions_catalog_version_id_fk" FOREIGN KEY ("catalog_version_id") REFERENCES "public"."catalog_versions"("catalog_version_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "networks" ADD CONSTRAINT "networks_catalog_version_id_catalog_versions_catalog_version_id_fk" FOREIGN KEY ("catalog_version_id") REFERENCES "public"."catalog_versions"("catalog_version_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_benefits" ADD CONSTRAINT "plan_benefits_catalog_version_id_variant_id_plans_catalog_version_id_variant_id_fk" FOREIGN KEY ("catalog_version_id","variant_id") REFERENCES "public"."plans"("catalog_version_id","variant_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_catalog_version_id_catalog_versions_catalog_version_id_fk" FOREIGN KEY ("catalog_version_id") REFERENCES "public"."catalog_versions"("catalog_version_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_catalog_version_id_service_area_key_service_areas_catalog_version_id_service_area_key_fk" FOREIGN KEY ("catalog_version_id","service_area_key") REFERENCES "public"."service_areas"("catalog_version_id","service_area_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rate_sheets" ADD CONSTRAINT "rate_sheets_catalog_version_id_catalog_versions_catalog_version_id_fk" FOREIGN KEY ("catalog_version_id") REFERENCES "public"."catalog_versions"("catalog_version_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_area_counties" ADD CONSTRAINT "service_area_counties_catalog_version_id_service_area_key_service_areas_catalog_version_id_service_area_key_fk" FOREIGN KEY ("catalog_version_id","service_area_key") REFERENCES "public"."service_areas"("catalog_version_id","service_area_key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_areas" ADD CONSTRAINT "service_areas_catalog_version_id_catalog_versions_catalog_version_id_fk" FOREIGN KEY ("catalog_version_id") REFERENCES "public"."catalog_versions"("catalog_version_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counties" ADD CONSTRAINT "counties_geo_version_id_geo_versions_geo_version_id_fk" FOREIGN KEY ("geo_version_id") REFERENCES "public"."geo_versions"("geo_version_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "county_rating_areas" ADD CONSTRAINT "county_rating_areas_geo_version_id_geo_versions_geo_version_id_fk" FOREIGN KEY ("geo_version_id") REFERENCES "public"."geo_versions"("geo_version_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "zip_counties" ADD CONSTRAINT "zip_counties_geo_version_id_geo_versions_geo_version_id_fk" FOREIGN KEY ("geo_version_id") REFERENCES "public"."geo_versions"("geo_version_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "business_rules_issuer" ON "business_rules" USING btree ("catalog_version_id","issuer_id");--> statement-breakpoint
CREATE INDEX "catalog_versions_newest" ON "catalog_versions" USING btree ("business_year","catalog_version_id");--> statement-breakpoint
CREATE INDEX "import_refusals_version" ON "import_refusals" USING btree ("catalog_version_id","import_refusal_id");--> statement-breakpoint
CREATE INDEX "plans_offerable" ON "plans" USING btree ("catalog_version_id","line","plan_id") WHERE offerable;--> statement-breakpoint
CREATE INDEX "plans_plan" ON "plans" USING btree ("catalog_version_id","plan_id");--> statement-breakpoint
CREATE INDEX "rate_sheets_area" ON "rate_sheets" USING btree ("catalog_version_id","rating_area","effective_on");--> statement-breakpoint
CREATE INDEX "service_area_counties_county" ON "service_area_counties" USING btree ("catalog_version_id","county_fips");--> statement-breakpoint
CREATE INDEX "employer_memberships_user" ON "employer_memberships" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "enrollment_events_queue" ON "enrollment_events" USING btree ("state","issuer_id","created_at");--> statement-breakpoint
CREATE INDEX "counties_fips" ON "counties" USING btree ("fips");--> statement-breakpoint
CREATE INDEX "county_rating_areas_place" ON "county_rating_areas" USING btree ("state_code","county_fips");--> statement-breakpoint
CREATE INDEX "zip_counties_zip" ON "zip_counties" USING btree ("zip");--> statement-breakpoint
CREATE INDEX "mail_messages_created" ON "mail_messages" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "benefit_applications_live" ON "benefit_applications" USING btree ("employer_id","start_on") WHERE state not in ('canceled', 'ineligible');--> statement-breakpoint
CREATE UNIQUE INDEX "elections_live" ON "elections" USING btree ("employer_id","application_id","employee_id","line") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "group_submissions_key" ON "group_submissions" USING btree ("employer_id","idempotency_key");--> statement-breakpoint
CREATE INDEX "dependents_employee" ON "dependents" USING btree ("employer_id","employee_id");--> statement-breakpoint
CREATE UNIQUE INDEX "employees_ssn" ON "employees" USING btree ("employer_id","ssn_index") WHERE standing = 'active' and ssn_index is not null;--> statement-breakpoint
CREATE INDEX "employees_user" ON "employees" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "invitations_employee" ON "invitations" USING btree ("employer_id","employee_id");