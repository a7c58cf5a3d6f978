import { randomUUID } from "node:crypto";
import { explainRoutes } from "./explain-cases";
import { offerRoutes } from "./offer-cases";
import type { SeededBusiness } from "./seeded-business";

/**
 * Who may use an address.
 * - public: everybody; link: whoever holds the token; demonstration: nobody where mail really goes out;
 * - signed-in: anybody with an account, and it shows that person's own only; employer: who acts for the business;
 *   employee: the person on the roster; operator: staff of the marketplace.
 */
export const audiences = ["public", "link", "demonstration", "signed-in", "employer", "employee", "operator"] as const;
export type Audience = (typeof audiences)[number];

/** The business whose ids a form or an address carries, with the versions that its rows have now. */
export type Subject = SeededBusiness["ids"] & {
  readonly staffUserId: string;
  readonly versions: Readonly<
    Record<"employer" | "employee" | "dependent" | "application" | "offer" | "taxCredit", string>
  >;
};

export type RouteCase = {
  readonly audience: Audience;
  /** Of those who act for a business, what the owner alone may do. */
  readonly ownerOnly?: "everything" | "act";
  /** Behind the question mark, for reading. */
  readonly query?: (subject: Subject) => Record<string, string>;
  /** A form that its rightful sender would have accepted. */
  readonly form?: (subject: Subject) => Record<string, string>;
  /** Hidden fields whose values the rightful sender has from the page. */
  readonly copies?: readonly string[];
  /** An uploaded file in the form. */
  readonly file?: { readonly field: string; readonly name: string; readonly text: string };
  /** What scripts send instead of a form. */
  readonly json?: (subject: Subject) => unknown;
  /** The page shows no text of the business even to whom it belongs. */
  readonly showsNothing?: true;
  /** The form belongs to the time before the offer is published. */
  readonly whilePreparing?: true;
  /** The employee in the address is the one who has neither an e-mail address nor an account. */
  readonly aboutUnreachable?: true;
  /** Where the seeded business stands, the page leads on to this address. */
  readonly movesOnTo?: (subject: Subject) => string;
  /** What the rightful sender gets, where a rule refuses for another reason than who is asking. */
  readonly refusedByRule?: number;
};

const person = {
  ...{ firstName: "Ada", lastName: "Newcomer", bornOn: "1990-05-05", sex: "F", usesTobacco: "no" },
  ...{ hiredOn: "2021-02-01", employmentBasis: "full-time", language: "en", isAnotherPerson: "yes" },
};
const child = {
  ...{ firstName: "Ben", lastName: "Newcomer", bornOn: "2016-05-05", sex: "M", relationship: "child" },
  isAnotherPerson: "yes",
};
const business = {
  ...{ legalName: "Newcomer Bakery LLC", entityKind: "limited-liability-company", addressLine1: "10 Elm St" },
  ...{ city: "Nashville", state: "TN", zip: "37203", phone: "6155550100", contactEmail: "new@example.com" },
};
const attested = Object.fromEntries(
  ["sizeAttested", "principalAddressInState", "offersAllFullTime", "atLeastOneNonOwnerEnrolling"].map((name) => [
    name,
    "yes",
  ]),
);
const creditAnswers = {
  ...{ taxYear: "2026", taxStatus: "taxable", fteMethod: "typed", fte: "8", wagesCents: "200000" },
  ...{ employerPaidCents: "30000", totalPremiumCents: "50000", paysHalfAlike: "yes" },
};
const roster =
  "First name,Last name,Birth date,Sex,Hire date,Full-time or part-time\nCora,Uploaded,1/2/1991,F,2/3/2020,full-time\n";
const strongPassword = "correct horse battery staple 9";

