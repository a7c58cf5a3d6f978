import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "../../client.server";
import { employers } from "../../schema/employers";
import { einRegistry } from "../../schema/registries";

export type EmployerRecord = typeof employers.$inferSelect;
export type EmployerDetails = Pick<
  EmployerRecord,
  | "legalName"
  | "dbaName"
  | "entityKind"
  | "contactEmail"
  | "phone"
  | "addressLine1"
  | "addressLine2"
  | "city"
  | "state"
  | "zip"
  | "countyFips"
  | "countyName"
  | "exchange"
>;
export type EmployerStanding = EmployerRecord["standing"];

/**
 * Takes the EIN for a business, and tells which business holds it afterwards: `employerId`, or the one that registered
 * before. Of two at once the second waits for the first. Any door.
 */
export async function claimEin(tx: Tx, { ein, employerId }: { ein: string; employerId: string }): Promise<string> {
  const [claimed] = await tx
    .insert(einRegistry)
    .values({ ein, employerId })
    .onConflictDoNothing()
    .returning({ employerId: einRegistry.employerId });
  return claimed?.employerId ?? (await findEinHolder(tx, ein)) ?? employerId;
}

/** The business that registered this EIN; undefined when nobody has. Any door. */
export async function findEinHolder(tx: Tx, ein: string): Promise<string | undefined> {
  const [holder] = await tx
    .select({ employerId: einRegistry.employerId })
    .from(einRegistry)
    .where(eq(einRegistry.ein, ein));
  return holder?.employerId;
}

/** What people call the business. Employer door. */
export async function findBusinessName(tx: Tx, employerId: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ name: sql<string>`coalesce(${employers.dbaName}, ${employers.legalName})` })
    .from(employers)
    .where(eq(employers.employerId, employerId));
  return row?.name;
}

export async function insertEmployer(
  tx: Tx,
  employerId: string,
  row: EmployerDetails & Pick<EmployerRecord, "ein">,
): Promise<void> {
  await tx.insert(employers).values({ ...row, employerId });
}

/** The business, held against other writers until the transaction ends. */
export async function lockEmployerRecord(tx: Tx, employerId: string): Promise<EmployerRecord | undefined> {
  const [row] = await tx.select().from(employers).where(eq(employers.employerId, employerId)).for("update");
  return row;
}

/** False when somebody else has changed the details since `version` was read. */
export async function updateEmployerDetails(
  tx: Tx,
  employerId: string,
  { version, changes }: { version: number; changes: EmployerDetails & Pick<EmployerRecord, "standing"> },
): Promise<boolean> {
  const changed = await tx
    .update(employers)
    .set({ ...changes, version: sql`${employers.version} + 1` })
    .where(and(eq(employers.employerId, employerId), eq(employers.version, version)))
    .returning({ employerId: employers.employerId });
  return changed.length === 1;
}

/** Leaves the version alone: the details form does not show the standing. */
export async function setEmployerStanding(tx: Tx, employerId: string, standing: EmployerStanding): Promise<void> {
  await tx.update(employers).set({ standing }).where(eq(employers.employerId, employerId));
}

/** Name of the business; undefined behind a door that does not see it. */
export async function findEmployerName(tx: Tx, employerId: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ legalName: employers.legalName })
    .from(employers)
    .where(eq(employers.employerId, employerId));
  return row?.legalName;
}
