import type { CalendarDate } from "~/domain/calendar/calendar-date";
import type { Cents } from "~/domain/money/cents";
import type { CoverageLine } from "~/domain/coverage-line";
import type { PayFrequency } from "~/domain/contribution/paycheck";
import { shortName } from "~/domain/household/same-person";
import type { Problem } from "~/domain/problem";
import { answeredLines, totalsOf, type OwnPrice } from "../coverage-price.server";
import { frameOf } from "../coverage-frame.server";
import type { OpenScene } from "../coverage-guard.server";
import type { CoverageFrame } from "../coverage-steps";
import { lineViews, type LineView } from "../home-view.server";
import { unreadyProblems } from "./sign-coverage.command.server";
import { fingerprintOf } from "./what-is-signed.server";

export type CheckView = {
  readonly frame: CoverageFrame;
  readonly name: string;
  readonly startOn: CalendarDate;
  readonly closesOn: CalendarDate;
  readonly payFrequency: PayFrequency;
  readonly lines: readonly LineView[];
  readonly prices: readonly { readonly line: CoverageLine; readonly price: OwnPrice }[];
  readonly totals: {
    readonly premiumCents: Cents;
    readonly employerShareCents: Cents;
    readonly employeeShareCents: Cents;
    readonly paycheckCents: Cents;
  };
  /** What has to be put right before it can be signed. */
  readonly problems: readonly Problem[];
  readonly seen: string;
  /** Nothing has changed since it was signed. */
  readonly isSigned: boolean;
};

export function checkView(scene: OpenScene): CheckView {
  const { offer, act, record } = scene;
  const lines = answeredLines(scene);
  return {
    ...{ frame: frameOf(scene), name: shortName(record.employee), payFrequency: act.employer.payFrequency },
    ...{ startOn: offer.coverageStartOn, closesOn: offer.application.closesOn },
    lines: lineViews(scene),
    prices: lines.flatMap(({ line, price }) => (price ? [{ line, price }] : [])),
    totals: totalsOf(lines),
    problems: unreadyProblems(scene, lines),
    seen: fingerprintOf(lines),
    isSigned: lines.every(({ signed }) => signed),
  };
}