const accountRoutes: Readonly<Record<string, RouteCase>> = {
  "routes/$": { audience: "public" },
  "routes/_index": { audience: "public" },
  "routes/help": { audience: "public" },
  "routes/quote._index": {
    audience: "public",
    form: () => ({ zip: "37203", startOn: "2026-05-01", way: "ages", ages: "34, 41, 29" }),
  },
  // Shows what the browser's own cookie holds; without one both ways lead back to the beginning.
  "routes/quote.plans": { audience: "public", form: () => ({ employeeShare: "50", dependentsShare: "0" }) },
  "routes/quote.$token": { audience: "link", form: () => ({}) },
  "routes/sign-up": {
    audience: "public",
    form: () => ({
      ...{ fullName: "Nora New", email: `${randomUUID()}@example.com`, password: strongPassword, language: "en" },
    }),
  },
  "routes/sign-up_.sent": { audience: "public" },
  "routes/sign-in": {
    audience: "public",
    form: () => ({ email: "nobody@example.com", password: strongPassword }),
    refusedByRule: 422,
  },
  "routes/sign-out": { audience: "public", form: () => ({}) },
  "routes/language": { audience: "public", form: () => ({ language: "en", returnTo: "/" }) },
  "routes/forgot-password": { audience: "public", form: () => ({ email: "nobody@example.com" }) },
  "routes/reset-password.$token": { audience: "link", form: () => ({ password: strongPassword }) },
  "routes/verify-email_.$token": { audience: "link", form: () => ({}) },
  "routes/verify-email": { audience: "signed-in", form: () => ({}) },
  "routes/mailbox._index": { audience: "demonstration" },
  "routes/mailbox.$messageId": { audience: "demonstration" },
  "routes/start": { audience: "signed-in" },
  "routes/drafts.$formKey": { audience: "signed-in", json: () => ({ firstName: ["Ada"] }) },
  "routes/employers.new": {
    audience: "signed-in",
    form: () => ({ ...business, ein: "621111118" }),
    showsNothing: true,
  },
  // The form is for asking: a known EIN is answered by a request that the owner sees, so it names nobody's here.
  "routes/employers.join": {
    audience: "signed-in",
    form: () => ({ ein: "621111119" }),
    showsNothing: true,
    refusedByRule: 422,
  },
};

const employerRoutes: Readonly<Record<string, RouteCase>> = {
  "routes/employers.$employerId._index": { audience: "employer" },
  "routes/employers.$employerId.history": { audience: "employer" },
  "routes/employers.$employerId.business": {
    audience: "employer",
    form: ({ versions }) => ({ ...business, version: versions.employer }),
  },
  "routes/employers.$employerId.eligibility": {
    audience: "employer",
    form: () => ({ sizeMethod: "typed", fte: "8", ...attested }),
  },
  "routes/employers.$employerId.tax-credit": {
    audience: "employer",
    form: ({ versions }) => ({ ...creditAnswers, version: versions.taxCredit }),
  },
  "routes/employers.$employerId.staff": {
    audience: "employer",
    ownerOnly: "act",
    form: ({ staffUserId }) => ({ userId: staffUserId, decision: "close" }),
  },
};

const rosterRoutes: Readonly<Record<string, RouteCase>> = {
  "routes/employers.$employerId.roster._index": { audience: "employer" },
  "routes/employers.$employerId.roster.template[.]csv": { audience: "employer", showsNothing: true },
  "routes/employers.$employerId.roster.new": {
    audience: "employer",
    form: ({ employeeId }) => ({ ...person, employeeId }),
  },
  "routes/employers.$employerId.roster.upload": {
    audience: "employer",
    file: { field: "list", name: "people.csv", text: roster },
  },
  "routes/employers.$employerId.roster.quoted": {
    audience: "employer",
    form: () => ({
      ...{ "people.0.family": "1", "people.0.relationship": "self", "people.0.firstName": "Quinn" },
      ...{ "people.0.lastName": "Quoted", "people.0.bornOn": "5/5/1990", "people.0.hiredOn": "2/1/2021" },
    }),
  },
  "routes/employers.$employerId.roster.$employeeId._index": {
    audience: "employer",
    whilePreparing: true,
    form: ({ versions }) => ({ ...person, version: versions.employee }),
  },
  "routes/employers.$employerId.roster.$employeeId.ssn": {
    audience: "employer",
    ownerOnly: "everything",
    query: ({ dependentId }) => ({ member: dependentId }),
    form: ({ dependentId }) => ({ memberId: dependentId, reason: "check-typing", explanation: "Typing looked wrong" }),
  },
  "routes/employers.$employerId.roster.$employeeId.dependents.new": {
    audience: "employer",
    form: ({ dependentId }) => ({ ...child, dependentId }),
  },
  "routes/employers.$employerId.roster.$employeeId.dependents.$dependentId._index": {
    audience: "employer",
    whilePreparing: true,
    form: ({ versions }) => ({ ...child, version: versions.dependent }),
  },
  "routes/employers.$employerId.roster.$employeeId.dependents.$dependentId.removal": {
    audience: "employer",
    whilePreparing: true,
    form: () => ({}),
  },
  "routes/employers.$employerId.roster.$employeeId.removal": {
    audience: "employer",
    whilePreparing: true,
    form: () => ({}),
  },
};

