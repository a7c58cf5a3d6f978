import { stringify } from "csv-stringify/sync";
import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { done, failed, type Outcome } from "~/domain/problem";
import { openAccount } from "~/features/account/open-account.command.server";
import { registerBusinessSchema } from "~/features/employer/business/business-details.schema";
import { registerBusiness } from "~/features/employer/business/register-business.command.server";
import { checkEligibility } from "~/features/employer/eligibility/check-eligibility.command.server";
import { checkEligibilitySchema } from "~/features/employer/eligibility/check-eligibility.schema";
import type { Clock } from "~/features/enrollment/invitations/open-invitation.command.server";
import { importRoster } from "~/features/roster/upload/import-roster.command.server";
import { parsePosted } from "~/platform/forms/parse-form";
import { withDoor } from "~db/client.server";
import { findEmployerAccess, type AccessibleEmployer } from "~db/repositories/accounts/account-access.server";
import { loadShopping, type ShoppingRecord } from "~db/repositories/benefit-application-shopping.server";
import { sentence } from "../../sentence";
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
  readonly now: Date;
};

/** Registers the business as its owner would: account, details, eligibility, roster. Again, it changes nothing. */
export async function makeGroup(group: DemoGroup, { now, todayIn }: Clock): Promise<DemoActing> {
  const { owner } = group;
  const account = must(await openAccount({ ...owner, password: demoPassword(), language: "en" }));
  const { userId } = account;
  const input = must(parsePosted(registerBusinessSchema, { ...group.business }));
  const today = todayIn(input.state);
  const registration = must(await registerBusiness({ person: { ...owner, userId }, today, now, input }));
  if (registration.kind === "taken") throw new Error(`Somebody else has registered ${group.business["legalName"]}.`);
  const { employerId } = registration;
  const place = await placeOf({ employerId, userId });
  const acting = { employerId, userId, actorName: owner.fullName, state: input.state, place, today, now };
  if (place.standing === "applicant") must(await checkEligibility({ ...acting, input: eligibilityAnswers(group) }));
  if ((await shoppingOf(acting)).roster.length === 0) await enterRoster(group, acting);
  return acting;
}

async function enterRoster(group: DemoGroup, acting: DemoActing): Promise<void> {
  if (group.roster.length === 0) return;
  const { tobaccoAllowed: asksTobacco } = must(profileFor({ state: acting.state, on: acting.today }));
  const { refused } = must(await importRoster({ ...acting, asksTobacco, bytes: rosterFile(group) }));
  must(refused.length === 0 ? done(undefined) : failed(...refused.flatMap(({ problems }) => problems)));
}

/** The plan year that is under way, its offers, and the people they are for. */
export async function shoppingOf({ employerId, userId, place, today }: DemoActing): Promise<ShoppingRecord> {
  return withDoor({ kind: "employer", employerId, userId }, (tx) =>
    loadShopping(tx, employerId, { place, fallbackStartOn: today }),
  );
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
