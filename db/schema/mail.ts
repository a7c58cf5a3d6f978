import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { languages } from "../../app/domain/household/language";
import { instant, wordOf } from "./columns";

export const mailStates = ["queued", "sent", "refused"] as const;

/** Mail on its way out. Without a mail server it stays here and the demonstration mailbox shows it. Worker door only. */
export const mailMessages = pgTable(
  "mail_messages",
  {
    messageId: uuid("message_id").primaryKey(),
    recipient: text("recipient").notNull(),
    subject: text("subject").notNull(),
    language: wordOf("language", languages).notNull(),
    /** The text twin and the HTML body, encrypted by the application: they hold single-use links. */
    sealedBody: text("sealed_body").notNull(),
    state: wordOf("state", mailStates).notNull().default("queued"),
    createdAt: instant("created_at").notNull().defaultNow(),
    sentAt: instant("sent_at"),
    failure: text("failure"),
  },
  (t) => [index("mail_messages_created").on(t.createdAt)],
);
