import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { waitingPeriodCodes } from "../../app/domain/calendar/waiting-period.rule";
import { coverageLines } from "../../app/domain/coverage-line";
import { benefitApplicationStates } from "../../app/domain/enrollment/benefit-application-state";
import { choiceKinds } from "../../app/domain/enrollment/coverage-choice.rule";
import { choiceModels } from "../../app/domain/exchange-profile/exchange-profile";
import { relationships } from "../../app/domain/household/relationship";
import { calendarDay, centsColumn, checkedJson, instant, wordOf } from "./columns";
import { storedAverages, storedScheme } from "./stored-contribution";

/** Benefit application: one plan year of one business (see docs/glossary.md). */
export const benefitApplications = pgTable(
  "benefit_applications",
  {
    employerId: uuid("employer_id").notNull(),
    applicationId: uuid("application_id").notNull(),
    state: wordOf("state", benefitApplicationStates).notNull().default("draft"),
    startOn: calendarDay("start_on").notNull(),
    endOn: calendarDay("end_on").notNull(),
    openEnrollmentStartsOn: calendarDay("open_enrollment_starts_on").notNull(),
    openEnrollmentEndsOn: calendarDay("open_enrollment_ends_on").notNull(),
    submitByOn: calendarDay("submit_by_on").notNull(),
    waitingPeriod: wordOf("waiting_period", waitingPeriodCodes).notNull(),
    offersDependents: boolean("offers_dependents").notNull().default(true),
    /** Rates are locked for the plan year: the catalog version and area in force when the offer was saved. */
    catalogVersionId: bigint("catalog_version_id", { mode: "number" }),
    ratingArea: text("rating_area"),
    publishedAt: instant("published_at"),
    submittedAt: instant("submitted_at"),
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.employerId, t.applicationId] }),
    uniqueIndex("benefit_applications_live")
      .on(t.employerId, t.startOn)
      .where(sql`state not in ('canceled', 'ineligible')`),
  ],
);

/** What the business offers in one line of coverage: which plans, the reference plan and the shares. */
export const benefitOffers = pgTable(
  "benefit_offers",
  {
    employerId: uuid("employer_id").notNull(),
    applicationId: uuid("application_id").notNull(),
    line: wordOf("line", coverageLines).notNull(),
    choiceModel: wordOf("choice_model", choiceModels).notNull(),
    /** Set when the model is metal-level. */
    metalLevel: text("metal_level"),
    /** Set when the model is single-issuer: five-digit HIOS issuer id. */
    issuerId: text("issuer_id"),
    /** Fourteen-character HIOS plan id. */
    referencePlanId: text("reference_plan_id").notNull(),
    /** How the business pays, with the figures. */
    contributionScheme: checkedJson("contribution_scheme", storedScheme).notNull(),
    /** Fixed when an offer that rests on the group's averages is published. */
    contributionAverages: checkedJson("contribution_averages", storedAverages),
    version: integer("version").notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.employerId, t.applicationId, t.line] })],
);

/** Append-only but for `supersededAt`: each signed choice or waiver of an employee in one line. */
export const elections = pgTable(
  "elections",
  {
    employerId: uuid("employer_id").notNull(),
    electionId: uuid("election_id").notNull(),
    applicationId: uuid("application_id").notNull(),
    employeeId: uuid("employee_id").notNull(),
    line: wordOf("line", coverageLines).notNull(),
    kind: wordOf("kind", choiceKinds).notNull(),
    planId: text("plan_id"),
    waiverReason: text("waiver_reason"),
    coverageStartsOn: calendarDay("coverage_starts_on"),
    totalPremiumMonthlyCents: centsColumn("total_premium_monthly_cents"),
    employerShareMonthlyCents: centsColumn("employer_share_monthly_cents"),
    signedName: text("signed_name").notNull(),
    signedAt: instant("signed_at").notNull(),
    signedOn: calendarDay("signed_on").notNull(),
    supersededAt: instant("superseded_at"),
  },
  (t) => [
    primaryKey({ columns: [t.employerId, t.electionId] }),
    uniqueIndex("elections_live")
      .on(t.employerId, t.applicationId, t.employeeId, t.line)
      .where(sql`superseded_at is null`),
  ],
);

export const electionMembers = pgTable(
  "election_members",
  {
    employerId: uuid("employer_id").notNull(),
    electionId: uuid("election_id").notNull(),
    /** The employee's or dependent's own id: stable for the person. */
    memberId: uuid("member_id").notNull(),
    relationship: wordOf("relationship", relationships).notNull(),
    ageYears: integer("age_years").notNull(),
    premiumMonthlyCents: centsColumn("premium_monthly_cents").notNull(),
    employerShareMonthlyCents: centsColumn("employer_share_monthly_cents").notNull(),
  },
  (t) => [primaryKey({ columns: [t.employerId, t.electionId, t.memberId] })],
);

/** One row for a submitted benefit application; the unique constraint makes a second submission impossible. */
export const groupSubmissions = pgTable(
  "group_submissions",
  {
    employerId: uuid("employer_id").notNull(),
    submissionId: uuid("submission_id").notNull(),
    applicationId: uuid("application_id").notNull(),
    /** Made by the form before it is sent; a retry carries the same. */
    idempotencyKey: text("idempotency_key").notNull(),
    confirmationNumber: text("confirmation_number").notNull(),
    signedName: text("signed_name").notNull(),
    signedBy: uuid("signed_by").notNull(),
    signedAt: instant("signed_at").notNull(),
    participation: jsonb("participation").$type<Record<string, unknown>>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.employerId, t.submissionId] }),
    unique("group_submissions_once").on(t.employerId, t.applicationId),
    index("group_submissions_key").on(t.employerId, t.idempotencyKey),
  ],
);

/** A design of an offer that was put aside under a name to compare it with others; nothing is offered by it. */
export const offerScenarios = pgTable(
  "offer_scenarios",
  {
    employerId: uuid("employer_id").notNull(),
    scenarioId: uuid("scenario_id").notNull(),
    line: wordOf("line", coverageLines).notNull(),
    name: text("name").notNull(),
    /** The fields of the offer's form as they are sent, so that they are read by the same schema. */
    terms: jsonb("terms").$type<Readonly<Record<string, string>>>().notNull(),
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.employerId, t.scenarioId] })],
);
