import type { NextStep } from "./choose/choose-coverage.command.server";
import { businessNameOf, homeOf } from "./coverage-guard.server";
import type { CoverageScene, OwnAct } from "./coverage-scene.server";
import type { CoverageFrame } from "./coverage-steps";
import type { OwnRecordAct } from "./own-record.server";

export function frameOf(scene: CoverageScene): CoverageFrame {
  return {
    ...{ base: homeOf(scene), businessName: businessNameOf(scene), lines: scene.offer?.lines ?? [] },
    offersDependents: scene.offer?.application.offersDependents ?? true,
  };
}

/** The act of somebody who changes their own record, as the business's history names them. */
export function ownRecordActOf({ act, record, profile, offer }: CoverageScene, now: Date): OwnRecordAct {
  const { firstName, lastName } = record.employee;
  return {
    ...{ ...act, now, asksTobacco: profile.tobaccoAllowed, application: offer?.application ?? null },
    actorName: `${firstName} ${lastName}`,
  };
}

/** After the details and the family: the first line without an answer, else the page to sign. */
export function afterFamily({ offer, ...scene }: CoverageScene): string {
  const base = homeOf({ offer, ...scene });
  if (offer?.window !== "open") return base;
  const undecided = offer.lines.find((line) => offer.choices[line] === null);
  return undecided ? `${base}/choose/${undecided}` : `${base}/check`;
}

/** The page after an answer was kept. */
export function nextTo({ employer: { employerId } }: OwnAct, next: NextStep): string {
  return `/coverage/${employerId}/${next === "check" ? next : `choose/${next}`}`;
}
