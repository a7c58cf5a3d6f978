import { index, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** Shared: what a visitor asked prices for, before there is a business. Only the token's SHA-256 is kept. */
export const quotes = pgTable(
  "quotes",
  {
    tokenHash: text("token_hash").primaryKey(),
    /** Place, people and shares, encrypted by the application; never a Social Security number. */
    sealedQuote: text("sealed_quote").notNull(),
    savedAt: instant("saved_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [index("quotes_expires").on(t.expiresAt)],
);
