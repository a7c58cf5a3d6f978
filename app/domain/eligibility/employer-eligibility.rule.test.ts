import { describe, expect, it } from "vitest";
import {
  eligibilityRules,
  employerEligibility,
  explainEmployerEligibility,
  type EmployerAttestations,
  type EmployerEligibilityInput,
} from "./employer-eligibility.rule";

const yesToAll: EmployerAttestations = {
  sizeAttested: true,
  principalAddressInState: true,
  offersAllFullTime: true,
  atLeastOneNonOwnerEnrolling: true,
};

const bakery: EmployerEligibilityInput = {
  profile: { state: "WI", sizeLimitFte: 50 },
  fte: 12,
  alreadyInShop: false,
  principalAddressState: "WI",
  attestations: yesToAll,
};

function failures(input: Partial<EmployerEligibilityInput>) {
  return employerEligibility({ ...bakery, ...input }).findings.flatMap((finding) =>
    finding.met ? [] : [[finding.rule, finding.problem.code, finding.whatCanBeDone]],
  );
}

describe("an employer", () => {
  it("that meets every rule is eligible, with a finding and a citation for each rule", () => {
    const determination = employerEligibility(bakery);
    expect(determination.eligible).toBe(true);
    expect(determination.findings.map((f) => f.rule)).toEqual(eligibilityRules);
    for (const finding of determination.findings) expect(finding.citation).toMatch(/CFR|U\.S\.C\./);
  });

  it.each([
    [{ fte: 0 }, ["small-employer", "employer-below-one-fte", "check-the-employee-count"]],
    [{ fte: 51 }, ["small-employer", "employer-too-large", "buy-in-the-large-group-market"]],
    [
      { principalAddressState: "IL" as const },
      ["business-address", "principal-address-in-other-state", "apply-in-the-other-state"],
    ],
    [
      { attestations: { ...yesToAll, principalAddressInState: false } },
      ["business-address", "principal-address-not-attested", "correct-the-address"],
    ],
    [
      { attestations: { ...yesToAll, sizeAttested: false } },
      ["size-attested", "employer-size-not-attested", "check-the-employee-count"],
    ],
    [
      { attestations: { ...yesToAll, offersAllFullTime: false } },
      ["offers-all-full-time", "full-time-employees-left-out", "offer-to-all-full-time"],
    ],
    [
      { attestations: { ...yesToAll, atLeastOneNonOwnerEnrolling: false } },
      ["non-owner-enrolling", "no-non-owner-enrolling", "enroll-a-non-owner"],
    ],
    [
      { attestations: { ...yesToAll, offersAllFullTime: null } },
      ["offers-all-full-time", "attestation-missing", "answer-the-question"],
    ],
  ])("with %j fails one rule: %j", (change, expected) => {
    expect(failures(change)).toEqual([expected]);
    expect(employerEligibility({ ...bakery, ...change }).eligible).toBe(false);
  });

  it("of exactly 50 is eligible", () => {
    expect(failures({ fte: 50 })).toEqual([]);
  });

  it("that is in SHOP and has grown to 51 stays eligible", () => {
    expect(failures({ fte: 51, alreadyInShop: true })).toEqual([]);
  });

  it("of 100 is eligible where the state's limit is 100, and of 101 is not", () => {
    const california = { profile: { state: "CA", sizeLimitFte: 100 }, principalAddressState: "CA" } as const;
    expect(failures({ ...california, fte: 100 })).toEqual([]);
    expect(failures({ ...california, fte: 101 })).toHaveLength(1);
  });

  it("from another state is eligible through a worksite in the exchange's state", () => {
    const attestations = { ...yesToAll, principalAddressInState: false };
    expect(failures({ principalAddressState: "IL", attestations, worksiteStates: ["IL", "WI"] })).toEqual([]);
    expect(failures({ principalAddressState: "IL", attestations, worksiteStates: ["IL"] })).toHaveLength(1);
  });

  it("that has answered nothing is told so once a question", () => {
    const attestations = {
      sizeAttested: null,
      principalAddressInState: null,
      offersAllFullTime: null,
      atLeastOneNonOwnerEnrolling: null,
    };
    expect(failures({ attestations }).map(([, code]) => code)).toEqual(Array(4).fill("attestation-missing"));
  });
});

describe("the explanation of an answer", () => {
  it("has one step a rule, in the order of the rules", () => {
    const explanation = explainEmployerEligibility(bakery);
    expect(explanation.code).toBe("explain-eligibility-met");
    expect(explanation.steps?.map((step) => step.code)).toEqual([
      "explain-size-within-limit",
      "explain-eligibility-size-attested-met",
      "explain-eligibility-business-address-met",
      "explain-eligibility-offers-all-full-time-met",
      "explain-eligibility-non-owner-enrolling-met",
    ]);
  });

  it("tells a question that is still open from one answered no", () => {
    const attestations = { ...bakery.attestations, sizeAttested: null, offersAllFullTime: false };
    const explanation = explainEmployerEligibility({ ...bakery, attestations });
    expect(explanation.steps?.[1]?.code).toBe("explain-eligibility-size-attested-unanswered");
    expect(explanation.steps?.[3]?.code).toBe("explain-eligibility-offers-all-full-time-not-met");
  });

  it("says which rule is not met", () => {
    const explanation = explainEmployerEligibility({ ...bakery, fte: 51, principalAddressState: "IL" });
    expect(explanation).toMatchObject({ code: "explain-eligibility-not-met", params: { state: "WI", unmet: 2 } });
    expect(explanation.steps?.[0]).toMatchObject({ code: "explain-size-over-limit", params: { fte: 51 } });
    expect(explanation.steps?.[2]?.code).toBe("explain-eligibility-business-address-not-met");
  });
});
