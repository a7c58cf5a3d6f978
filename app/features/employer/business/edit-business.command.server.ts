import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { done, failed } from "~/domain/problem";
import { writeAudit } from "~/platform/audit.server";
import { withDoor, type Tx } from "~db/client.server";
import { lockCurrentApplication, updateApplication } from "~db/repositories/benefit-application.server";
import {
  lockEmployerRecord,
  updateEmployerDetails,
  type EmployerDetails,
  type EmployerRecord,
} from "~db/repositories/employers/employer.server";
import { detailsColumns } from "./business-columns.server";
import type { EditBusiness } from "./business-details.schema";
import type { AddressOutcome } from "./county-of-address.server";

type EditAct = {
  readonly employerId: string;
  readonly userId: string;
  readonly actorName: string;
  readonly today: CalendarDate;
  readonly input: EditBusiness;
};

/** Prices depend on these: they are fixed once employees have seen them. */
const place = ["state", "zip", "countyFips"] as const;
const lockedStates = ["published", "enrollment_open", "enrollment_closed", "submitted"];

/**
 * Changes the details of a business. Moving to another place gives up the prices of an unpublished offer, and moving to
 * another state asks for the eligibility answers again. Problems: those of the address, `stale`,
 * `address-locked-by-offer`.
 */
export async function editBusiness(act: EditAct): Promise<AddressOutcome<{ readonly changed: boolean }>> {
  const { employerId, userId, input } = act;
  return withDoor({ kind: "employer", employerId, userId }, async (tx) => {
    const before = await lockEmployerRecord(tx, employerId);
    const columns = await detailsColumns(tx, { typed: input, today: act.today });
    if (!columns.ok) return columns;
    if (!before) return failed({ code: "stale" });
    const changed = changedNames(before, columns.value);
    if (changed.length === 0) return done({ changed: false });
    if (before.version !== input.version) return failed({ code: "stale" });
    const moves = place.some((name) => changed.includes(name));
    if (moves && !(await unpinPrices(tx, employerId))) return failed({ code: "address-locked-by-offer", field: "zip" });
    const standing = changed.includes("state") ? "applicant" : before.standing;
    const saved = await updateEmployerDetails(tx, employerId, {
      version: input.version,
      changes: { ...columns.value, standing },
    });
    if (!saved) return failed({ code: "stale" });
    await writeAudit(tx, {
      ...{ employerId, actorUserId: userId, actorName: act.actorName, action: "business-changed" },
      subject: employerId,
      details: { fields: changed.join(", ") },
    });
    return done({ changed: true });
  });
}

function changedNames(before: EmployerRecord, after: EmployerDetails): (keyof EmployerDetails)[] {
  return (Object.keys(after) as (keyof EmployerDetails)[]).filter((name) => before[name] !== after[name]);
}

/** False while employees see an offer whose prices belong to the address. */
async function unpinPrices(tx: Tx, employerId: string): Promise<boolean> {
  const application = await lockCurrentApplication(tx, employerId);
  if (!application) return true;
  if (lockedStates.includes(application.state)) return false;
  if (application.state !== "draft") return true;
  const { applicationId } = application;
  await updateApplication(tx, employerId, { applicationId, changes: { catalogVersionId: null, ratingArea: null } });
  return true;
}
