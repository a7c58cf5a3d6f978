import { describe, expect, test } from "vitest";
import type { EnrolledMember, InitialEnrollment } from "../../enrollment/enrollment-event";
import { cents } from "../../money/cents";
import type { CharacterRules } from "../characters";
import { employee, extendedUpper, family, familySsns, spouse, stamp } from "../testing/enrollment-fixture";
import { render834 } from "./render-834";
import { dollarsAndCents } from "./render-834-member";

function segmentsOf(event: InitialEnrollment, rules: CharacterRules = extendedUpper): readonly string[] {
  const outcome = render834(event, { rules, stamp, ssns: familySsns });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value.segments;
}

function problemsOf(event: InitialEnrollment) {
  const outcome = render834(event, { rules: extendedUpper, stamp, ssns: familySsns });
  return outcome.ok ? [] : outcome.problems;
}

const withEmployee = (change: Partial<EnrolledMember>): InitialEnrollment => ({
  ...family,
  members: [{ ...employee, ...change }, spouse],
});

const subscriberSegments = `INS*Y*18*021*EC*A***FT
REF*0F*980111001
REF*1L*MO-2026-000123
REF*17*980111001
DTP*356*D8*20261001
DTP*336*D8*20200315
DTP*300*D8*20260910
NM1*IL*1*PENA*ROSA*INES***34*899120001
PER*IP**TE*5735551212*EM*ROSA_PENA@EXAMPLE.COM
N3*1200 OAK ST*APT 4
N4*COLUMBIA*MO*65201**CY*29019
DMG*D8*19850412*F
HLH*N
LUI*LE*ES**5
HD*021**HLT**FAM
DTP*348*D8*20261001
REF*CE*12345MO001000101
REF*1L*MO-2026-000123
LS*2700
LX*1
N1*75*PRE AMT 1
REF*9X*516.63
DTP*007*D8*20261001
LX*2
N1*75*PRE AMT TOT
REF*9X*1413.85
DTP*007*D8*20261001
LX*3
N1*75*TOT RES AMT
REF*9V*353.46
DTP*007*D8*20261001
LX*4
N1*75*TOT EMP RES AMT
REF*9V*1060.39
DTP*007*D8*20261001
LX*5
N1*75*RATING AREA
REF*9X*R-MO003
DTP*007*D8*20261001
LX*6
N1*75*SOURCE EXCHANGE ID
REF*17*MO0
DTP*007*D8*20261001
LX*7
N1*75*REQUEST SUBMIT TIMESTAMP
REF*17*20260910141142
LE*2700`.split("\n");

const childSegments = `INS*N*19*021*EC*A
REF*0F*980111001
REF*1L*MO-2026-000123
REF*17*980111003
DTP*356*D8*20261001
NM1*IL*1*PENA*ANA
DMG*D8*20180228*F
HLH*U
LUI*LE*EN**5
HD*021**HLT**FAM
DTP*348*D8*20261001
REF*CE*12345MO001000101
REF*1L*MO-2026-000123
LS*2700
LX*1
N1*75*PRE AMT 1
REF*9X*360.21
DTP*007*D8*20261001
LX*2
N1*75*SOURCE EXCHANGE ID
REF*17*MO0
DTP*007*D8*20261001
LX*3
N1*75*REQUEST SUBMIT TIMESTAMP
REF*17*20260910141142
LE*2700`.split("\n");

