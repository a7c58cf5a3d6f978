import { censusMostPeople, censusPeopleCount, type Census, type CensusPerson } from "~/domain/household/census";
import type { Relationship } from "~/domain/household/relationship";
import { done, failed, type Outcome, type Problem } from "~/domain/problem";
import type { CensusAges } from "./census-ages.schema";
import { agesOfText, censusAgeLimitYears } from "./census-values";

type AgesOf = { readonly field: string; readonly relationship: Relationship };

/**
 * A census from typed ages. Problems, each on its field: `required` on `ages` when nobody is there,
 * `census-age-unreadable`, `census-age-not-plausible` {ageYears, most}, `census-one-age`, `census-too-many-people` {most}.
 */
export function readCensusAges({ ages, families }: CensusAges): Outcome<Census> {
  const problems: Problem[] = [];
  const note = (found: readonly Problem[]) => problems.push(...found);
  const alone = peopleOf(ages, { field: "ages", relationship: "self" });
  note(alone.problems);
  const households = families.flatMap(({ age, tobacco, spouse, children }, index): CensusPerson[][] => {
    const field = (name: string) => `families.${index}.${name}`;
    if ([age, spouse, children].every((text) => text === "")) return [];
    const head = onePerson(age, { field: field("age"), relationship: "self" });
    const partner = spouse === "" ? none : onePerson(spouse, { field: field("spouse"), relationship: "spouse" });
    const kids = peopleOf(children, { field: field("children"), relationship: "child" });
    for (const part of [head, partner, kids]) note(part.problems);
    const employee = head.people.map((person) => ({ ...person, usesTobacco: tobacco !== "" }));
    return [[...employee, ...partner.people, ...kids.people]];
  });
  const census = [...alone.people.map((person) => [person]), ...households];
  if (problems.length > 0) return failed(...problems);
  if (census.length === 0) return failed({ code: "required", field: "ages" });
  if (censusPeopleCount(census) > censusMostPeople) {
    return failed({ code: "census-too-many-people", field: "ages", params: { most: censusMostPeople } });
  }
  return done(census);
}

type Read = { readonly people: readonly CensusPerson[]; readonly problems: readonly Problem[] };
const none: Read = { people: [], problems: [] };

function peopleOf(text: string, { field, relationship }: AgesOf): Read {
  const ages = agesOfText(text);
  const tooOld = ages.find((age) => age !== undefined && age >= censusAgeLimitYears);
  if (ages.includes(undefined)) return { people: [], problems: [{ code: "census-age-unreadable", field }] };
  if (tooOld !== undefined) {
    const params = { ageYears: tooOld, most: censusAgeLimitYears - 1 };
    return { people: [], problems: [{ code: "census-age-not-plausible", field, params }] };
  }
  return { people: ages.flatMap((age) => (age === undefined ? [] : [personOf(age, relationship)])), problems: [] };
}

function onePerson(text: string, of: AgesOf): Read {
  const { field } = of;
  if (text === "") return { people: [], problems: [{ code: "required", field }] };
  const read = peopleOf(text, of);
  const isUnreadable = read.problems.some(({ code }) => code === "census-age-unreadable");
  if (isUnreadable || read.people.length > 1) return { people: [], problems: [{ code: "census-one-age", field }] };
  return read;
}

function personOf(ageYears: number, relationship: Relationship): CensusPerson {
  return { relationship, firstName: "", lastName: "", bornOn: null, ageYears, usesTobacco: false, hiredOn: null };
}
