// An employer may take part when it is small, offers coverage to all its full-time people, has its principal business
// address (or a worksite it covers) in the exchange's state, and somebody enrolls who is no owner, partner or spouse of
// one. The employer attests; an attestation stands unless other data contradict it.
// 45 CFR 155.710(b) and 155.715; 29 CFR 2510.3-3(b)-(c). Size in whole full-time equivalents.
import type { Explanation } from "../explanation";
import type { ExchangeProfile } from "../exchange-profile/exchange-profile";
import type { UsState } from "../exchange-profile/us-state";
import type { Problem } from "../problem";
import {
  citation as sizeCitation,
  explainSmallEmployer,
  growthCitation,
  smallEmployerRuling,
} from "./small-employer.rule";

export const citation = "45 CFR 155.710(b)";
export const attestationCitation = "45 CFR 155.715(c)";
export const nonOwnerCitation = "29 CFR 2510.3-3(b)-(c)";

/** The four yes-or-no statements of the federal employer application. Null: not answered yet. */
export const employerAttestations = [
  "sizeAttested",
  "principalAddressInState",
  "offersAllFullTime",
  "atLeastOneNonOwnerEnrolling",
] as const;
export type EmployerAttestation = (typeof employerAttestations)[number];
export type EmployerAttestations = Readonly<Record<EmployerAttestation, boolean | null>>;

export const eligibilityRules = [
  "small-employer",
  "size-attested",
  "business-address",
  "offers-all-full-time",
  "non-owner-enrolling",
] as const;
export type EligibilityRule = (typeof eligibilityRules)[number];

/** What an employer can do about a rule it does not meet; a message key. */
export const eligibilityRemedies = [
  "answer-the-question",
  "check-the-employee-count",
  "buy-in-the-large-group-market",
  "apply-in-the-other-state",
  "correct-the-address",
  "offer-to-all-full-time",
  "enroll-a-non-owner",
] as const;
export type EligibilityRemedy = (typeof eligibilityRemedies)[number];

export type EligibilityFinding =
  | { readonly rule: EligibilityRule; readonly met: true; readonly citation: string }
  | {
      readonly rule: EligibilityRule;
      readonly met: false;
      readonly citation: string;
      readonly problem: Problem;
      readonly whatCanBeDone: EligibilityRemedy;
    };

export type EligibilityDetermination = {
  readonly eligible: boolean;
  /** One a rule, always all of them, in the order of `eligibilityRules`. */
  readonly findings: readonly EligibilityFinding[];
};

export type EmployerEligibilityInput = {
  readonly profile: Pick<ExchangeProfile, "state" | "sizeLimitFte">;
  readonly fte: number;
  readonly alreadyInShop: boolean;
  readonly principalAddressState: UsState;
  /** States of worksites whose people are offered coverage through the exchange that serves them. */
  readonly worksiteStates?: readonly UsState[];
  readonly attestations: EmployerAttestations;
};

export function employerEligibility(input: EmployerEligibilityInput): EligibilityDetermination {
  const { attestations } = input;
  const findings: readonly EligibilityFinding[] = [
    sizeFinding(input),
    attested({
      rule: "size-attested",
      answer: attestations.sizeAttested,
      field: "sizeAttested",
      whenNo: { code: "employer-size-not-attested", remedy: "check-the-employee-count" },
      citation: attestationCitation,
    }),
    addressFinding(input),
    attested({
      rule: "offers-all-full-time",
      answer: attestations.offersAllFullTime,
      field: "offersAllFullTime",
      whenNo: { code: "full-time-employees-left-out", remedy: "offer-to-all-full-time" },
      citation,
    }),
    attested({
      rule: "non-owner-enrolling",
      answer: attestations.atLeastOneNonOwnerEnrolling,
      field: "atLeastOneNonOwnerEnrolling",
      whenNo: { code: "no-non-owner-enrolling", remedy: "enroll-a-non-owner" },
      citation: nonOwnerCitation,
    }),
  ];
  return { eligible: findings.every((finding) => finding.met), findings };
}

/** The answer with one step a rule; the size says its numbers. */
export function explainEmployerEligibility(input: EmployerEligibilityInput): Explanation {
  const { eligible, findings } = employerEligibility(input);
  const { fte, alreadyInShop, profile } = input;
  return {
    code: eligible ? "explain-eligibility-met" : "explain-eligibility-not-met",
    params: { state: profile.state, unmet: findings.filter((finding) => !finding.met).length },
    citation,
    steps: findings.map((finding) =>
      finding.rule === "small-employer"
        ? explainSmallEmployer({ fte, alreadyInShop, sizeLimitFte: profile.sizeLimitFte })
        : {
            code: `explain-eligibility-${finding.rule}-${answerTo(finding)}`,
            params: { state: profile.state },
            citation: finding.citation,
          },
    ),
  };
}

function answerTo(finding: EligibilityFinding): "met" | "not-met" | "unanswered" {
  if (finding.met) return "met";
  return finding.whatCanBeDone === "answer-the-question" ? "unanswered" : "not-met";
}

function sizeFinding({ fte, profile, alreadyInShop }: EmployerEligibilityInput): EligibilityFinding {
  const rule = "small-employer";
  const { sizeLimitFte } = profile;
  const ruling = smallEmployerRuling({ fte, sizeLimitFte, alreadyInShop });
  const problem = ruling.allowed ? undefined : ruling.problems[0];
  if (!problem) return { rule, met: true, citation: fte > sizeLimitFte ? growthCitation : sizeCitation };
  const whatCanBeDone = fte < 1 ? "check-the-employee-count" : "buy-in-the-large-group-market";
  return { rule, met: false, citation: sizeCitation, problem, whatCanBeDone };
}

function addressFinding(input: EmployerEligibilityInput): EligibilityFinding {
  const rule = "business-address";
  const { state } = input.profile;
  const addressState = input.principalAddressState;
  const field = "principalAddressInState";
  if (input.worksiteStates?.includes(state)) return { rule, met: true, citation };
  if (addressState !== state) {
    const problem = { code: "principal-address-in-other-state", field, params: { state, addressState }, citation };
    return { rule, met: false, citation, problem, whatCanBeDone: "apply-in-the-other-state" };
  }
  return attested({
    rule,
    answer: input.attestations.principalAddressInState,
    field,
    whenNo: { code: "principal-address-not-attested", remedy: "correct-the-address" },
    citation,
  });
}

function attested(input: {
  rule: EligibilityRule;
  answer: boolean | null;
  field: EmployerAttestation;
  whenNo: { code: string; remedy: EligibilityRemedy };
  citation: string;
}): EligibilityFinding {
  const { rule, answer, field } = input;
  if (answer === true) return { rule, met: true, citation: input.citation };
  const missing = answer === null;
  return {
    rule,
    met: false,
    citation: input.citation,
    problem: { code: missing ? "attestation-missing" : input.whenNo.code, field, citation: input.citation },
    whatCanBeDone: missing ? "answer-the-question" : input.whenNo.remedy,
  };
}
