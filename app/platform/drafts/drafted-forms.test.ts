import { beforeAll, describe, expect, it, vi } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import * as ownDetails from "~/routes/coverage.$employerId.details";
import * as ownDependent from "~/routes/coverage.$employerId.family.$dependentId";
import * as newOwnDependent from "~/routes/coverage.$employerId.family.new";
import * as drafts from "~/routes/drafts.$formKey";
import * as business from "~/routes/employers.$employerId.business";
import * as eligibility from "~/routes/employers.$employerId.eligibility";
import * as employee from "~/routes/employers.$employerId.roster.$employeeId._index";
import * as dependent from "~/routes/employers.$employerId.roster.$employeeId.dependents.$dependentId._index";
import * as newDependent from "~/routes/employers.$employerId.roster.$employeeId.dependents.new";
import * as newEmployee from "~/routes/employers.$employerId.roster.new";
import { countStatements, withDoor } from "~db/client.server";
import { insertCatalog, insertEnrolledGroup } from "~db/testing/enrolled-group";
import type { FormReply } from "../forms/parse-form";
import { newId } from "../id.server";
import { inRequest } from "../request/request-memory.server";
import { startSession } from "../session/session.server";
import { useTestDatabase } from "../testing/test-database";

vi.mock("~/platform/clock.server", async (original) => ({
  ...(await original<object>()),
  today: () => calendarDate("2026-03-05"),
}));

const database = useTestDatabase({ poolSize: 4 });
let catalogVersionId = 0;
beforeAll(async () => {
  catalogVersionId = await database.asAdmin((admin) => insertCatalog(admin, ["99811"]));
});

type Args = { request: Request; params: Record<string, string>; context: object };
type Route = { loader: (args: Args) => Promise<Response>; action: (args: Args) => Promise<Response> };
type Typed = Readonly<Record<string, string>>;

async function world() {
  const group = await database.asAdmin((admin) =>
    insertEnrolledGroup(admin, { catalogVersionId, issuerId: "99811", people: [{ answer: "elects-family" }] }),
  );
  const { employerId, ownerUserId, employeeUserId } = group;
  const colleague = newId();
  const [employeeId = ""] = group.employeeIds;
  const dependentId = await database.asAdmin(async (admin) => {
    for (const userId of [ownerUserId, employeeUserId, colleague]) {
      await admin`insert into users (user_id, email, full_name, password_hash, email_verified_at)
        values (${userId}, ${`${userId}@example.com`}, 'Pat', '-', now())`;
    }
    await admin`insert into employer_memberships (employer_id, user_id, role, state, full_name, email)
      values (${employerId}, ${colleague}, 'staff', 'active', 'Carl Colleague', 'c@example.com')`;
    const [child] = await admin<{ id: string }[]>`
      select dependent_id as id from dependents where employee_id = ${employeeId}`;
    return child?.id ?? "";
  });
  const params = { employerId, employeeId, dependentId };
  return { params, users: { owner: ownerUserId, employee: employeeUserId, colleague } };
}

type World = Awaited<ReturnType<typeof world>>;

/** A session of its own each time: another browser, or the same one after signing out. */
async function cookieOf(userId: string): Promise<string> {
  const cookie = await withDoor({ kind: "public" }, (tx) => startSession(tx, userId));
  return cookie.split(";")[0] ?? "";
}

async function send(work: (request: Request) => Promise<Response>, userId: string, init: RequestInit = {}) {
  const headers = { ...init.headers, Cookie: await cookieOf(userId) };
  const request = new Request("https://shopfront.test/", { ...init, headers });
  return inRequest({ clientAddress: "192.0.2.1" }, () => work(request));
}

const post = (route: Route, { params }: World, userId: string, typed: Typed) =>
  send((request) => route.action({ request, params, context: {} }), userId, {
    method: "POST",
    body: new URLSearchParams(typed),
  });

type Page = { restored?: FormReply | null; draft?: { restored: FormReply | null; formKey: string }; formKey?: string };

async function open(route: Route, { params }: World, userId: string) {
  const { result, statements } = await countStatements(() =>
    send((request) => route.loader({ request, params, context: {} }), userId),
  );
  const page = (await result.json()) as Page & { draftKey?: string };
  // One of them began the session of this visit.
  const formKey = page.formKey ?? page.draftKey ?? page.draft?.formKey ?? "";
  return { restored: page.restored ?? page.draft?.restored ?? null, formKey, statements: statements - 1 };
}

const pat = { firstName: "Pat", lastName: "WorkerA", bornOn: "05/05/1980", sex: "F", usesTobacco: "no" };
const home = { addressLine1: "22 Oak St", city: "Nashville", state: "TN", zip: "37203" };
const kim = { firstName: "Kimmy", lastName: "Worker", bornOn: "02/03/2015", sex: "M", relationship: "child" };
const bakery = {
  ...{ legalName: "Elm Street Bakery LLC", dbaName: "Elm", entityKind: "limited-liability-company" },
  ...{ addressLine1: "10 Elm St", city: "Nashville", state: "TN", zip: "37203", phone: "6155550100" },
};
const yes = { sizeAttested: "yes", principalAddressInState: "yes", offersAllFullTime: "yes" };

