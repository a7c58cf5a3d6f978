import { and, eq, gt, lt, or } from "drizzle-orm";
import type { Tx } from "../../client.server";
import { operators, sessions, users } from "../../schema/accounts";

export type LiveSession = {
  readonly userId: string;
  readonly email: string;
  readonly fullName: string;
  readonly language: (typeof users.$inferSelect)["language"];
  readonly emailVerifiedAt: Date | null;
  readonly isOperator: boolean;
  readonly lastSeenAt: Date;
};

export async function insertSession(
  tx: Tx,
  session: { tokenHash: string; userId: string; createdAt: Date; expiresAt: Date },
): Promise<void> {
  await tx.insert(sessions).values({ ...session, lastSeenAt: session.createdAt });
}

/** The session with its person, in one statement; undefined when it is unknown, idle for too long or too old. Public door. */
export async function findLiveSession(
  tx: Tx,
  { tokenHash, at, idleSince }: { tokenHash: string; at: Date; idleSince: Date },
): Promise<LiveSession | undefined> {
  const [row] = await tx
    .select({
      userId: users.userId,
      email: users.email,
      fullName: users.fullName,
      language: users.language,
      emailVerifiedAt: users.emailVerifiedAt,
      operatorId: operators.userId,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.userId, sessions.userId))
    .leftJoin(operators, eq(operators.userId, sessions.userId))
    .where(and(eq(sessions.tokenHash, tokenHash), gt(sessions.expiresAt, at), gt(sessions.lastSeenAt, idleSince)));
  if (!row) return undefined;
  const { operatorId, ...session } = row;
  return { ...session, isOperator: operatorId !== null };
}

export async function touchSession(tx: Tx, { tokenHash, at }: { tokenHash: string; at: Date }): Promise<void> {
  await tx.update(sessions).set({ lastSeenAt: at }).where(eq(sessions.tokenHash, tokenHash));
}

export async function deleteSession(tx: Tx, tokenHash: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.tokenHash, tokenHash));
}

export async function deleteSessionsOf(tx: Tx, userId: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.userId, userId));
}

/** How many were over. They would be refused anyway; this keeps the table small. */
export async function deleteOverSessions(tx: Tx, { at, idleSince }: { at: Date; idleSince: Date }): Promise<number> {
  const gone = await tx
    .delete(sessions)
    .where(or(lt(sessions.expiresAt, at), lt(sessions.lastSeenAt, idleSince)))
    .returning({ userId: sessions.userId });
  return gone.length;
}
