import { and, eq, exists, isNull } from "drizzle-orm";
import type { Tx } from "../../client.server";
import { electionMembers, elections } from "../../schema/plan-year";

export type NewElection = Omit<typeof elections.$inferInsert, "employerId" | "supersededAt"> & {
  readonly members: readonly Omit<typeof electionMembers.$inferInsert, "employerId" | "electionId">[];
};

type OwnChoices = { readonly applicationId: string; readonly employeeId: string };

function live(employerId: string, { applicationId, employeeId }: OwnChoices) {
  return and(
    eq(elections.employerId, employerId),
    eq(elections.applicationId, applicationId),
    eq(elections.employeeId, employeeId),
    isNull(elections.supersededAt),
  );
}

/** Signed answers to one offer, in the place of the person's earlier ones. Employer or person door. */
export async function replaceElections(
  tx: Tx,
  employerId: string,
  { rows, at, ...own }: OwnChoices & { readonly rows: readonly NewElection[]; readonly at: Date },
): Promise<void> {
  await tx.update(elections).set({ supersededAt: at }).where(live(employerId, own));
  await tx.insert(elections).values(rows.map(({ members: _members, ...row }) => ({ ...row, employerId })));
  const members = rows.flatMap(({ electionId, members: own }) =>
    own.map((member) => ({ ...member, employerId, electionId })),
  );
  if (members.length > 0) await tx.insert(electionMembers).values(members);
}

/** Ends the choices of a plan that stand and cover this person, and tells how many there were. */
export async function supersedeElectionsOf(
  tx: Tx,
  employerId: string,
  { memberId, at, ...own }: OwnChoices & { readonly memberId: string; readonly at: Date },
): Promise<number> {
  const covers = tx
    .select({ memberId: electionMembers.memberId })
    .from(electionMembers)
    .where(
      and(
        eq(electionMembers.employerId, elections.employerId),
        eq(electionMembers.electionId, elections.electionId),
        eq(electionMembers.memberId, memberId),
      ),
    );
  const rows = await tx
    .update(elections)
    .set({ supersededAt: at })
    .where(and(live(employerId, own), exists(covers)))
    .returning({ electionId: elections.electionId });
  return rows.length;
}
