import { bigserial, boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { payFrequencies } from "../../app/domain/contribution/paycheck";
import { entityKinds } from "../../app/domain/household/employment";
import { calendarDay, instant, wordOf } from "./columns";

export const employerStandings = ["applicant", "eligible", "ineligible"] as const;
export const membershipRoles = ["owner", "staff"] as const;
export const membershipStates = ["requested", "active", "refused", "closed"] as const;

/** A business. The tenant: every other tenant table leads with its id. */
export const employers = pgTable("employers", {
  employerId: uuid("employer_id").primaryKey(),
  legalName: text("legal_name").notNull(),
  dbaName: text("dba_name"),
  /** Nine digits. */
  ein: text("ein").notNull(),
  entityKind: wordOf("entity_kind", entityKinds).notNull(),
  contactEmail: text("contact_email").notNull(),
  phone: text("phone").notNull(),
  addressLine1: text("address_line1").notNull(),
  addressLine2: text("address_line2"),
  city: text("city").notNull(),
  state: text("state").notNull(),
  zip: text("zip").notNull(),
  countyFips: text("county_fips").notNull(),
  countyName: text("county_name").notNull(),
  /** Exchange profile code, chosen by state. */
  exchange: text("exchange").notNull(),
  payFrequency: wordOf("pay_frequency", payFrequencies).notNull().default("biweekly"),
  standing: wordOf("standing", employerStandings).notNull().default("applicant"),
  version: integer("version").notNull().default(1),
  createdAt: instant("created_at").notNull().defaultNow(),
});

export const employerMemberships = pgTable(
  "employer_memberships",
  {
    employerId: uuid("employer_id").notNull(),
    userId: uuid("user_id").notNull(),
    role: wordOf("role", membershipRoles).notNull(),
    state: wordOf("state", membershipStates).notNull(),
    /** Copied when the membership is made, so that lists need no look at accounts. */
    fullName: text("full_name").notNull(),
    email: text("email").notNull(),
    requestedAt: instant("requested_at").notNull().defaultNow(),
    decidedAt: instant("decided_at"),
    decidedBy: uuid("decided_by"),
  },
  (t) => [primaryKey({ columns: [t.employerId, t.userId] }), index("employer_memberships_user").on(t.userId)],
);

/** Append-only: each answer the marketplace gave about whether the business qualifies. */
export const eligibilityDeterminations = pgTable(
  "eligibility_determinations",
  {
    employerId: uuid("employer_id").notNull(),
    determinationId: uuid("determination_id").notNull(),
    determinedOn: calendarDay("determined_on").notNull(),
    eligible: boolean("eligible").notNull(),
    /** What was typed: head counts, weekly hours, attestations. */
    answers: jsonb("answers").$type<Record<string, unknown>>().notNull(),
    /** What the rule said, finding by finding. */
    findings: jsonb("findings").$type<unknown[]>().notNull(),
    determinedBy: uuid("determined_by").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.employerId, t.determinationId] })],
);

/** What a business typed for the estimate of its tax credit: one row, the newest answers. The credit is never stored. */
export const taxCreditAnswers = pgTable("tax_credit_answers", {
  employerId: uuid("employer_id").primaryKey(),
  /** As the form posts them, to read and fill it again. */
  answers: jsonb("answers").$type<Record<string, string>>().notNull(),
  version: integer("version").notNull().default(1),
  answeredBy: uuid("answered_by").notNull(),
  answeredAt: instant("answered_at").notNull().defaultNow(),
});

/** Append-only: who did what in this business. The application may only insert and read. */
export const auditLog = pgTable(
  "audit_log",
  {
    employerId: uuid("employer_id").notNull(),
    sequence: bigserial("sequence", { mode: "number" }).notNull(),
    at: instant("at").notNull().defaultNow(),
    actorUserId: uuid("actor_user_id"),
    actorName: text("actor_name").notNull(),
    /** Message key under `audit.` in the catalogs. */
    action: text("action").notNull(),
    subject: text("subject"),
    /** Never a Social Security number or a password. */
    details: jsonb("details").$type<Record<string, string | number | boolean | null>>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.employerId, t.sequence] })],
);
