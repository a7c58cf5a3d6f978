import type { CoverageLine } from "~/domain/coverage-line";
import type { WaiverReason } from "~/domain/participation/waiver-reason";

type Person = { readonly fullName: string; readonly email: string };

/** One row of the roster, under the headings of the upload template. */
type RosterRow = readonly string[];

export type DemoOffer = {
  readonly line: CoverageLine;
  readonly metalLevel: string;
  /** How the business pays, as its form would be filled in. */
  readonly pays: Readonly<Record<string, string>>;
};

type DemoChoice =
  | { readonly line: CoverageLine; readonly plan: "cheapest" | "middle"; readonly covers: "employee" | "family" }
  | { readonly line: CoverageLine; readonly waiver: WaiverReason };

/** How far somebody on the roster goes by themselves; who is not named stays silent. */
export type DemoAnswer = {
  readonly email: string;
  readonly goesTo: "opened" | "joined" | "chosen" | "signed";
  readonly choices: readonly DemoChoice[];
};

export type DemoGroup = {
  readonly owner: Person;
  readonly business: Readonly<Record<string, string>>;
  /** Full-time people, and the weekly hours of all others together. */
  readonly size: { readonly fullTimeHeads: string; readonly partTimeWeeklyHours: string };
  readonly roster: readonly RosterRow[];
  readonly offers: readonly DemoOffer[];
  readonly answers: readonly DemoAnswer[];
  /** The owner submits the group once everybody has answered. */
  readonly submits: boolean;
};

export const rosterHeadings: RosterRow = [
  ...["Family ID", "Relationship", "First name", "Last name", "E-mail", "SSN", "Birth date", "Sex", "Hire date"],
  ...["Full-time or part-time", "Owner", "Tobacco", "Address", "City", "State", "ZIP", "County", "Language"],
];

const madison = ["Madison", "WI", "53703", "Dane"] as const;
const washington = ["Washington", "DC", "20003", "District of Columbia"] as const;

const bakery: DemoGroup = {
  owner: { fullName: "Nora Lindqvist", email: "nora@lakeside-bakery.example" },
  business: {
    ...{ legalName: "Lakeside Bakery LLC", ein: "39-4501827", entityKind: "limited-liability-company" },
    ...{ addressLine1: "212 King St", city: "Madison", state: "WI", zip: "53703", countyFips: "55025" },
    ...{ phone: "(608) 555-0142", contactEmail: "nora@lakeside-bakery.example" },
  },
  size: { fullTimeHeads: "6", partTimeWeeklyHours: "38" },
  roster: [
    person("1", ["Nora", "Lindqvist", "nora@lakeside-bakery.example", "733-01-0011", "1979-04-18", "F"], {
      work: ["2014-03-01", "Full-time", "Yes", "No"],
      home: ["48 Spaight St", ...madison, "English"],
    }),
    person("2", ["Rafael", "Ortega", "rafael@lakeside-bakery.example", "733-01-0029", "1986-09-03", "M"], {
      work: ["2018-06-11", "Full-time", "No", "No"],
      home: ["1904 Jenifer St", ...madison, "Spanish"],
    }),
    family("2", "Spouse", ["Elena", "Ortega", "733-01-0037", "1988-01-27", "F"], "No"),
    family("2", "Child", ["Mateo", "Ortega", "733-01-0045", "2015-05-09", "M"]),
    family("2", "Child", ["Sofia", "Ortega", "733-01-0052", "2018-11-30", "F"]),
    person("3", ["Priya", "Raman", "priya@lakeside-bakery.example", "733-01-0060", "1994-02-14", "F"], {
      work: ["2021-09-20", "Full-time", "No", "No"],
      home: ["77 Ingersoll St", ...madison, "English"],
    }),
    person("4", ["Tom", "Brandt", "tom@lakeside-bakery.example", "733-01-0078", "1968-07-22", "M"], {
      work: ["2016-01-04", "Full-time", "No", "Yes"],
      home: ["530 Russell St", ...madison, "English"],
    }),
    person("5", ["Grace", "Okafor", "grace@lakeside-bakery.example", "733-01-0086", "1999-12-05", "F"], {
      work: ["2023-05-15", "Full-time", "No", "No"],
      home: ["902 Williamson St", ...madison, "English"],
    }),
    person("6", ["Luis", "Medina", "luis@lakeside-bakery.example", "", "2001-08-19", "M"], {
      work: ["2024-02-26", "Part-time", "No", "No"],
      home: ["", "", "WI", "53704", "Dane", "Spanish"],
    }),
    person("7", ["Hannah", "Voss", "hannah@lakeside-bakery.example", "733-01-0102", "1975-03-08", "F"], {
      work: ["2019-10-07", "Full-time", "No", "No"],
      home: ["15 Baldwin St", ...madison, "English"],
    }),
  ],
  offers: [
    { line: "medical", metalLevel: "silver", pays: shares("75", "50") },
    { line: "dental", metalLevel: "low", pays: shares("50", "0") },
  ],
  answers: [
    signed("nora@lakeside-bakery.example", [
      { line: "medical", plan: "middle", covers: "employee" },
      { line: "dental", plan: "cheapest", covers: "employee" },
    ]),
    signed("rafael@lakeside-bakery.example", [
      { line: "medical", plan: "middle", covers: "family" },
      { line: "dental", plan: "middle", covers: "family" },
    ]),
    signed("tom@lakeside-bakery.example", [
      { line: "medical", waiver: "spouse-employer-plan" },
      { line: "dental", waiver: "spouse-employer-plan" },
    ]),
    { email: "priya@lakeside-bakery.example", goesTo: "joined", choices: [] },
    { email: "grace@lakeside-bakery.example", goesTo: "opened", choices: [] },
    {
      email: "hannah@lakeside-bakery.example",
      goesTo: "chosen",
      choices: [{ line: "medical", plan: "cheapest", covers: "employee" }],
    },
  ],
  submits: false,
};