const enrollmentRoutes: Readonly<Record<string, RouteCase>> = {
  "routes/employers.$employerId.enrollment._index": { audience: "employer" },
  "routes/employers.$employerId.enrollment.invitations": {
    audience: "employer",
    form: ({ undecidedEmployeeId }) => ({ employeeId: undecidedEmployeeId }),
  },
  "routes/employers.$employerId.enrollment.$employeeId.letter": {
    audience: "employer",
    aboutUnreachable: true,
    form: () => ({}),
  },
  "routes/employers.$employerId.enrollment.submission": {
    audience: "employer",
    movesOnTo: ({ employerId }) => `/employers/${employerId}/enrollment/sent`,
    form: ({ applicationId }) => ({
      ...{ applicationId, signedName: "Olga Owner", undecidedStated: "1", attested: "yes" },
      idempotencyKey: "0123456789abcdef0",
    }),
  },
  "routes/employers.$employerId.enrollment.sent": { audience: "employer", form: () => ({}) },
  "routes/invitation.$token._index": { audience: "link", form: () => ({ lastName: "Worker", bornOn: "1980-05-05" }) },
  "routes/invitation.$token.account": {
    audience: "link",
    form: () => ({ way: "password", password: strongPassword }),
  },
};

const address = { addressLine1: "11 Elm St", city: "Nashville", state: "TN", zip: "37203" };

const coverageRoutes: Readonly<Record<string, RouteCase>> = {
  "routes/coverage.$employerId._index": { audience: "employee" },
  "routes/coverage.$employerId.details": {
    audience: "employee",
    form: ({ versions }) => ({ ...person, ...address, phone: "6155550144", version: versions.employee }),
  },
  "routes/coverage.$employerId.family._index": { audience: "employee" },
  "routes/coverage.$employerId.family.new": {
    audience: "employee",
    form: ({ dependentId }) => ({ ...child, dependentId }),
  },
  "routes/coverage.$employerId.family.$dependentId": {
    audience: "employee",
    form: ({ versions }) => ({ ...child, version: versions.dependent }),
  },
  "routes/coverage.$employerId.plans.$planId": { audience: "employee", query: () => ({ line: "medical" }) },
  "routes/coverage.$employerId.compare": {
    audience: "employee",
    query: ({ planId }) => ({ line: "medical", plan: planId }),
  },
  "routes/coverage.$employerId.waive.$line": { audience: "employee", form: () => ({ reason: "medicare" }) },
  "routes/coverage.$employerId.choose.$line": {
    audience: "employee",
    form: ({ planId, dependentId }) => ({ planId, covered: dependentId }),
  },
  "routes/coverage.$employerId.check": {
    audience: "employee",
    copies: ["seen"],
    form: () => ({ signedName: "Ada Newcomer", attested: "yes", seen: "0123456789abcdef" }),
  },
  "routes/coverage.$employerId.done": {
    audience: "employee",
    movesOnTo: ({ employerId }) => `/coverage/${employerId}`,
  },
};

/** Every address of the product. What belongs to a business comes first, what takes rows away last. */
export const routeCases: Readonly<Record<string, RouteCase>> = {
  ...accountRoutes,
  ...employerRoutes,
  ...offerRoutes,
  ...explainRoutes,
  ...coverageRoutes,
  ...enrollmentRoutes,
  ...rosterRoutes,
};
