import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { done } from "~/domain/problem";
import { writeAudit } from "~/platform/audit.server";
import { newId } from "~/platform/id.server";
import { withDoor } from "~db/client.server";
import { claimEin, insertEmployer } from "~db/repositories/employers/employer.server";
import { findMembership, insertOwner } from "~db/repositories/employers/membership.server";
import { detailsColumns } from "./business-columns.server";
import type { RegisterBusiness } from "./business-details.schema";
import type { AddressOutcome } from "./county-of-address.server";

export type Registrant = { readonly userId: string; readonly fullName: string; readonly email: string };

/** `mine`: the business is open to the person now. `taken`: somebody has registered this EIN, and that is all we say. */
export type Registration = { readonly kind: "mine"; readonly employerId: string } | { readonly kind: "taken" };

/**
 * Registers a business with the person as its owner. Registering again answers with the same business. Problems: those
 * of the address.
 */
export async function registerBusiness(act: {
  readonly person: Registrant;
  readonly today: CalendarDate;
  readonly now: Date;
  readonly input: RegisterBusiness;
}): Promise<AddressOutcome<Registration>> {
  const { person, input } = act;
  const employerId = newId();
  const { userId } = person;
  const outcome = await withDoor({ kind: "employer", employerId, userId }, async (tx) => {
    const columns = await detailsColumns(tx, { typed: input, today: act.today });
    if (!columns.ok) return columns;
    const holder = await claimEin(tx, { ein: input.ein, employerId });
    if (holder !== employerId) return done({ holder });
    await insertEmployer(tx, employerId, { ...columns.value, ein: input.ein });
    await insertOwner(tx, { ...person, employerId, at: act.now });
    await writeAudit(tx, {
      ...{ employerId, actorUserId: userId, actorName: person.fullName, action: "business-registered" },
      subject: employerId,
      details: { state: input.state, county: columns.value.countyName },
    });
    return done({ holder });
  });
  if (!outcome.ok) return outcome;
  const { holder } = outcome.value;
  if (holder === employerId || (await isIn({ employerId: holder, userId })))
    return done({ kind: "mine", employerId: holder });
  return done({ kind: "taken" });
}

async function isIn(who: { employerId: string; userId: string }): Promise<boolean> {
  const membership = await withDoor({ kind: "person", userId: who.userId }, (tx) => findMembership(tx, who));
  return membership?.state === "active";
}
