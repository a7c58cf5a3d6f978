import { beforeAll, describe, expect, it, vi } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import type { Problem } from "~/domain/problem";
import { translator } from "~/platform/i18n/translator.server";
import { problemSentence } from "~/platform/problems";
import { inRequest } from "~/platform/request/request-memory.server";
import { startSession } from "~/platform/session/session.server";
import { useTestDatabase } from "~/platform/testing/test-database";
import * as sentRoute from "~/routes/employers.$employerId.enrollment.sent";
import * as submissionRoute from "~/routes/employers.$employerId.enrollment.submission";
import { countStatements, withDoor } from "~db/client.server";
import { type EnrolledGroup, insertCatalog, insertEnrolledGroup, type Person } from "~db/testing/enrolled-group";

/** The day in every zone while a test runs. */
const day = vi.hoisted(() => ({ on: "2026-03-13" }));
vi.mock("~/platform/clock.server", async (original) => ({
  ...(await original<object>()),
  today: () => calendarDate(day.on),
}));

const database = useTestDatabase({ poolSize: 6 });
let catalogVersionId = 0;

beforeAll(async () => {
  catalogVersionId = await database.asAdmin((admin) => insertCatalog(admin, ["99801"]));
});

type Signed = EnrolledGroup & { readonly cookie: string };
type State = NonNullable<Parameters<typeof insertEnrolledGroup>[1]["state"]>;

async function sessionOf(userId: string, fullName: string): Promise<string> {
  await database.asAdmin(
    (admin) => admin`insert into users (user_id, email, full_name, password_hash, email_verified_at)
      values (${userId}, ${`${userId}@example.com`}, ${fullName}, '-', now())`,
  );
  const cookie = await withDoor({ kind: "public" }, (tx) => startSession(tx, userId));
  return cookie.split(";")[0] ?? "";
}

/** A group of Nashville and its owner, signed in; 13 March 2026 unless told. */
async function groupOf(people: readonly Person[], { state = "enrollment_open", on = "2026-03-13" } = {}) {
  day.on = on;
  const group = await database.asAdmin((admin) =>
    insertEnrolledGroup(admin, { catalogVersionId, issuerId: "99801", people, state: state as State }),
  );
  return { ...group, cookie: await sessionOf(group.ownerUserId, group.ownerName) };
}

type Route = {
  loader: (args: { request: Request; params: Record<string, string>; context: object }) => Promise<Response>;
  action: (args: { request: Request; params: Record<string, string>; context: object }) => Promise<Response>;
};
const submission = submissionRoute as unknown as Route;
const sent = sentRoute as unknown as Route;

/** The answer, whether it was returned or thrown. */
async function answerOf(work: () => Promise<Response>): Promise<Response> {
  return inRequest({ clientAddress: "192.0.2.1" }, async () => {
    try {
      return await work();
    } catch (thrown) {
      if (thrown instanceof Response) return thrown;
      throw thrown;
    }
  });
}

function open(route: Route, group: Signed, { employerId = group.employerId, query = "" } = {}) {
  const url = `http://localhost:3000/employers/${employerId}/enrollment${query}`;
  const request = new Request(url, { headers: { Cookie: group.cookie } });
  return answerOf(() => route.loader({ request, params: { employerId }, context: {} }));
}

function post(route: Route, group: Signed, values: Record<string, string>, employerId = group.employerId) {
  const request = new Request(`http://localhost:3000/employers/${employerId}/enrollment`, {
    method: "POST",
    headers: { Cookie: group.cookie },
    body: new URLSearchParams(values),
  });
  return answerOf(() => route.action({ request, params: { employerId }, context: {} }));
}

const signature = (group: Signed, changes: Record<string, string> = {}) => ({
  applicationId: group.applicationId,
  idempotencyKey: "0123456789abcdef0",
  signedName: group.ownerName,
  attested: "yes",
  ...changes,
});

type Reply = { problems: Problem[]; values: Record<string, string[]> };
const replyOf = (response: Response) => response.json() as Promise<Reply>;
const codesOf = async (response: Response) => (await replyOf(response)).problems.map((problem) => problem.code);

