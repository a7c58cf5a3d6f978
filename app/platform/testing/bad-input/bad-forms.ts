import { randomUUID } from "node:crypto";
import type { Problem } from "../../../domain/problem";
import type { World } from "../attack/attack-world";
import type { Subject } from "../attack/route-cases";
import type { SeededBusiness } from "../attack/seeded-business";

type Typed = Readonly<Record<string, string>>;

/** A form with one thing wrong, and what its sender is told. */
export type BadForm = {
  readonly what: string;
  /** The business of the sender, who is its owner or one of its employees. */
  readonly business: (world: World) => SeededBusiness;
  readonly sender: "owner" | "employee";
  readonly address: (subject: Subject) => string;
  readonly typed: (subject: Subject) => Typed;
  readonly field: string;
  readonly problem: Omit<Problem, "field">;
  /** Posted by the page itself; after a refusal the page says anew what is right. */
  readonly givenAnew?: readonly string[];
};

/** A ZIP that the tests put into two counties. */
export const sharedZip = "37013";
export const sharedCounties = { "47037": "Davidson County", "47149": "Rutherford County" } as const;

const business: Typed = {
  ...{ legalName: "O'Neil & Daughters LLC", entityKind: "limited-liability-company", addressLine1: "10 Elm St" },
  ...{ city: "Nashville", state: "TN", zip: "37203", phone: "6155550100", contactEmail: "new@example.com" },
};
const person: Typed = {
  ...{ firstName: "Ada", lastName: 'Newcomer-"Lee"'.replaceAll('"', ""), bornOn: "5/5/1990", sex: "F" },
  ...{ usesTobacco: "no", ssn: "219-09-9981" },
};
const worker: Typed = { ...person, hiredOn: "2/1/2021", employmentBasis: "part-time", language: "es", zip: "37203" };
const child: Typed = { ...person, lastName: "Newcomer", bornOn: "5/5/2016", relationship: "child" };
const home: Typed = { addressLine1: "11 Elm St", city: "Nashville", state: "TN", zip: "37203", phone: "615-555-0144" };

type Case = readonly [string, Typed, string, string, Problem["params"]?];

function forms(base: Omit<BadForm, "what" | "typed" | "field" | "problem">, whole: (subject: Subject) => Typed) {
  return ([what, wrong, field, code, params]: Case): BadForm => ({
    ...{ ...base, what, field, problem: { code, ...(params ? { params } : {}) } },
    typed: (subject) => ({ ...whole(subject), ...wrong }),
  });
}

const owner = { business: ({ preparing }: World) => preparing, sender: "owner" } as const;
const employee = { business: ({ mine }: World) => mine, sender: "employee" } as const;

const registration = forms({ ...owner, address: () => "/employers/new" }, () => ({ ...business, ein: "62-1111117" }));
const joining = forms({ ...owner, address: () => "/employers/join" }, () => ({}));
const newEmployee = forms({ ...owner, address: ({ employerId }) => `/employers/${employerId}/roster/new` }, () => ({
  ...worker,
  employeeId: randomUUID(),
}));
const newDependent = forms(
  { ...owner, address: (of) => `/employers/${of.employerId}/roster/${of.employeeId}/dependents/new` },
  () => ({ ...child, dependentId: randomUUID() }),
);
const coverageYear = forms(
  {
    ...owner,
    address: ({ employerId }) => `/employers/${employerId}/coverage-year`,
    givenAnew: ["startOn", "version"],
  },
  ({ versions }) => ({
    ...{ startOn: "2026-05-01", opensOn: "3/20/2026", closesOn: "4/5/2026", offersDependents: "no" },
    ...{ waitingPeriod: "first-of-month-on-or-after-60-days", payFrequency: "weekly", version: versions.application },
  }),
);
const ownDetails = forms(
  { ...employee, address: ({ employerId }) => `/coverage/${employerId}/details` },
  ({ versions }) => ({ ...person, ...home, language: "es", version: versions.employee }),
);
const ownFamily = forms({ ...employee, address: ({ employerId }) => `/coverage/${employerId}/family/new` }, () => ({
  ...child,
  dependentId: randomUUID(),
}));

/** Of the first employee of the business that prepares its offer. */
const takenSsn = "219099993";