const bookshop: DemoGroup = {
  owner: { fullName: "Marcus Hale", email: "marcus@capitol-page.example" },
  business: {
    ...{ legalName: "Capitol Page Books Inc", ein: "52-7730416", entityKind: "s-corporation" },
    ...{ addressLine1: "640 Pennsylvania Ave SE", city: "Washington", state: "DC", zip: "20003" },
    ...{ phone: "(202) 555-0187", contactEmail: "marcus@capitol-page.example" },
  },
  size: { fullTimeHeads: "4", partTimeWeeklyHours: "20" },
  roster: [
    person("1", ["Marcus", "Hale", "marcus@capitol-page.example", "733-02-0010", "1971-11-02", "M"], {
      work: ["2009-05-01", "Full-time", "Yes", ""],
      home: ["310 9th St SE", ...washington, "English"],
    }),
    person("2", ["Ines", "Duarte", "ines@capitol-page.example", "733-02-0028", "1990-06-25", "F"], {
      work: ["2017-02-13", "Full-time", "No", ""],
      home: ["1225 Potomac Ave SE", ...washington, "Spanish"],
    }),
    family("2", "Child", ["Leo", "Duarte", "733-02-0036", "2019-03-17", "M"]),
    person("3", ["Winston", "Clarke", "winston@capitol-page.example", "733-02-0044", "1983-01-09", "M"], {
      work: ["2015-08-24", "Full-time", "No", ""],
      home: ["512 E St SE", ...washington, "English"],
    }),
    person("4", ["Amara", "Osei", "amara@capitol-page.example", "733-02-0051", "1997-10-12", "F"], {
      work: ["2022-04-04", "Full-time", "No", ""],
      home: ["1408 D St SE", ...washington, "English"],
    }),
  ],
  offers: [
    {
      ...{ line: "medical", metalLevel: "gold" },
      pays: {
        ...{ method: "capped-percent", employeeBasisPoints: "70", dependentsBasisPoints: "60" },
        ...{ aloneCents: "750", coupleCents: "1,300", childrenCents: "1,000", familyCents: "1,600" },
      },
    },
  ],
  answers: [
    signed("marcus@capitol-page.example", [{ line: "medical", plan: "middle", covers: "employee" }]),
    signed("ines@capitol-page.example", [{ line: "medical", plan: "cheapest", covers: "family" }]),
    signed("winston@capitol-page.example", [{ line: "medical", plan: "middle", covers: "employee" }]),
    signed("amara@capitol-page.example", [{ line: "medical", waiver: "other-employer-plan" }]),
  ],
  submits: true,
};

const carpentry: DemoGroup = {
  owner: { fullName: "Dana Kowalski", email: "dana@fox-river-carpentry.example" },
  business: {
    ...{ legalName: "Fox River Carpentry LLC", ein: "39-8812045", entityKind: "limited-liability-company" },
    ...{ addressLine1: "1820 S Oneida St", city: "Appleton", state: "WI", zip: "54915", countyFips: "55087" },
    ...{ phone: "(920) 555-0119", contactEmail: "dana@fox-river-carpentry.example" },
  },
  size: { fullTimeHeads: "3", partTimeWeeklyHours: "0" },
  roster: [],
  offers: [],
  answers: [],
  submits: false,
};

/** Three businesses on their way: one choosing, one enrolled that pays up to a limit, one just begun. None exists. */
export const demoGroups = { bakery, bookshop, carpentry } as const;

export const demoOperator: Person = { fullName: "Robin Castellan", email: "operator@shopfront.example" };

function person(
  familyId: string,
  [first = "", last = "", email = "", ssn = "", bornOn = "", sex = ""]: readonly string[],
  { work, home }: { work: readonly string[]; home: readonly string[] },
): RosterRow {
  return [familyId, "Self", first, last, email, ssn, bornOn, sex, ...work, ...home];
}

function family(
  familyId: string,
  relationship: string,
  [first = "", last = "", ssn = "", bornOn = "", sex = ""]: readonly string[],
  tobacco = "",
): RosterRow {
  const work = ["", "", "", tobacco];
  const home = ["", "", "", "", "", ""];
  return [familyId, relationship, first, last, "", ssn, bornOn, sex, ...work, ...home];
}

function shares(employeeBasisPoints: string, dependentsBasisPoints: string): DemoOffer["pays"] {
  return { method: "reference-plan-percent", employeeBasisPoints, dependentsBasisPoints };
}

function signed(email: string, choices: readonly DemoChoice[]): DemoAnswer {
  return { email, goesTo: "signed", choices };
}
