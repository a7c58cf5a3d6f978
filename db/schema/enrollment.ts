import { bigint, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { coverageLines } from "../../app/domain/coverage-line";
import { bytes, calendarDay, instant, wordOf } from "./columns";

export const eventStates = ["ready", "invalid", "batched", "sent"] as const;
export const transmissionStates = ["built", "delivered"] as const;

/** A family's coverage in one plan, as the insurer knows it. */
export const policies = pgTable(
  "policies",
  {
    employerId: uuid("employer_id").notNull(),
    policyId: text("policy_id").notNull(),
    applicationId: uuid("application_id").notNull(),
    employeeId: uuid("employee_id").notNull(),
    electionId: uuid("election_id").notNull(),
    line: wordOf("line", coverageLines).notNull(),
    issuerId: text("issuer_id").notNull(),
    planId: text("plan_id").notNull(),
    startOn: calendarDay("start_on").notNull(),
    endOn: calendarDay("end_on").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.employerId, t.policyId] }),
    unique("policies_family").on(t.employerId, t.applicationId, t.employeeId, t.line),
  ],
);

/** The outbox: one row for each thing an insurer must be told about one policy. */
export const enrollmentEvents = pgTable(
  "enrollment_events",
  {
    employerId: uuid("employer_id").notNull(),
    eventId: uuid("event_id").notNull(),
    policyId: text("policy_id").notNull(),
    /** 1 for the first event of the policy, then without gaps. */
    version: integer("version").notNull(),
    kind: text("kind").notNull(),
    issuerId: text("issuer_id").notNull(),
    employeeId: uuid("employee_id").notNull(),
    effectiveOn: calendarDay("effective_on").notNull(),
    /** What is said, without Social Security numbers: those are read when the file is made. */
    payload: jsonb("payload").$type<Record<string, unknown>>().notNull(),
    /** SHA-256 of the canonical payload, hexadecimal. */
    contentHash: text("content_hash").notNull(),
    state: wordOf("state", eventStates).notNull().default("ready"),
    problems: jsonb("problems").$type<unknown[]>().notNull().default([]),
    /** Held by a worker until then; the token fences off a worker that lost its lease. */
    leaseUntil: instant("lease_until"),
    leaseToken: uuid("lease_token"),
    transmissionId: uuid("transmission_id"),
    setControlNumber: bigint("set_control_number", { mode: "number" }),
    createdAt: instant("created_at").notNull().defaultNow(),
    sentAt: instant("sent_at"),
  },
  (t) => [
    primaryKey({ columns: [t.employerId, t.eventId] }),
    unique("enrollment_events_once").on(t.employerId, t.policyId, t.version),
    index("enrollment_events_queue").on(t.state, t.issuerId, t.createdAt),
  ],
);

/** A file for one insurer. It holds people of several businesses: worker and operator doors only. */
export const transmissions = pgTable(
  "transmissions",
  {
    transmissionId: uuid("transmission_id").primaryKey(),
    issuerId: text("issuer_id").notNull(),
    fileName: text("file_name").notNull().unique(),
    interchangeControlNumber: bigint("interchange_control_number", { mode: "number" }).notNull(),
    groupControlNumber: bigint("group_control_number", { mode: "number" }).notNull(),
    eventCount: integer("event_count").notNull(),
    /** The file's bytes, encrypted by the application. A resend sends exactly these. */
    sealedBytes: bytes("sealed_bytes").notNull(),
    sha256: text("sha256").notNull(),
    state: wordOf("state", transmissionStates).notNull().default("built"),
    builtAt: instant("built_at").notNull().defaultNow(),
    deliveredAt: instant("delivered_at"),
  },
  (t) => [unique("transmissions_interchange").on(t.issuerId, t.interchangeControlNumber)],
);
