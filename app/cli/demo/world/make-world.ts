import type { Clock } from "~/features/enrollment/invitations/open-invitation.command.server";
import { answerOffer } from "./answer-offer";
import { demoGroups, type DemoAnswer, type DemoGroup } from "./demo-groups";
import { makeGroup } from "./make-group";
import { makeOffer } from "./make-offer";
import { submitGroup } from "./submit-group";

const deeds = {
  opened: "has opened the invitation",
  joined: "has accepted the invitation",
  chosen: "has chosen and not signed",
  signed: "has answered and signed",
} as const satisfies Record<DemoAnswer["goesTo"], string>;

/**
 * Makes the businesses and their people by the product's own acts, a line for each step. It may be interrupted anywhere
 * and run again: what was done is not done twice, and what the calendar no longer allows is left as it is.
 */
export async function makeWorld(clock: Clock, say: (line: string) => void): Promise<void> {
  for (const group of Object.values(demoGroups)) {
    await makeBusiness(group, clock, (what) => say(`${group.business["legalName"]}: ${what}`));
  }
}

async function makeBusiness(group: DemoGroup, clock: Clock, say: (what: string) => void): Promise<void> {
  const acting = await makeGroup(group, clock);
  say("registered");
  if (group.offers.length === 0) return;
  await makeOffer(group, acting);
  say("offer published, invitations mailed");
  for (const answer of group.answers) {
    const name = await answerOffer(answer, { acting, clock });
    if (name !== undefined) say(`${name} ${deeds[answer.goesTo]}`);
  }
  if (group.submits && (await submitGroup(acting))) say("submitted");
}
