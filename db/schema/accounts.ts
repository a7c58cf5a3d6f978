import { bigint, index, integer, pgTable, primaryKey, text, uuid, varchar } from "drizzle-orm/pg-core";
import { languages } from "../../app/domain/household/language";
import { instant, wordOf } from "./columns";

export const emailTokenPurposes = ["verify-email", "reset-password"] as const;

/** Shared: one person may belong to several businesses, so an account is nobody's tenant row. */
export const users = pgTable("users", {
  userId: uuid("user_id").primaryKey(),
  /** Lower case, trimmed. */
  email: text("email").notNull().unique(),
  fullName: text("full_name").notNull(),
  passwordHash: text("password_hash").notNull(),
  emailVerifiedAt: instant("email_verified_at"),
  language: wordOf("language", languages).notNull().default("en"),
  createdAt: instant("created_at").notNull().defaultNow(),
});

/** Shared: looked up before anybody is known. Only the token's SHA-256 is kept. */
export const sessions = pgTable(
  "sessions",
  {
    tokenHash: text("token_hash").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.userId, { onDelete: "cascade" }),
    createdAt: instant("created_at").notNull().defaultNow(),
    lastSeenAt: instant("last_seen_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [index("sessions_user").on(t.userId)],
);

/** Shared: followed by somebody who is not signed in. Only the token's SHA-256 is kept. */
export const emailTokens = pgTable("email_tokens", {
  tokenHash: text("token_hash").primaryKey(),
  userId: uuid("user_id")
    .notNull()
    .references(() => users.userId, { onDelete: "cascade" }),
  purpose: wordOf("purpose", emailTokenPurposes).notNull(),
  createdAt: instant("created_at").notNull().defaultNow(),
  expiresAt: instant("expires_at").notNull(),
  usedAt: instant("used_at"),
});

/** Shared: who may open the operators' screens; written by the command line only. */
export const operators = pgTable("operators", {
  userId: uuid("user_id")
    .primaryKey()
    .references(() => users.userId, { onDelete: "cascade" }),
  grantedAt: instant("granted_at").notNull().defaultNow(),
});

/** What a person typed and has not sent, kept across sign-out and devices. Person door only. */
export const formDrafts = pgTable(
  "form_drafts",
  {
    userId: uuid("user_id").notNull(),
    /** Which form, with its subject, as `employer-registration` or `employee:<id>`. */
    formKey: text("form_key").notNull(),
    /** Field values, encrypted by the application; never a password or a Social Security number. */
    sealedValues: text("sealed_values").notNull(),
    version: integer("version").notNull().default(1),
    savedAt: instant("saved_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.formKey] })],
);

/** Shared: attempts counted before anybody is known. Columns as rate-limiter-flexible names them. */
export const rateLimits = pgTable("rate_limits", {
  key: varchar("key", { length: 255 }).primaryKey(),
  points: integer("points").notNull().default(0),
  expire: bigint("expire", { mode: "number" }),
});
