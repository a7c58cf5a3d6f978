import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { employmentTypes, rosterStandings } from "../../app/domain/household/employment";
import { languages } from "../../app/domain/household/language";
import { relationships, sexes } from "../../app/domain/household/relationship";
import { calendarDay, instant, wordOf } from "./columns";

const personColumns = {
  firstName: text("first_name").notNull(),
  middleName: text("middle_name"),
  lastName: text("last_name").notNull(),
  suffix: text("suffix"),
  bornOn: calendarDay("born_on").notNull(),
  sex: wordOf("sex", sexes).notNull(),
  /** `v1.<nonce>.<ciphertext>.<tag>`; see platform/secrets. Null until somebody supplies it. */
  ssnSealed: text("ssn_sealed"),
  ssnLastFour: text("ssn_last_four"),
  /** Keyed hash, for finding the same number twice inside one business only. */
  ssnIndex: text("ssn_index"),
  /** Used tobacco four or more times a week in the last six months; null is not asked yet. */
  usesTobacco: boolean("uses_tobacco"),
} as const;

export const employees = pgTable(
  "employees",
  {
    employerId: uuid("employer_id").notNull(),
    employeeId: uuid("employee_id").notNull(),
    /** Set when the person has accepted the invitation. */
    userId: uuid("user_id"),
    ...personColumns,
    /** Lower case; null for somebody without one. */
    email: text("email"),
    phone: text("phone"),
    addressLine1: text("address_line1"),
    addressLine2: text("address_line2"),
    city: text("city"),
    state: text("state"),
    zip: text("zip"),
    countyFips: text("county_fips"),
    hiredOn: calendarDay("hired_on").notNull(),
    employmentBasis: wordOf("employment_basis", employmentTypes).notNull(),
    isOwner: boolean("is_owner").notNull().default(false),
    language: wordOf("language", languages).notNull().default("en"),
    standing: wordOf("standing", rosterStandings).notNull().default("active"),
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.employerId, t.employeeId] }),
    uniqueIndex("employees_ssn")
      .on(t.employerId, t.ssnIndex)
      .where(sql`standing = 'active' and ssn_index is not null`),
    index("employees_user").on(t.userId),
  ],
);

export const dependents = pgTable(
  "dependents",
  {
    employerId: uuid("employer_id").notNull(),
    dependentId: uuid("dependent_id").notNull(),
    employeeId: uuid("employee_id").notNull(),
    relationship: wordOf("relationship", relationships).notNull(),
    ...personColumns,
    removedAt: instant("removed_at"),
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.employerId, t.dependentId] }),
    index("dependents_employee").on(t.employerId, t.employeeId),
  ],
);

export const invitations = pgTable(
  "invitations",
  {
    employerId: uuid("employer_id").notNull(),
    invitationId: uuid("invitation_id").notNull(),
    employeeId: uuid("employee_id").notNull(),
    applicationId: uuid("application_id").notNull(),
    /** SHA-256 of the link's token, hexadecimal. */
    tokenHash: text("token_hash").notNull(),
    email: text("email").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    openedAt: instant("opened_at"),
    acceptedAt: instant("accepted_at"),
    revokedAt: instant("revoked_at"),
    /** The link works through this instant. */
    expiresAt: instant("expires_at").notNull(),
    failedAttempts: integer("failed_attempts").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.employerId, t.invitationId] }),
    index("invitations_employee").on(t.employerId, t.employeeId),
  ],
);
