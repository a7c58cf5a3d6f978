import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { employerEligibility, type EligibilityDetermination } from "~/domain/eligibility/employer-eligibility.rule";
import { marketplaceCalculatorFte, type FteStep } from "~/domain/eligibility/fte-count.rule";
import type { ExchangeProfile } from "~/domain/exchange-profile/exchange-profile";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { done, failed, type Outcome } from "~/domain/problem";
import { writeAudit } from "~/platform/audit.server";
import { newId } from "~/platform/id.server";
import { withDoor } from "~db/client.server";
import {
  appendDetermination,
  findLatestDetermination,
  hasActivePlanYear,
  type DeterminationRecord,
} from "~db/repositories/employers/eligibility-determination.server";
import { lockEmployerRecord, setEmployerStanding } from "~db/repositories/employers/employer.server";
import type { CheckEligibility } from "./check-eligibility.schema";
import type { StoredAnswers } from "./stored-determination.server";

type Size = { readonly fte: number; readonly steps: readonly FteStep[] };

/**
 * Answers whether the business may use the marketplace, on what its people attest. Each answer is kept; the same
 * answers on the same day make no second row. Problems: those of the count and the profile, `stale`.
 */
export async function checkEligibility(act: {
  readonly employerId: string;
  readonly userId: string;
  readonly actorName: string;
  readonly today: CalendarDate;
  readonly input: CheckEligibility;
}): Promise<Outcome<{ readonly eligible: boolean }>> {
  const { employerId, userId, today, input } = act;
  const size = sizeOf(input);
  if (!size.ok) return size;
  return withDoor({ kind: "employer", employerId, userId }, async (tx) => {
    const employer = await lockEmployerRecord(tx, employerId);
    if (!employer) return failed({ code: "stale" });
    const profile = profileFor({ state: employer.state, on: today });
    if (!profile.ok) return profile;
    const alreadyInShop = await hasActivePlanYear(tx, employerId);
    const { eligible, findings } = determine({ input, profile: profile.value, fte: size.value.fte, alreadyInShop });
    const answers: StoredAnswers = {
      typed: typedOf(input),
      fte: size.value.fte,
      state: employer.state,
      sizeLimitFte: profile.value.sizeLimitFte,
      alreadyInShop,
      steps: size.value.steps.map((step) => ({ code: step.code, params: { ...step.params } })),
    };
    const standing = eligible ? "eligible" : "ineligible";
    const latest = await findLatestDetermination(tx, employerId);
    if (employer.standing === standing && isSame(latest, { answers, today })) return done({ eligible });
    await appendDetermination(tx, employerId, {
      ...{ determinationId: newId(), determinedOn: today, eligible, determinedBy: userId },
      answers,
      findings: [...findings],
    });
    await setEmployerStanding(tx, employerId, standing);
    await writeAudit(tx, {
      ...{ employerId, actorUserId: userId, actorName: act.actorName },
      action: eligible ? "eligibility-found" : "eligibility-not-found",
      subject: employerId,
      details: { fte: size.value.fte, unmet: findings.filter((finding) => !finding.met).length },
    });
    return done({ eligible });
  });
}

function sizeOf(input: CheckEligibility): Outcome<Size> {
  if (input.sizeMethod === "typed") return done({ fte: input.fte ?? 0, steps: [] });
  const { fullTimeHeads = 0, partTimeWeeklyHours = 0 } = input;
  return marketplaceCalculatorFte({ fullTimeHeads, partTimeWeeklyHours });
}

function determine({
  input,
  profile,
  fte,
  alreadyInShop,
}: {
  input: CheckEligibility;
  profile: ExchangeProfile;
  fte: number;
  alreadyInShop: boolean;
}): EligibilityDetermination {
  return employerEligibility({
    ...{ profile, fte, alreadyInShop, principalAddressState: profile.state },
    attestations: {
      sizeAttested: input.sizeAttested === "yes",
      principalAddressInState: input.principalAddressInState === "yes",
      offersAllFullTime: input.offersAllFullTime === "yes",
      atLeastOneNonOwnerEnrolling: input.atLeastOneNonOwnerEnrolling === "yes",
    },
  });
}

function typedOf(input: CheckEligibility): Record<string, string> {
  const entries = Object.entries(input).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

/** A second click, or a form sent again. Key order is PostgreSQL's own, so compare in one order. */
function isSame(
  latest: DeterminationRecord | undefined,
  { answers, today }: { answers: StoredAnswers; today: CalendarDate },
): boolean {
  return latest?.determinedOn === today && inOrder(latest.answers) === inOrder(answers);
}

function inOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, inner]) => `${name}:${inOrder(inner)}`).join(",")}}`;
}
