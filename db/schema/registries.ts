import { bigint, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, wordOf } from "./columns";

/** Shared: what must be unique across businesses lives here and holds nothing else. */
export const einRegistry = pgTable("ein_registry", {
  /** Nine digits. */
  ein: text("ein").primaryKey(),
  employerId: uuid("employer_id").notNull(),
});

export const invitationRegistry = pgTable("invitation_registry", {
  /** SHA-256 of the link's token, hexadecimal. */
  tokenHash: text("token_hash").primaryKey(),
  employerId: uuid("employer_id").notNull(),
  invitationId: uuid("invitation_id").notNull(),
});

export const policyRegistry = pgTable("policy_registry", {
  /** The exchange policy id that insurers see. */
  policyId: text("policy_id").primaryKey(),
  employerId: uuid("employer_id").notNull(),
});

export const controlNumberLevels = ["interchange", "group", "set"] as const;

/** Shared: the last X12 control number given out for each insurer and level; never reused. */
export const controlNumbers = pgTable(
  "control_numbers",
  {
    issuerId: text("issuer_id").notNull(),
    level: wordOf("level", controlNumberLevels).notNull(),
    lastNumber: bigint("last_number", { mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.issuerId, t.level] })],
);

/** Shared: facts about this installation, such as when the demonstration world was made. */
export const installation = pgTable("installation", {
  key: text("key").primaryKey(),
  value: text("value").notNull(),
  setAt: instant("set_at").notNull().defaultNow(),
});