function countsOf({ employerId }: EnrolledGroup) {
  return database.asAdmin(async (admin) => {
    const [row] = await admin<{ submissions: number; events: number }[]>`
      select (select count(*)::int from group_submissions where employer_id = ${employerId}) as submissions,
             (select count(*)::int from enrollment_events where employer_id = ${employerId}) as events`;
    return row;
  });
}

const three: readonly Person[] = [{ answer: "elects-family" }, { answer: "elects" }, { answer: "waives-covered" }];

describe("the page to submit the group", () => {
  it("shows the group with a key of its own in three statements, and is signed into the page that follows", async () => {
    const group = await groupOf(three);
    const { result: page, statements } = await countStatements(() => open(submission, group));
    expect([page.status, statements]).toEqual([200, 3]);
    const data = (await page.json()) as { idempotencyKey: string; isOwner: boolean; signerName: string };
    expect(data).toMatchObject({ isOwner: true, signerName: "Olga Owner", review: { daysLeft: 2, problems: [] } });
    const done = await post(submission, group, signature(group, { idempotencyKey: data.idempotencyKey }));
    expect([done.status, done.headers.get("Location")]).toEqual([
      302,
      `/employers/${group.employerId}/enrollment/sent`,
    ]);
    const again = await open(submission, group);
    expect(again.headers.get("Location")).toBe(`/employers/${group.employerId}/enrollment/sent`);
  });

  it("is one submission and one set of events, clicked ten times at once, from two tabs, and sent again later", async () => {
    const group = await groupOf(three);
    const tab = (key: number) => signature(group, { idempotencyKey: `the-key-of-tab-${key}` });
    const clicks = Array.from({ length: 10 }, (_, index) => post(submission, group, tab(index % 2)));
    const statuses = (await Promise.all([...clicks])).map((response) => response.status);
    statuses.push((await post(submission, group, tab(0))).status);
    expect(new Set(statuses)).toEqual(new Set([302]));
    expect(await countsOf(group)).toEqual({ submissions: 1, events: 2 });
  });

  it("says in words how many must still take part, keeps what was typed, and stores nothing", async () => {
    const group = await groupOf([{ answer: "elects" }, { answer: "waives" }, { answer: "waives" }]);
    const refused = await post(submission, group, signature(group));
    expect(refused.status).toBe(422);
    const { problems, values } = await replyOf(refused);
    expect(problems.map((problem) => problemSentence(translator("en", "problems"), "en", problem))).toEqual([
      "2 of your 3 eligible employees need to take coverage or have other coverage. 1 do now: 1 more are needed.",
    ]);
    expect(values["signedName"]).toEqual([group.ownerName]);
    expect(await countsOf(group)).toEqual({ submissions: 0, events: 0 });
  });

  it.each([
    ["2026-11-14", 422],
    ["2026-11-15", 302],
    ["2026-12-15", 302],
  ])("takes a January group with few takers on %s: %i", async (on, status) => {
    const group = await groupOf([{ answer: "elects" }, { answer: "waives" }, { answer: "waives" }], { on });
    await database.asAdmin(
      (admin) => admin`update benefit_applications set start_on = '2027-01-01', end_on = '2027-12-31',
        submit_by_on = '2026-12-15' where employer_id = ${group.employerId}`,
    );
    const page = (await (await open(submission, group)).json()) as { review: { working: { window: object } } };
    expect(page.review.working.window).toMatchObject({ applies: status === 302, startOn: "2027-01-01" });
    expect((await post(submission, group, signature(group))).status).toBe(status);
  });

  it("refuses a group in which owners only enroll", async () => {
    const group = await groupOf([{ answer: "elects", isOwner: true }, { answer: "waives-covered" }]);
    expect(await codesOf(await post(submission, group, signature(group)))).toEqual([
      "participation-no-non-owner-enrolled",
    ]);
  });

  it("asks for name, consent and a word about who has not answered, each at its field", async () => {
    const group = await groupOf([...three, { answer: "silent" }]);
    const empty = await replyOf(await post(submission, group, signature(group, { signedName: "", attested: "" })));
    expect(empty.problems.map(({ field, code }) => `${field}: ${code}`)).toEqual([
      "signedName: signature-required",
      "attested: attestation-required",
    ]);
    const silent = await replyOf(await post(submission, group, signature(group)));
    expect(silent.problems).toMatchObject([{ field: "undecidedStated", code: "employees-undecided" }]);
    expect((await post(submission, group, signature(group, { undecidedStated: "2" }))).status).toBe(422);
    expect((await post(submission, group, signature(group, { undecidedStated: "1" }))).status).toBe(302);
  });

  it("has nothing to sign before the offer is published, and says so to a form that is posted all the same", async () => {
    const draft = await groupOf([{ answer: "silent" }], { state: "draft" });
    expect(await (await open(submission, draft)).json()).toMatchObject({ review: null });
    expect(await codesOf(await post(submission, draft, signature(draft)))).toEqual([
      "benefit-application-step-not-possible",
    ]);
  });

  it("lets staff look and not sign", async () => {
    const group = await groupOf(three);
    const userId = crypto.randomUUID();
    const cookie = await sessionOf(userId, "Stan Staff");
    await database.asAdmin(
      (admin) => admin`insert into employer_memberships (employer_id, user_id, full_name, email, role, state)
        values (${group.employerId}, ${userId}, 'Stan Staff', 'stan@example.com', 'staff', 'active')`,
    );
    const staff = { ...group, cookie };
    expect(await (await open(submission, staff)).json()).toMatchObject({ isOwner: false });
    const refused = await post(submission, staff, signature(staff, { signedName: "Stan Staff" }));
    expect([refused.status, await codesOf(refused)]).toEqual([422, ["signer-not-owner"]]);
  });

  it("of another business is not there, and its application cannot be submitted from one's own", async () => {
    const [group, other] = [await groupOf(three), await groupOf(three)];
    for (const route of [submission, sent]) {
      expect((await open(route, group, { employerId: other.employerId })).status).toBe(404);
      expect((await post(route, group, signature(other), other.employerId)).status).toBe(404);
    }
    expect(await codesOf(await post(submission, group, signature(other)))).toEqual(["application-not-found"]);
    expect(await countsOf(other)).toEqual({ submissions: 0, events: 0 });
  });
});

