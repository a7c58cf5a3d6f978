import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "../../client.server";
import { users } from "../../schema/accounts";
import { employerMemberships } from "../../schema/employers";

export type MembershipRecord = typeof employerMemberships.$inferSelect;
export type MembershipState = MembershipRecord["state"];
type Person = Pick<MembershipRecord, "employerId" | "userId" | "fullName" | "email">;

export async function insertOwner(tx: Tx, person: Person & { readonly at: Date }): Promise<void> {
  const { at, ...rest } = person;
  await tx
    .insert(employerMemberships)
    .values({ ...rest, role: "owner", state: "active", requestedAt: at, decidedAt: at });
}

/** False when the person has asked before, or is in already; nothing changes then. Person door. */
export async function requestMembership(tx: Tx, person: Person & { readonly at: Date }): Promise<boolean> {
  const { at, ...rest } = person;
  const made = await tx
    .insert(employerMemberships)
    .values({ ...rest, role: "staff", state: "requested", requestedAt: at })
    .onConflictDoNothing()
    .returning({ userId: employerMemberships.userId });
  return made.length === 1;
}

/** Person door for one's own, employer door for anybody's. */
export async function findMembership(
  tx: Tx,
  { employerId, userId }: { employerId: string; userId: string },
): Promise<MembershipRecord | undefined> {
  const [row] = await tx
    .select()
    .from(employerMemberships)
    .where(and(eq(employerMemberships.employerId, employerId), eq(employerMemberships.userId, userId)));
  return row;
}

/** Who decides for the business, with the language of their mail. Employer door. */
export async function listOwners(
  tx: Tx,
  employerId: string,
): Promise<(Person & Pick<typeof users.$inferSelect, "language">)[]> {
  return tx
    .select({
      employerId: employerMemberships.employerId,
      userId: employerMemberships.userId,
      fullName: employerMemberships.fullName,
      email: employerMemberships.email,
      language: users.language,
    })
    .from(employerMemberships)
    .innerJoin(users, eq(users.userId, employerMemberships.userId))
    .where(
      and(
        eq(employerMemberships.employerId, employerId),
        eq(employerMemberships.role, "owner"),
        eq(employerMemberships.state, "active"),
      ),
    );
}

/** Moves a staff membership; undefined when it is not in one of the `from` states (any more). Employer door. */
export async function moveStaffMembership(
  tx: Tx,
  { employerId, userId }: { employerId: string; userId: string },
  { from, to, at, by }: { from: readonly MembershipState[]; to: MembershipState; at: Date; by: string },
): Promise<MembershipRecord | undefined> {
  const [moved] = await tx
    .update(employerMemberships)
    .set({ state: to, decidedAt: at, decidedBy: by })
    .where(
      and(
        eq(employerMemberships.employerId, employerId),
        eq(employerMemberships.userId, userId),
        eq(employerMemberships.role, "staff"),
        inArray(employerMemberships.state, [...from]),
      ),
    )
    .returning();
  return moved;
}