export const badForms: readonly BadForm[] = [
  registration(["an EIN of eight digits", { ein: "62-111111" }, "ein", "ein-not-nine-digits"]),
  registration(["an EIN with a letter", { ein: "62-111111A" }, "ein", "ein-not-nine-digits"]),
  registration(["a ZIP of four digits", { zip: "3720" }, "zip", "zip-code-not-five-or-nine-digits"]),
  registration(["a ZIP that nobody knows", { zip: "99999" }, "zip", "zip-unknown"]),
  registration([
    ...(["a ZIP of another state", { state: "OH" }, "zip", "zip-in-other-state"] as const),
    { zip: "37203", state: "OH" },
  ]),
  registration(["a ZIP in two counties", { zip: sharedZip }, "countyFips", "county-required"]),
  joining(["an EIN of ten digits", { ein: "62-11111111" }, "ein", "ein-not-nine-digits"]),
  joining(["an EIN that nobody registered", { ein: "62-1111116" }, "ein", "ein-not-registered"]),

  newEmployee(["a number of eight digits", { ssn: "219-09-998" }, "ssn", "ssn-not-nine-digits"]),
  newEmployee(["a number that begins with 000", { ssn: "000-12-3456" }, "ssn", "ssn-area-not-issued"]),
  newEmployee(["a taxpayer number", { ssn: "912-70-1234" }, "ssn", "ssn-is-a-taxpayer-number"]),
  newEmployee(["the number on a sample card", { ssn: "078-05-1120" }, "ssn", "ssn-is-a-sample"]),
  newEmployee(["half a ZIP", { zip: "372" }, "zip", "zip-code-not-five-or-nine-digits"]),
  newEmployee([
    ...(["a ZIP in two counties", { zip: sharedZip }, "countyFips", "county-choice-needed"] as const),
    { zip: sharedZip },
  ]),
  newEmployee(["a day that no month has", { bornOn: "2/30/1990" }, "bornOn", "invalid-date"]),
  newEmployee(["a day written in words", { hiredOn: "last spring" }, "hiredOn", "invalid-date"]),
  newEmployee([
    ...(["a birth that has not come", { bornOn: "5/5/2026" }, "bornOn", "birth-date-in-the-future"] as const),
    { bornOn: "2026-05-05" },
  ]),
  newEmployee([
    ...(["work before birth", { hiredOn: "2/1/1989" }, "hiredOn", "hired-before-birth"] as const),
    { hiredOn: "1989-02-01", bornOn: "1990-05-05" },
  ]),
  newEmployee([
    ...(["an age of 120", { bornOn: "1/1/1906", hiredOn: "2/1/1930" }, "bornOn", "age-not-plausible"] as const),
    { ageYears: 120, limitYears: 110 },
  ]),
  newEmployee([
    ...(["work at the age of 12", { hiredOn: "6/1/2002" }, "bornOn", "employee-under-14-when-hired"] as const),
    { ageYears: 12 },
  ]),
  newEmployee([
    ...(["somebody on the roster, by number", { ssn: takenSsn }, "ssn", "employee-already-on-roster"] as const),
    { name: "Pat WorkerA" },
  ]),
  newEmployee([
    "somebody on the roster, by name and birth date",
    ...([{ firstName: "Pat", lastName: "WorkerB", bornOn: "6/5/1980" }, "isAnotherPerson"] as const),
    ...(["person-already-on-roster", { name: "Pat WorkerB" }] as const),
  ]),
  newEmployee([
    ...(["somebody's e-mail address", { email: "worker1@example.com" }, "email", "email-already-on-roster"] as const),
    { name: "Pat WorkerB" },
  ]),

  newDependent([
    ...(["a child of 30", { bornOn: "5/1/1996" }, "bornOn", "child-too-old"] as const),
    { ageYears: 30, limitYears: 26 },
  ]),
  newDependent([
    ...(["a child who is 26 on the first day", { bornOn: "5/1/2000" }, "bornOn", "child-too-old"] as const),
    { ageYears: 26, limitYears: 26 },
  ]),
  newDependent(["a child's number of ten digits", { ssn: "219-09-99810" }, "ssn", "ssn-not-nine-digits"]),

  coverageYear([
    ...(["a start whose deadline has passed", { startOn: "2026-03-01" }, "startOn"] as const),
    "start-date-deadline-passed",
    { startOn: "2026-03-01", deadlineOn: "2026-02-08", nextStartOn: "2026-05-01", deadline: "publish" },
  ]),
  coverageYear([
    ...(["a start in the middle of a month", { startOn: "2026-05-15" }, "startOn"] as const),
    ...(["start-date-not-first-of-month", { startOn: "2026-05-15" }] as const),
  ]),
  coverageYear(["a first day that does not exist", { opensOn: "4/31/2026" }, "opensOn", "invalid-date"]),
  coverageYear([
    ...(["a last day before the first", { opensOn: "4/6/2026" }, "closesOn"] as const),
    ...(["open-enrollment-ends-before-it-starts", { opensOn: "2026-04-06", closesOn: "2026-04-05" }] as const),
  ]),

  ownDetails(["one's own number of eight digits", { ssn: "219-09-998" }, "ssn", "ssn-not-nine-digits"]),
  ownDetails(["one's own ZIP of four digits", { zip: "3720" }, "zip", "zip-code-not-five-or-nine-digits"]),
  ownDetails([
    ...(["one's own ZIP in two counties", { zip: sharedZip }, "countyFips", "county-choice-needed"] as const),
    { zip: sharedZip },
  ]),
  ownDetails(["one's own birth date, day first", { bornOn: "31/12/1990" }, "bornOn", "invalid-date"]),
  ownDetails(["a telephone number without area code", { phone: "555-0144" }, "phone", "phone-not-ten-digits"]),
  ownFamily([
    ...(["one's own child of 30", { bornOn: "4/1/1996" }, "bornOn", "child-too-old"] as const),
    { ageYears: 30, limitYears: 26 },
  ]),
  ownFamily(["a spouse's sample number", { relationship: "spouse", ssn: "219-09-9999" }, "ssn", "ssn-is-a-sample"]),
];