type SentPage = {
  group: { confirmationNumber: string; signedName: string; enrollments: { place: string; problems: Problem[] }[] };
  released: number | null;
};

describe("the page after submitting", () => {
  it("leads back to the page to submit while nothing has been submitted", async () => {
    const group = await groupOf(three);
    const early = await open(sent, group);
    expect(early.headers.get("Location")).toBe(`/employers/${group.employerId}/enrollment/submission`);
  });

  it("shows number, signer and each enrollment's place in three statements, and lets go what was put right", async () => {
    const group = await groupOf([{ answer: "elects", withoutAddress: true }, { answer: "elects" }]);
    await post(submission, group, signature(group));
    const { result: page, statements } = await countStatements(() => open(sent, group));
    expect(statements).toBe(3);
    const data = (await page.json()) as SentPage;
    expect(data.group.confirmationNumber).toMatch(/^SHOP-/);
    expect(data.group.enrollments.map((row) => row.place)).toEqual(["held", "submitted"]);
    expect(data.group.enrollments[0]?.problems[0]).toMatchObject({
      code: "send-address-missing",
      params: { memberId: group.employeeIds[0], whoCanFix: "employee" },
    });
    const unchanged = await post(sent, group, {});
    expect(unchanged.headers.get("Location")).toBe(`/employers/${group.employerId}/enrollment/sent?released=0`);
    await database.asAdmin(
      (
        admin,
      ) => admin`update employees set address_line1 = '22 Oak St', city = 'Nashville', state = 'TN', zip = '37203',
        county_fips = '47037' where employee_id = ${group.employeeIds[0] ?? ""}`,
    );
    const mended = await post(sent, group, {});
    expect(mended.headers.get("Location")).toBe(`/employers/${group.employerId}/enrollment/sent?released=1`);
    const after = (await (await open(sent, group, { query: "?released=1" })).json()) as SentPage;
    expect(after.released).toBe(1);
    expect(after.group.enrollments.map((row) => row.place)).toEqual(["submitted", "submitted"]);
  });

  it("ignores a number in the address that is none", async () => {
    const group = await groupOf(three);
    await post(submission, group, signature(group));
    expect(((await (await open(sent, group, { query: "?released=many" })).json()) as SentPage).released).toBeNull();
  });
});
