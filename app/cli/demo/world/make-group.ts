import { stringify } from "csv-stringify/sync";
import type { CalendarDate } from "~/domain/calendar/calendar-date";
import type { Outcome } from "~/domain/problem";
import { openAccount } from "~/features/account/open-account.command.server";
import { registerBusinessSchema } from "~/features/employer/business/business-details.schema";
import { registerBusiness } from "~/features/employer/business/register-business.command.server";
import { checkEligibility } from "~/features/employer/eligibility/check-eligibility.command.server";
import { checkEligibilitySchema } from "~/features/employer/eligibility/check-eligibility.schema";
import { importRoster } from "~/features/roster/upload/import-roster.command.server";
import { now } from "~/platform/clock.server";
import { parsePosted } from "~/platform/forms/parse-form";
import { marketplaceToday } from "~/platform/marketplace-day.server";
import { withDoor } from "~db/client.server";
import { findEmployerAccess, type AccessibleEmployer } from "~db/repositories/accounts/account-access.server";
import { sentence } from "../../import-report";
import type { DemoGroup } from "./demo-groups";
import { demoPassword } from "./demo-password";
import { rosterHeadings } from "./demo-groups";

/** A business of the demonstration and who acts for it. */
export type DemoActing = {
  readonly employerId: string;
  readonly userId: string;
  readonly actorName: string;
  readonly state: string;
  readonly place: AccessibleEmployer;
  readonly today: CalendarDate;
};

/** Registers the business as its owner would: account, details, eligibility, roster. Again, it changes nothing. */
export async function makeGroup(group: DemoGroup): Promise<DemoActing> {
  const { owner } = group;
  const account = must(await openAccount({ ...owner, password: demoPassword(), language: "en" }));
  const { userId } = account;
  const input = must(parsePosted(registerBusinessSchema, { ...group.business }));
  const today = marketplaceToday(input.state);
  const registration = must(await registerBusiness({ person: { ...owner, userId }, today, now: now(), input }));
  if (registration.kind === "taken") throw new Error(`Somebody else has registered ${group.business["legalName"]}.`);
  const { employerId } = registration;
  const place = await placeOf({ employerId, userId });
  const acting = { employerId, userId, actorName: owner.fullName, state: input.state, place, today };
  must(await checkEligibility({ ...acting, input: eligibilityAnswers(group) }));
  if (group.roster.length > 0) must(await importRoster({ ...acting, asksTobacco: true, bytes: rosterFile(group) }));
  return acting;
}

async function placeOf(who: { employerId: string; userId: string }): Promise<AccessibleEmployer> {
  const access = await withDoor({ kind: "person", userId: who.userId }, (tx) => findEmployerAccess(tx, who));
  if (!access) throw new Error("The business was registered and is not there.");
  return access.employer;
}

function eligibilityAnswers(group: DemoGroup) {
  const statements = {
    ...{ sizeAttested: "yes", principalAddressInState: "yes" },
    ...{ offersAllFullTime: "yes", atLeastOneNonOwnerEnrolling: "yes" },
  };
  return must(parsePosted(checkEligibilitySchema, { sizeMethod: "count", ...group.size, ...statements }));
}

function rosterFile(group: DemoGroup): Uint8Array {
  return Buffer.from(stringify([rosterHeadings, ...group.roster]), "utf8");
}

/** The demonstration is made of good data: a refusal is a mistake in it. */
export function must<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`The demonstration was refused: ${outcome.problems.map(sentence).join(" ")}`);
}
