import fc from "fast-check";
import { X12Parser } from "node-x12";
import { expect, test } from "vitest";
import { addDays, calendarDate, type CalendarDate } from "../calendar/calendar-date";
import type { EnrolledMember, InitialEnrollment } from "../enrollment/enrollment-event";
import { employmentTypes } from "../household/employment";
import { coverageLines } from "../coverage-line";
import { dependentRelationships, sexes } from "../household/relationship";
import { allocate, cents, sumCents } from "../money/cents";
import { characterSets, type CharacterRules } from "./characters";
import { compare834 } from "./reading/compare-834";
import { readEnvelopes } from "./reading/envelope-reader";
import { read834 } from "./reading/read-834";
import { employee, family, stamp } from "./testing/enrollment-fixture";
import { fileAround, firstTransaction, rendered } from "./testing/reread";

const dayBetween = (from: string, days: number) =>
  fc.integer({ min: 0, max: days }).map((n): CalendarDate => addDays(calendarDate(from), n));
const letters = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZñÑéÉüßøØłæ'-. *~:"];
const letter = fc.constantFrom(...letters);
const text = (max: number) =>
  fc
    .tuple(fc.constantFrom("Ab", "Éñ", "Za", "łø"), fc.array(letter, { minLength: 1, maxLength: max }))
    .map(([a, b]) => a + b.join(""));
const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((d) => d.join(""));
const present = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const address = fc.record({
  line1: text(25),
  city: text(12),
  state: fc.constantFrom("MO", "KS", "DC", "PR"),
  zip: fc.oneof(digits(5), digits(9)),
  countyFips: digits(5),
});

const person = fc
  .record({
    firstName: text(15),
    middleName: present(text(10)),
    lastName: text(25),
    suffix: present(fc.constantFrom("Jr", "Sr", "II", "III")),
    bornOn: dayBetween("1930-01-01", 35_000),
    sex: fc.constantFrom(...sexes),
    usesTobacco: fc.constantFrom(true, false, null),
    address: present(address),
    phone: present(digits(10)),
    email: present(fc.emailAddress().filter((email) => /^[A-Za-z0-9.@_-]+$/.test(email))),
    language: fc.constantFrom("en", "es"),
    premiumCents: fc.integer({ min: 0, max: 999_999 }).map(cents),
    ssn: present(digits(9)),
    relationship: fc.constantFrom(...dependentRelationships),
  })
  .map(({ middleName, suffix, address: home, phone, email, ...rest }) => ({
    ...rest,
    ...(middleName !== undefined && { middleName }),
    ...(suffix !== undefined && { suffix }),
    ...(home !== undefined && { address: home }),
    ...(phone !== undefined && { phone }),
    ...(email !== undefined && { email }),
  }));

type Generated = { readonly event: InitialEnrollment; readonly ssns: ReadonlyMap<string, string> };

const generated: fc.Arbitrary<Generated> = fc
  .record({
    people: fc.array(person, { minLength: 1, maxLength: 7 }),
    home: address,
    line: fc.constantFrom(...coverageLines),
    employmentBasis: fc.constantFrom(...employmentTypes),
    legalName: text(30),
    policyId: digits(12),
    hiredOn: dayBetween("1990-01-01", 12_000),
    areaNumber: fc.integer({ min: 1, max: 999 }),
    employerWeight: fc.integer({ min: 0, max: 100 }),
    hasTaxId: fc.boolean(),
    hasBroker: fc.boolean(),
  })
  .map((g) => {
    const ssns = new Map<string, string>();
    const members = g.people.map(({ ssn, ...rest }, index): EnrolledMember => {
      const memberId = `m-${index}`;
      if (ssn !== undefined) ssns.set(memberId, ssn);
      const relationship = index === 0 ? "self" : rest.relationship;
      const own = index === 0 ? { address: g.home } : {};
      return { ...rest, ...own, relationship, memberId, exchangeMemberId: `98011${index}001` };
    });
    const totalPremiumCents = sumCents(members.map((member) => member.premiumCents));
    const [employerShareCents, employeeShareCents] = allocate(totalPremiumCents, [
      g.employerWeight,
      101 - g.employerWeight,
    ]);
    const { broker, ...plain } = family;
    const { federalTaxId: _federalTaxId, ...issuer } = family.issuer;
    const event: InitialEnrollment = {
      ...plain,
      ...(g.hasBroker && broker !== undefined && { broker }),
      issuer: g.hasTaxId ? family.issuer : issuer,
      line: g.line,
      employmentBasis: g.employmentBasis,
      employer: { ...family.employer, legalName: g.legalName },
      policyId: g.policyId,
      hiredOn: g.hiredOn,
      members,
      totalPremiumCents,
      employerShareCents: employerShareCents!,
      employeeShareCents: employeeShareCents!,
      ratingArea: { state: "MO", number: g.areaNumber },
    };
    return { event, ssns };
  });

