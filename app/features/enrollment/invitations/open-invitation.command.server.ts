import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { isToken, tokenHash } from "~/platform/session/token.server";
import { withDoor } from "~db/client.server";
import {
  findInvitation,
  findInvitationPlace,
  markInvitationOpened,
  type InvitationPlace,
  type InvitationRecord,
} from "~db/repositories/roster/invitation.server";
import { invitationState, type InvitationState } from "./invitation-state.server";

/** The instant, and the day where the marketplace of a state is. */
export type Clock = { readonly now: Date; readonly todayIn: (state: string) => CalendarDate };

export type FoundInvitation = { readonly state: InvitationState; readonly record: InvitationRecord };

export function stateOf(record: InvitationRecord, { now, todayIn }: Clock): InvitationState {
  return invitationState(record, { now, today: todayIn(record.employerState) });
}

/** Where the link's invitation is kept; undefined for one that we never made. */
export async function placeOfToken(token: string | undefined): Promise<InvitationPlace | undefined> {
  if (!isToken(token)) return undefined;
  return withDoor({ kind: "public" }, (tx) => findInvitationPlace(tx, tokenHash(token)));
}

/** The invitation behind a link, as it stands; undefined for a link that we never made. Changes nothing. */
export async function findByToken(token: string | undefined, clock: Clock): Promise<FoundInvitation | undefined> {
  const place = await placeOfToken(token);
  if (!place) return undefined;
  const record = await withDoor({ kind: "employer", employerId: place.employerId }, (tx) => findInvitation(tx, place));
  return record && { record, state: stateOf(record, clock) };
}

/** The same for the link's page: notes that it was opened, and leaves it usable. */
export async function openInvitation(token: string | undefined, clock: Clock): Promise<FoundInvitation | undefined> {
  const found = await findByToken(token, clock);
  if (found?.state === "live" && found.record.openedAt === null) {
    const { employerId } = found.record;
    await withDoor({ kind: "employer", employerId }, (tx) => markInvitationOpened(tx, found.record, clock.now));
  }
  return found;
}

export function businessOf({ dbaName, legalName }: Pick<InvitationRecord, "dbaName" | "legalName">): string {
  return dbaName ?? legalName;
}
