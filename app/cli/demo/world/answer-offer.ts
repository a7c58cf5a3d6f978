import { invariant } from "~/domain/invariant";
import type { CoverageChoice } from "~/domain/enrollment/coverage-choice.rule";
import { chooseCoverage } from "~/features/enrollment/coverage/choose/choose-coverage.command.server";
import { chooseView } from "~/features/enrollment/coverage/choose/choose-view.server";
import { chooseSearch } from "~/features/enrollment/coverage/choose/choose.search";
import type { OpenScene } from "~/features/enrollment/coverage/coverage-guard.server";
import { loadCoverageScene, type OwnAct } from "~/features/enrollment/coverage/coverage-scene.server";
import { checkView } from "~/features/enrollment/coverage/sign/check-view.server";
import { signCoverage } from "~/features/enrollment/coverage/sign/sign-coverage.command.server";
import { signSchema } from "~/features/enrollment/coverage/sign/sign.schema";
import type { Clock } from "~/features/enrollment/invitations/open-invitation.command.server";
import { parsePosted } from "~/platform/forms/parse-form";
import { withDoor } from "~db/client.server";
import { findOwnEmployment } from "~db/repositories/accounts/account-access.server";
import { findAccountByEmail } from "~db/repositories/accounts/account.server";
import { findOpenOffer, listInvitees } from "~db/repositories/roster/invitation.server";
import type { DemoAnswer } from "./demo-groups";
import { join, openLink } from "./join-group";
import { must, type DemoActing } from "./make-group";

/**
 * Goes as far as the answer says, from the mailed link to the signature, and no step twice. Tells the person's name;
 * undefined when the offer can no longer be answered.
 */
export async function answerOffer(
  answer: DemoAnswer,
  { acting, clock }: { acting: DemoActing; clock: Clock },
): Promise<string | undefined> {
  const person = await inviteeOf(answer, acting);
  if (!person) return undefined;
  const { firstName, lastName, hasJoined } = person;
  if (answer.goesTo === "opened") {
    if (!hasJoined) await openLink({ acting, person, clock });
    return `${firstName} ${lastName}`;
  }
  if (!hasJoined) await join({ acting, person, clock });
  const act = await ownActOf(answer, acting);
  for (const choice of answer.choices) await chooseLine(choice, act);
  if (answer.goesTo === "signed") await sign(act, { email: answer.email, now: clock.now });
  return `${firstName} ${lastName}`;
}

async function inviteeOf({ email }: DemoAnswer, { employerId, userId, today, now }: DemoActing) {
  return withDoor({ kind: "employer", employerId, userId }, async (tx) => {
    const offer = await findOpenOffer(tx, employerId);
    if (!offer || offer.closesOn < today) return undefined;
    const people = await listInvitees(tx, { employerId, applicationId: offer.applicationId, at: now });
    return people.find((person) => person.email === email);
  });
}

async function ownActOf({ email }: DemoAnswer, { employerId, today }: DemoActing): Promise<OwnAct> {
  const account = await withDoor({ kind: "public" }, (tx) => findAccountByEmail(tx, email));
  invariant(account, "who has accepted an invitation has an account");
  const { userId } = account;
  const access = await withDoor({ kind: "person", userId }, (tx) => findOwnEmployment(tx, { userId, employerId }));
  invariant(access, "who has accepted an invitation is on the roster");
  return { userId, employeeId: access.employee.employeeId, employer: access.employer, today };
}

async function chooseLine(wanted: DemoAnswer["choices"][number], act: OwnAct): Promise<void> {
  const scene = await openScene(act);
  const { line } = wanted;
  if (scene.offer.choices[line] !== null) return;
  const choice: CoverageChoice =
    "waiver" in wanted ? { kind: "waive", reason: wanted.waiver } : planChoice(scene, wanted);
  must(await chooseCoverage(act, { line, choice }));
}

/** From the page with the plans as it stands, which lists the cheapest first. */
function planChoice(
  scene: OpenScene,
  { line, plan, covers }: Exclude<DemoAnswer["choices"][number], { waiver: unknown }>,
): CoverageChoice {
  const search = chooseSearch(new URLSearchParams(covers === "family" ? "" : "who="));
  const { items, coveredIds } = chooseView(scene, line, search);
  const priced = items.filter(({ price }) => price !== null);
  const chosen = priced[plan === "cheapest" ? 0 : Math.floor(priced.length / 2)];
  invariant(chosen, `the demonstration catalog has ${line} plans for everybody`);
  return { kind: "elect", planId: chosen.plan.planId, coveredIds };
}

async function sign(act: OwnAct, { email, now }: { email: string; now: Date }): Promise<void> {
  const view = checkView(await openScene(act));
  if (view.isSigned) return;
  const input = must(parsePosted(signSchema, { signedName: view.name, attested: "on", seen: view.seen }));
  must(await signCoverage({ ...act, email, now, input }));
}

async function openScene(act: OwnAct): Promise<OpenScene> {
  const scene = await loadCoverageScene(act);
  const offer = scene?.offer;
  invariant(scene && offer?.window === "open", "the offer was open a moment ago");
  return { ...scene, offer };
}