const ruleSets: fc.Arbitrary<CharacterRules> = fc.record({
  set: fc.constantFrom(...characterSets),
  upperCase: fc.boolean(),
  delimiters: fc.constantFrom(
    { element: "*", repetition: "^", component: ":", segment: "~" },
    { element: "|", repetition: "!", component: ">", segment: "~" },
  ),
});

test("what is written about any family is read back as what was meant", () => {
  fc.assert(
    fc.property(generated, ruleSets, ({ event, ssns }, rules) => {
      const file = fileAround([rendered(event, { rules, ssns })], rules);
      expect(readEnvelopes(file).findings).toEqual([]);
      expect(compare834(read834(firstTransaction(file)), { event, ssns, stamp, rules })).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("the members' premiums in the file add up to the family's, and so do the two shares", () => {
  fc.assert(
    fc.property(generated, ({ event, ssns }) => {
      const { model } = read834(firstTransaction(fileAround([rendered(event, { ssns })])));
      const categories = model?.members.flatMap((member) => member.categories) ?? [];
      const sumOf = (...names: string[]) =>
        categories
          .filter(({ name }) => names.includes(name))
          .reduce((sum, { value }) => sum + Number(value.replace(".", "")), 0);
      expect(sumOf("PRE AMT 1")).toBe(sumOf("PRE AMT TOT"));
      expect(sumOf("TOT RES AMT", "TOT EMP RES AMT")).toBe(sumOf("PRE AMT TOT"));
    }),
    { numRuns: 100 },
  );
});

test("an event is plain JSON: storing and loading it changes nothing in the file", () => {
  fc.assert(
    fc.property(generated, ({ event, ssns }) => {
      const stored = JSON.parse(JSON.stringify(event)) as InitialEnrollment;
      expect(rendered(stored, { ssns })).toEqual(rendered(event, { ssns }));
    }),
    { numRuns: 50 },
  );
});

test("another X12 reader accepts our files and finds the same segments", () => {
  fc.assert(
    fc.property(generated, ({ event, ssns }) => {
      const transaction = rendered(event, { ssns });
      const parser = new X12Parser(true);
      const interchange = parser.parse(fileAround([transaction]));
      expect(parser.diagnostics).toEqual([]);
      if (!("functionalGroups" in interchange)) throw new Error("several interchanges");
      const found = interchange.functionalGroups[0]?.transactions[0]?.segments ?? [];
      const body = transaction.segments.slice(1, -1).map((segment) => segment.split("*"));
      expect(found.map(({ tag, elements }) => [tag, ...elements.map(({ value }) => value)])).toEqual(body);
    }),
    { numRuns: 50 },
  );
});

test("the other reader also refuses what it can tell: a count that is off", () => {
  const broken = fileAround([rendered({ ...family, members: [employee] })]).replace(/SE\*\d+\*/, "SE*7*");
  expect(() => new X12Parser(true).parse(broken)).toThrow();
});
