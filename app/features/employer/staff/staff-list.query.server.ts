import { asc, eq } from "drizzle-orm";
import { withDoor } from "~db/client.server";
import { employerMemberships } from "~db/schema/employers";

const memberColumns = {
  userId: employerMemberships.userId,
  fullName: employerMemberships.fullName,
  email: employerMemberships.email,
  role: employerMemberships.role,
  state: employerMemberships.state,
  requestedAt: employerMemberships.requestedAt,
};

/** Everybody who may act for the business, asks to, or did: owners first, then by name. One statement. */
export async function listStaff({ employerId, userId }: { employerId: string; userId: string }) {
  return withDoor(
    { kind: "employer", employerId, userId },
    (tx) =>
      tx
        .select(memberColumns)
        .from(employerMemberships)
        .where(eq(employerMemberships.employerId, employerId))
        .orderBy(asc(employerMemberships.role), asc(employerMemberships.fullName), asc(employerMemberships.userId)),
    { readOnly: true },
  );
}

export type StaffMember = Awaited<ReturnType<typeof listStaff>>[number];
