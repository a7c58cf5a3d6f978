import type { CalendarDate } from "~/domain/calendar/calendar-date";
import type { PayFrequency } from "~/domain/contribution/paycheck";
import type { CoverageLine } from "~/domain/coverage-line";
import type { CoverageWindow } from "~/domain/enrollment/coverage-choice.rule";
import type { Cents } from "~/domain/money/cents";
import { perPaycheckCents } from "~/domain/contribution/paycheck";
import { cents } from "~/domain/money/cents";
import type { WaiverReason } from "~/domain/participation/waiver-reason";
import { shortName } from "~/domain/household/same-person";
import type { OwnElection } from "~db/repositories/enrollment/own-coverage.server";
import { answeredLines, type AnsweredLine } from "./coverage-price.server";
import { frameOf } from "./coverage-frame.server";
import type { CoverageScene, OfferScene } from "./coverage-scene.server";
import type { CoverageFrame } from "./coverage-steps";

export type LineStatus = "undecided" | "chosen" | "signed" | "to-sign-again";

/** One line's answer as a page shows it. */
export type LineView = {
  readonly line: CoverageLine;
  readonly status: LineStatus;
  readonly answer:
    | { readonly kind: "waive"; readonly reason: WaiverReason }
    | {
        readonly kind: "elect";
        readonly planName: string;
        readonly issuerName: string;
        readonly people: readonly string[];
        /** Null when the plan can no longer be priced for the family. */
        readonly employeeShareCents: Cents | null;
        readonly employerShareCents: Cents | null;
        readonly paycheckCents: Cents | null;
      }
    | null;
  readonly signedOn: CalendarDate | null;
  /** How far a signed choice of a plan has come. */
  readonly road: "chosen" | "submitted" | "held" | "sent" | null;
};

export type HomeView = {
  readonly frame: CoverageFrame;
  readonly firstName: string;
  readonly today: CalendarDate;
  readonly window: CoverageWindow;
  readonly opensOn: CalendarDate | null;
  readonly closesOn: CalendarDate | null;
  readonly startOn: CalendarDate | null;
  readonly payFrequency: PayFrequency;
  readonly detailsAreComplete: boolean;
  readonly familyCount: number;
  readonly lines: readonly LineView[];
};

export function homeView(scene: CoverageScene): HomeView {
  const { offer, record, act, profile } = scene;
  const { employee } = record;
  const told = [employee.addressLine1, employee.city, employee.state, employee.zip];
  const tobacco = !profile.tobaccoAllowed || employee.usesTobacco !== null;
  return {
    frame: frameOf(scene),
    firstName: employee.firstName,
    today: act.today,
    window: offer?.window ?? "no-offer",
    opensOn: offer?.application.opensOn ?? null,
    closesOn: offer?.application.closesOn ?? null,
    startOn: offer?.coverageStartOn ?? null,
    payFrequency: act.employer.payFrequency,
    detailsAreComplete: tobacco && told.every((part) => part !== null),
    familyCount: record.family.length,
    lines: offer ? lineViews({ ...scene, offer }) : [],
  };
}

/** While the person may choose, the newest answers; afterwards what was signed, as it was signed. */
export function lineViews(scene: CoverageScene & { readonly offer: OfferScene }): readonly LineView[] {
  const { offer } = scene;
  if (offer.window === "open") return answeredLines(scene).map((answer) => openView(scene, answer));
  return offer.lines.map((line) => signedView(scene, line, offer.elections[line]));
}

function openView({ offer }: { offer: OfferScene }, { line, choice, plan, price, signed }: AnsweredLine): LineView {
  const election = offer.elections[line];
  const status = choice === null ? "undecided" : signed ? "signed" : election ? "to-sign-again" : "chosen";
  const head = {
    ...{ line, status: status as LineStatus },
    signedOn: signed ? (election?.signedOn ?? null) : null,
    road: signed && choice?.kind === "elect" ? ("chosen" as const) : null,
  };
  if (choice === null) return { ...head, answer: null };
  if (choice.kind === "waive") return { ...head, answer: choice };
  return {
    ...head,
    answer: {
      ...{ kind: "elect", planName: plan?.name ?? choice.planId, issuerName: plan?.issuerName ?? "" },
      people: price?.people.map(({ name }) => name) ?? [],
      employeeShareCents: price?.employeeShareCents ?? null,
      employerShareCents: price?.employerShareCents ?? null,
      paycheckCents: price?.paycheckCents ?? null,
    },
  };
}

function signedView({ act, record }: CoverageScene, line: CoverageLine, election: OwnElection | undefined): LineView {
  if (!election?.live) return { line, status: "undecided", answer: null, signedOn: null, road: null };
  const { signedOn, kind, waiverReason, members } = election;
  const head = { line, status: "signed" as const, signedOn };
  if (kind === "waive") return { ...head, road: null, answer: { kind, reason: waiverReason ?? "none-of-these" } };
  const employerShareCents = election.employerShareMonthlyCents ?? cents(0);
  const employeeShareCents = cents((election.totalPremiumMonthlyCents ?? 0) - employerShareCents);
  const people = [
    { ...record.employee, memberId: record.employee.employeeId },
    ...record.family.map((member) => ({ ...member, memberId: member.dependentId })),
  ].filter(({ memberId }) => members.some((member) => member.memberId === memberId));
  return {
    ...head,
    road: roadOf(election),
    answer: {
      ...{ kind, planName: election.planName ?? election.planId ?? "", issuerName: election.issuerName ?? "" },
      ...{ people: people.map(shortName), employeeShareCents, employerShareCents },
      paycheckCents: perPaycheckCents({ monthlyCents: employeeShareCents, frequency: act.employer.payFrequency }),
    },
  };
}

function roadOf({ eventState }: OwnElection): LineView["road"] {
  if (eventState === null) return "chosen";
  if (eventState === "sent") return "sent";
  return eventState === "invalid" ? "held" : "submitted";
}
