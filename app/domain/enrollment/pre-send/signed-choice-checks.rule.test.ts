import { describe, expect, it } from "vitest";
import { calendarDate } from "../../calendar/calendar-date";
import { cents } from "../../money/cents";
import { child, family, spouse } from "../../x12/testing/enrollment-fixture";
import { signedChoiceFindings, type SignedMember } from "./signed-choice-checks.rule";

const asSigned: readonly SignedMember[] = family.members.map(({ memberId, relationship }) => ({
  ...{ memberId, relationshipNow: relationship },
  ...{ signedEmployerShareCents: cents(10_000), employerShareNowCents: cents(10_000) },
}));

function codesOf(change: Partial<SignedMember> = {}, of: string = child.memberId, startsNowOn = family.startOn) {
  const members = asSigned.map((member) => (member.memberId === of ? { ...member, ...change } : member));
  return signedChoiceFindings(family, { members, startsNowOn }).map(({ code, memberId }) => [code, memberId]);
}

describe("a signed choice that is sent", () => {
  it("covers the people, at the shares and from the day, that are on record", () => {
    expect(codesOf()).toEqual([]);
  });

  it("is kept back when somebody it covers has left the family", () => {
    expect(codesOf({ relationshipNow: null })).toEqual([["send-member-left-family", child.memberId]]);
    const members = asSigned.filter(({ memberId }) => memberId !== spouse.memberId);
    expect(signedChoiceFindings(family, { members, startsNowOn: family.startOn })).toMatchObject([
      { severity: "block", code: "send-member-left-family", memberId: spouse.memberId },
    ]);
  });

  it("is kept back when somebody is related otherwise now", () => {
    expect(codesOf({ relationshipNow: "domestic-partner" }, spouse.memberId)).toEqual([
      ["send-relationship-not-as-signed", spouse.memberId],
    ]);
  });

  it.each([
    [10_000, []],
    [10_001, [["send-member-share-not-as-offered", child.memberId]]],
    [9_999, [["send-member-share-not-as-offered", child.memberId]]],
    [undefined, []],
  ])("for somebody whose share was signed as $100.00 and is %s cents now gives %j", (now, expected) => {
    expect(codesOf({ employerShareNowCents: now === undefined ? undefined : cents(now) })).toEqual(expected);
  });

  it("is kept back when coverage would start sooner now, and a later start is left to the waiting period", () => {
    expect(codesOf({}, child.memberId, calendarDate("2000-01-01"))).toEqual([["send-start-not-as-signed", undefined]]);
    expect(codesOf({}, child.memberId, calendarDate("2100-01-01"))).toEqual([]);
  });
});
