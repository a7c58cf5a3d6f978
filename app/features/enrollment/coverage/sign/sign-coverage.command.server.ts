import { coverageWindowRuling } from "~/domain/enrollment/coverage-choice.rule";
import { isSameName } from "~/domain/enrollment/group-submission.rule";
import { shortName } from "~/domain/household/same-person";
import { fullName, parseNameSuffix } from "~/domain/household/person-name";
import { invariant } from "~/domain/invariant";
import { done, failed, type Outcome, type Problem } from "~/domain/problem";
import { writeAudit } from "~/platform/audit.server";
import { newId } from "~/platform/id.server";
import { queueMail } from "~/platform/mail/queue-mail.server";
import type { Tx } from "~db/client.server";
import { serializably } from "~db/serializably.server";
import type { OwnDetails } from "~db/repositories/enrollment/own-coverage.server";
import { replaceElections, type NewElection } from "~db/repositories/enrollment/election.server";
import { answeredLines, answerProblems, type AnsweredLine } from "../coverage-price.server";
import { coverageSceneIn, type CoverageScene, type OfferScene, type OwnAct } from "../coverage-scene.server";
import { forgetChoices } from "../unsigned-choices.server";
import { coverageMail } from "./coverage-mail.server";
import type { SignInput } from "./sign.schema";
import { fingerprintOf } from "./what-is-signed.server";

type SignCoverage = OwnAct & {
  /** Where the confirmation goes: the address the account was verified with. */
  readonly email: string;
  readonly now: Date;
  readonly input: SignInput;
};

export type SignedCoverage = {
  /** True when exactly this was signed before: nothing was done a second time. */
  readonly repeated: boolean;
};

/**
 * Signs an employee's answers to every line of the offer in one transaction, in the place of earlier ones, and mails a
 * confirmation. Problems: those of `coverageWindowRuling` and of each answer, `stale` when the page showed something
 * else, `own-address-missing`, `own-signature-name-differs` {name}.
 */
export async function signCoverage(act: SignCoverage): Promise<Outcome<SignedCoverage>> {
  return serializably({ kind: "person", userId: act.userId }, (tx) => signIn(tx, act));
}

async function signIn(tx: Tx, act: SignCoverage): Promise<Outcome<SignedCoverage>> {
  const loaded = await coverageSceneIn(tx, act);
  if (!loaded?.offer) return failed({ code: "coverage-not-offered" });
  const scene = { ...loaded, offer: loaded.offer };
  const lines = answeredLines(scene);
  if (fingerprintOf(lines) !== act.input.seen) return failed({ code: "stale" });
  if (lines.every(({ signed }) => signed)) return done({ repeated: true });
  const problems = signingProblems(scene, lines, act.input);
  if (problems.length > 0) return failed(...problems);

  const { employerId } = act.employer;
  const { applicationId } = scene.offer.application;
  const { employee } = scene.record;
  const own = { applicationId, employeeId: act.employeeId };
  const isFirst = Object.values(scene.offer.elections).every((election) => election === undefined);
  await replaceElections(tx, employerId, { ...own, at: act.now, rows: electionsOf(scene, lines, act) });
  await writeAudit(tx, {
    ...{ employerId, actorUserId: act.userId, actorName: shortName(employee), subject: act.employeeId },
    action: isFirst ? "coverage-signed" : "coverage-signed-again",
    details: {
      name: shortName(employee),
      ...Object.fromEntries(lines.map(({ line, choice }) => [line, choice?.kind ?? null])),
    },
  });
  await queueMail(tx, {
    ...coverageMail(employee.language, { scene, lines }),
    to: act.email,
    language: employee.language,
  });
  await forgetChoices(tx, { userId: act.userId, employerId, applicationId });
  return done({ repeated: false });
}

/** Everything that keeps the answers from being signed, but for what was typed. */
export function unreadyProblems(
  scene: CoverageScene & { readonly offer: OfferScene },
  lines: readonly AnsweredLine[],
): readonly Problem[] {
  const { offer, act, record } = scene;
  const open = coverageWindowRuling(offer.application, act.today);
  if (!open.allowed) return open.problems;
  const problems = lines.flatMap((line) => answerProblems(scene, line));
  const elects = lines.some(({ choice }) => choice?.kind === "elect");
  return elects && !hasAddress(record.employee) ? [...problems, { code: "own-address-missing" }] : problems;
}

function signingProblems(
  scene: CoverageScene & { readonly offer: OfferScene },
  lines: readonly AnsweredLine[],
  { signedName }: SignInput,
): readonly Problem[] {
  const problems = unreadyProblems(scene, lines);
  const { employee } = scene.record;
  if (namesOf(employee).some((name) => isSameName(signedName, name))) return problems;
  const params = { name: shortName(employee) };
  return [...problems, { code: "own-signature-name-differs", field: "signedName", params }];
}

function hasAddress({ addressLine1, city, state, zip }: OwnDetails): boolean {
  return [addressLine1, city, state, zip].every((part) => part !== null);
}

/** With or without the middle name and the suffix. */
function namesOf({ firstName, middleName, lastName, suffix: typed }: OwnDetails): readonly string[] {
  const parsed = parseNameSuffix(typed ?? "");
  const suffix = parsed.ok ? parsed.value : null;
  const name = (middle: string | null, end: typeof suffix) =>
    fullName({ first: firstName, middle, last: lastName, suffix: end });
  return [name(null, null), name(middleName, null), name(null, suffix), name(middleName, suffix)];
}

function electionsOf(
  { offer, record }: CoverageScene & { readonly offer: OfferScene },
  lines: readonly AnsweredLine[],
  { employeeId, today, now, input }: SignCoverage,
): NewElection[] {
  const { applicationId } = offer.application;
  return lines.map(({ line, choice, price }): NewElection => {
    invariant(choice, "every line is answered when it is signed");
    const signature = { signedName: input.signedName, signedAt: now, signedOn: today };
    const head = { electionId: newId(), applicationId, employeeId, line, ...signature };
    if (choice.kind === "waive") return { ...head, kind: "waive", waiverReason: choice.reason, members: [] };
    invariant(price, "a chosen plan has a price when it is signed");
    return {
      ...head,
      kind: "elect",
      planId: choice.planId,
      coverageStartsOn: offer.coverageStartOn,
      totalPremiumMonthlyCents: price.premiumCents,
      employerShareMonthlyCents: price.employerShareCents,
      members: price.people.map(({ memberId, relationship, ageYears, premiumCents, employerShareCents }) => ({
        ...{ memberId, ageYears, premiumMonthlyCents: premiumCents, employerShareMonthlyCents: employerShareCents },
        relationship: memberId === record.employee.employeeId ? "self" : relationship,
      })),
    };
  });
}
