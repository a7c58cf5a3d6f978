import { describe, expect, it } from "vitest";
import { basisPoints, cents } from "../money/cents";
import { creditFigures, type CreditPerson } from "./credit-of-people.rule";

const person = (personId: string, individual: Partial<CreditPerson["individual"]> = {}): CreditPerson => ({
  personId,
  services: [{ method: "weeks-worked", weeks: 52 }],
  individual: {
    workerKind: "employee",
    isOwner: false,
    ownershipBasisPoints: basisPoints(0),
    familyTie: "none",
    seasonalDays: null,
    ...individual,
  },
  wagesCents: cents(30_000_00),
  premium: { employerPaidCents: cents(3_000_00), totalPremiumCents: cents(6_000_00), averagePremiumCents: null },
});

describe("who adds what to the credit", () => {
  it("counts an employee's hours, wages and premium, a seasonal worker's premium, and nothing of owners", () => {
    const outcome = creditFigures({
      entityKind: "partnership",
      people: [
        person("ana"),
        person("bo", { seasonalDays: 120 }),
        person("cy", { seasonalDays: 121 }),
        person("owner", { isOwner: true, ownershipBasisPoints: basisPoints(10_000) }),
        person("daughter", { familyTie: "child-or-descendant" }),
        person("contractor", { workerKind: "independent-contractor" }),
        { ...person("uninsured"), premium: null },
      ],
    });
    expect(outcome).toMatchObject({
      ok: true,
      value: { fte: { fte: 3, totalHours: 3 * 2_080 }, wagesCents: 90_000_00, premiums: { paidCents: 9_000_00 } },
    });
    expect(outcome.ok && outcome.value.people.map(({ counts }) => counts)).toEqual([
      ...["fully", "premiums-only", "fully", "not", "not", "not", "fully"],
    ]);
  });

  it("refuses a business in which nobody counts", () => {
    const outcome = creditFigures({ entityKind: "partnership", people: [person("owner", { isOwner: true })] });
    expect(outcome).toMatchObject({ ok: false, problems: [{ code: "credit-without-employees", field: "people" }] });
  });
});
