import { and, eq, gt, isNull } from "drizzle-orm";
import type { Tx } from "../../client.server";
import { emailTokens, users } from "../../schema/accounts";

export type Account = Omit<typeof users.$inferSelect, "createdAt">;
export type NewAccount = Omit<Account, "emailVerifiedAt">;
export type EmailTokenPurpose = (typeof emailTokens.$inferSelect)["purpose"];

const accountColumns = {
  userId: users.userId,
  email: users.email,
  fullName: users.fullName,
  passwordHash: users.passwordHash,
  emailVerifiedAt: users.emailVerifiedAt,
  language: users.language,
};

/** False when somebody has this e-mail address already. Public door. */
export async function insertAccount(tx: Tx, account: NewAccount): Promise<boolean> {
  const made = await tx.insert(users).values(account).onConflictDoNothing().returning({ userId: users.userId });
  return made.length === 1;
}

/** `email` in lower case. Public door. */
export async function findAccountByEmail(tx: Tx, email: string): Promise<Account | undefined> {
  const [account] = await tx.select(accountColumns).from(users).where(eq(users.email, email));
  return account;
}

export async function findAccount(tx: Tx, userId: string): Promise<Account | undefined> {
  const [account] = await tx.select(accountColumns).from(users).where(eq(users.userId, userId));
  return account;
}

/** Changes only what is given. Public door. */
export async function updateAccount(
  tx: Tx,
  userId: string,
  changes: Partial<Pick<Account, "passwordHash" | "language" | "fullName">>,
): Promise<void> {
  await tx.update(users).set(changes).where(eq(users.userId, userId));
}

/** Keeps the first time; false when the address was verified before. */
export async function markEmailVerified(tx: Tx, { userId, at }: { userId: string; at: Date }): Promise<boolean> {
  const changed = await tx
    .update(users)
    .set({ emailVerifiedAt: at })
    .where(and(eq(users.userId, userId), isNull(users.emailVerifiedAt)))
    .returning({ userId: users.userId });
  return changed.length === 1;
}

export async function insertEmailToken(tx: Tx, token: Omit<typeof emailTokens.$inferInsert, "usedAt">): Promise<void> {
  await tx.insert(emailTokens).values(token);
}

type TokenQuestion = { readonly tokenHash: string; readonly purpose: EmailTokenPurpose; readonly at: Date };

function isLive({ tokenHash, purpose, at }: TokenQuestion) {
  return and(
    eq(emailTokens.tokenHash, tokenHash),
    eq(emailTokens.purpose, purpose),
    isNull(emailTokens.usedAt),
    gt(emailTokens.expiresAt, at),
  );
}

/** Uses the link up and tells whose it was; undefined when it is unknown, used or too old. Of two at once, one wins. */
export async function consumeEmailToken(tx: Tx, question: TokenQuestion): Promise<string | undefined> {
  const [used] = await tx
    .update(emailTokens)
    .set({ usedAt: question.at })
    .where(isLive(question))
    .returning({ userId: emailTokens.userId });
  return used?.userId;
}

/** Whether the link would work, without using it up. */
export async function isEmailTokenLive(tx: Tx, question: TokenQuestion): Promise<boolean> {
  const [found] = await tx.select({ userId: emailTokens.userId }).from(emailTokens).where(isLive(question));
  return found !== undefined;
}

/** After a reset the person's other links of that kind work no longer. */
export async function retireEmailTokens(
  tx: Tx,
  { userId, purpose, at }: { userId: string; purpose: EmailTokenPurpose; at: Date },
): Promise<void> {
  await tx
    .update(emailTokens)
    .set({ usedAt: at })
    .where(and(eq(emailTokens.userId, userId), eq(emailTokens.purpose, purpose), isNull(emailTokens.usedAt)));
}
