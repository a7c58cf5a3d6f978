// Any household and any group, for property tests of prices and contributions.

import fc from "fast-check";
import type { Relationship } from "../../domain/household/relationship";
import type { RatedMember } from "../../domain/rating/rated-household";
import { householdOf, type Person } from "../../domain/rating/testing/worked-group";

const anyFamily = fc.record({
  employeeAge: fc.integer({ min: 16, max: 90 }),
  spouse: fc.option(fc.constantFrom<Relationship>("spouse", "domestic-partner")),
  spouseAge: fc.integer({ min: 17, max: 90 }),
  childAges: fc.array(fc.integer({ min: 0, max: 25 }), { maxLength: 6 }),
  usesTobacco: fc.boolean(),
});

export const anyHousehold: fc.Arbitrary<RatedMember[]> = anyFamily.map((family) =>
  householdOf(
    "e",
    [family.employeeAge, "self", family.usesTobacco],
    ...(family.spouse === null ? [] : [[family.spouseAge, family.spouse, !family.usesTobacco] as const]),
    ...family.childAges.map((age): Person => [age, "child", family.usesTobacco]),
  ),
);

export const anyGroup: fc.Arbitrary<RatedMember[][]> = fc
  .array(anyHousehold, { minLength: 1, maxLength: 15 })
  .map((households) =>
    households.map((members, at) => members.map((member) => ({ ...member, memberId: `${at}-${member.memberId}` }))),
  );