describe("a family's first enrollment as a transaction", () => {
  const segments = segmentsOf(family);

  test("opens with the group, the employer, the insurer, the broker and the number of people", () => {
    expect(segments.slice(0, 9)).toEqual([
      "ST*834*70023*005010X220A1",
      "BGN*00*70023*20260921*0615*CT***2",
      "REF*38*GRP-88-001",
      "QTY*ET*1",
      "QTY*DT*2",
      "QTY*TO*3",
      "N1*P5*CAFE RIO, LLC*FI*431234567",
      "N1*IN*PRAIRIE HEALTH PLAN*FI*430000001",
      "N1*BO*MONEY TALKS AGENCY*94*88888888",
    ]);
  });

  test("says everything about the subscriber, with the family's money", () => {
    expect(segments.slice(9, 9 + subscriberSegments.length)).toEqual(subscriberSegments);
  });

  test("says of a child its own premium and no total, and nothing that is not known", () => {
    expect(segments.slice(-1 - childSegments.length, -1)).toEqual(childSegments);
    expect(segments.at(-1)).toBe(`SE*${segments.length}*70023`);
  });

  test.each([
    [["self"], "EMP"],
    [["self", "domestic-partner"], "ESP"],
    [["self", "grandchild"], "ECH"],
    [["self", "spouse", "ward"], "FAM"],
  ] as const)("of %j is coverage level %s", (kinds, level) => {
    const members = kinds.map((relationship, index) => ({ ...employee, relationship, memberId: `m-${index}` }));
    expect(segmentsOf({ ...family, members })).toContain(`HD*021**HLT**${level}`);
  });

  test("marks a disabled child and a part-time employee in dental coverage", () => {
    const disabled: EnrolledMember = { ...spouse, relationship: "disabled-child" };
    const event: InitialEnrollment = {
      ...family,
      line: "dental",
      employmentBasis: "part-time",
      members: [employee, disabled],
    };
    const written = segmentsOf(event);
    expect(written).toContain("INS*N*G8*021*EC*A*****Y");
    expect(written).toContain("INS*Y*18*021*EC*A***PT");
    expect(written).toContain("HD*021**DEN**ECH");
  });

  test("names an insurer without a tax number by its exchange number", () => {
    const issuer = { issuerId: "12345", name: "Prairie Health Plan" };
    expect(segmentsOf({ ...family, issuer })).toContain("N1*IN*PRAIRIE HEALTH PLAN*94*12345");
  });

  test("keeps small letters for a partner that takes them and leaves e-mail out for one that has no at sign", () => {
    const small = segmentsOf(family, { ...extendedUpper, upperCase: false });
    expect(small).toContain("PER*IP**TE*5735551212*EM*rosa_pena@example.com");
    expect(small).toContain("NM1*IL*1*Pena*Rosa*Ines***34*899120001");
    expect(segmentsOf(family, { ...extendedUpper, set: "basic" })).toContain("PER*IP**TE*5735551212");
  });
});

describe("an enrollment that does not fit", () => {
  test("is refused with the member and the field, never cut", () => {
    expect(problemsOf(withEmployee({ lastName: "A".repeat(60) }))).toEqual([]);
    const params = { segment: "NM1", element: 3, length: 61, max: 60, memberId: "m-1" };
    expect(problemsOf(withEmployee({ lastName: "A".repeat(61) }))).toEqual([{ code: "x12-element-too-long", params }]);
  });

  test("is refused once for a name that no partner can read", () => {
    expect(problemsOf(withEmployee({ firstName: "李" }))).toEqual([
      { code: "x12-character-not-mappable", field: "members.firstName", params: { character: "李", memberId: "m-1" } },
    ]);
  });

  test("is refused without a subscriber", () => {
    expect(problemsOf({ ...family, members: [spouse] })).toEqual([{ code: "enrollment-without-subscriber" }]);
  });

  test("is refused for a policy number that holds a delimiter", () => {
    expect(problemsOf({ ...family, policyId: "A*B" }).map((problem) => problem.code)).toContain(
      "x12-delimiter-in-data",
    );
  });
});

test.each([
  [0, "0.00"],
  [5, "0.05"],
  [10000, "100.00"],
  [141385, "1413.85"],
  [-150, "-1.50"],
])("%i cents are written %s", (amount, text) => {
  expect(dollarsAndCents(cents(amount))).toBe(text);
});