type Case = {
  route: unknown;
  by: "owner" | "employee";
  /** What would be saved. */
  right: Typed;
  /** A field, and what is wrong with it. */
  wrong: Typed;
};

const cases: Readonly<Record<string, Case>> = {
  "a new employee": {
    ...{ route: newEmployee, by: "owner", wrong: { email: "kay" } },
    right: { ...pat, firstName: "Kay", hiredOn: "01/15/2021", employmentBasis: "full-time", language: "es" },
  },
  "a change of an employee": {
    ...{ route: employee, by: "owner", wrong: { email: "pat" } },
    right: { ...pat, ...home, hiredOn: "01/15/2020", employmentBasis: "full-time", language: "es", version: "1" },
  },
  "a new dependent": {
    ...{ route: newDependent, by: "owner", wrong: { bornOn: "02/30/2015" } },
    right: { ...kim, firstName: "Lu" },
  },
  "a change of a dependent": {
    ...{ route: dependent, by: "owner", wrong: { firstName: "Kim*" } },
    right: { ...kim, version: "1" },
  },
  "the business": {
    ...{ route: business, by: "owner", wrong: { phone: "555" } },
    right: { ...bakery, contactEmail: "new@example.com", version: "1" },
  },
  "who is eligible": {
    ...{ route: eligibility, by: "owner", wrong: { fte: "many" } },
    right: { ...yes, atLeastOneNonOwnerEnrolling: "yes", sizeMethod: "typed", fte: "12" },
  },
  "an employee's own details": {
    ...{ route: ownDetails, by: "employee", wrong: { zip: "372" } },
    right: { ...pat, ...home, language: "es", version: "1" },
  },
  "an employee's new dependent": {
    ...{ route: newOwnDependent, by: "employee", wrong: { bornOn: "02/30/2015" } },
    right: { ...kim, firstName: "Lu" },
  },
  "an employee's change of a dependent": {
    ...{ route: ownDependent, by: "employee", wrong: { firstName: "Kim*" } },
    right: { ...kim, version: "1" },
  },
};

const keeper = drafts as unknown as Route;
const onlyOnce = ["version"];
const shown = (typed: Typed) =>
  Object.entries(typed)
    .filter(([name]) => !onlyOnce.includes(name))
    .map(([name, value]) => [name, [value]]);

describe.each(Object.entries(cases))("the form of %s", (_, { route: module, by, right, wrong }) => {
  const route = module as Route;

  it("that was refused is there in another browser, without the number, for nobody else, until it is saved", async () => {
    const here = await world();
    const userId = here.users[by];
    const ids = { employeeId: newId(), dependentId: newId() };
    const typed = { ...right, ...wrong };
    expect((await post(route, here, userId, { ...ids, ...typed, ssn: "219-09-9999" })).status).toBe(422);
    const { restored, statements } = await open(route, here, userId);
    expect(restored?.values).toMatchObject(Object.fromEntries(shown(typed)));
    expect(JSON.stringify(restored)).not.toMatch(/219|isAnotherPerson|version|dependentId/);
    expect(restored).toMatchObject({ isDraft: true, problems: [] });
    expect(statements).toBeLessThanOrEqual(3);
    if (by === "owner") expect((await open(route, here, here.users.colleague)).restored).toBeNull();
    const saved = await post(route, here, userId, { ...ids, ...right });
    expect(saved.status).toBe(302);
    expect((await open(route, here, userId)).restored).toBeNull();
  });

  it("keeps what is typed field by field, and lets it go when somebody starts over", async () => {
    const here = await world();
    const userId = here.users[by];
    const { formKey } = await open(route, here, userId);
    const [[name, value] = ["", ""]] = Object.entries(wrong);
    const keep = (init: RequestInit) =>
      send((request) => keeper.action({ request, params: { formKey }, context: {} }), userId, {
        ...{ method: "POST", ...init },
      });
    const kept = await keep({
      body: JSON.stringify({ [name]: [value], ssn: ["219-09-9999"] }),
      headers: { "Content-Type": "application/json" },
    });
    expect(kept.status).toBe(200);
    expect((await open(route, here, userId)).restored?.values).toEqual({ [name]: [value] });
    const thrown = await keep({ body: new URLSearchParams({ returnTo: "/employers/1?x=2" }) });
    expect([thrown.status, thrown.headers.get("Location")]).toEqual([302, "/employers/1?x=2"]);
    expect((await open(route, here, userId)).restored).toBeNull();
  });
});

describe("the draft of a change", () => {
  it("is not put over what somebody else has saved since", async () => {
    const here = await world();
    const { route, right, wrong } = cases["a change of an employee"]!;
    await post(route as Route, here, here.users.owner, { ...right, ...wrong });
    expect((await post(route as Route, here, here.users.colleague, right)).status).toBe(302);
    expect((await open(route as Route, here, here.users.owner)).restored).toBeNull();
  });
});
