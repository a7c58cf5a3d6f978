import { beforeAll, describe, expect, it } from "vitest";
import { calendarDate, type CalendarDate } from "~/domain/calendar/calendar-date";
import type { CoverageLine } from "~/domain/coverage-line";
import type { CoverageChoice } from "~/domain/enrollment/coverage-choice.rule";
import { invariant } from "~/domain/invariant";
import { useTestDatabase } from "~/platform/testing/test-database";
import { countStatements } from "~db/client.server";
import { insertOpenOffer, type OpenOfferOptions } from "~db/testing/open-offer";
import { insertSmallCatalog, nashville, smallPlans, smallPrice, type SmallPerson } from "~db/testing/small-catalog";
import { chooseCoverage } from "./choose/choose-coverage.command.server";
import { chooseView } from "./choose/choose-view.server";
import { chooseSearch } from "./choose/choose.search";
import { loadCoverageScene, type CoverageScene, type OfferScene, type OwnAct } from "./coverage-scene.server";
import { homeView } from "./home-view.server";
import { checkView } from "./sign/check-view.server";
import { signCoverage } from "./sign/sign-coverage.command.server";

const database = useTestDatabase();
const today = calendarDate("2026-11-25");
const now = new Date("2026-11-25T15:00:00Z");
const lastDay = calendarDate("2026-12-11");
const dayAfter = calendarDate("2026-12-12");

/** 40 on the first day of 2027, with a spouse of 41 and children of 26, 10 and 8. */
const ana: SmallPerson = {
  firstName: "Ana",
  bornOn: calendarDate("1986-06-01"),
  family: [
    { relationship: "spouse", bornOn: calendarDate("1985-03-03") },
    { relationship: "child", bornOn: calendarDate("2001-01-01") },
    { relationship: "child", bornOn: calendarDate("2016-05-05") },
    { relationship: "child", bornOn: calendarDate("2018-05-05") },
  ],
};
const bo: SmallPerson = { firstName: "Bo", bornOn: calendarDate("1990-06-01") };

let catalogVersionId = 0;
beforeAll(async () => {
  catalogVersionId = await database.asAdmin(insertSmallCatalog);
});

async function offerTo(
  people: readonly SmallPerson[] = [ana],
  options: Omit<OpenOfferOptions, "people" | "catalogVersionId"> = {},
) {
  const offer = await database.asAdmin((admin) => insertOpenOffer(admin, { people, catalogVersionId, ...options }));
  const { employerId } = offer;
  const employer = { employerId, legalName: "Elm Street Bakery LLC", dbaName: null, ...nashville };
  const acts = offer.people.map(({ employeeId, userId }): OwnAct => ({
    ...{ employeeId, userId, today },
    employer: { ...employer, payFrequency: "biweekly" },
  }));
  const [person] = offer.people;
  const [act] = acts;
  invariant(person && act, "somebody works there");
  const [spouse, tooOld, ...children] = person.dependentIds;
  return { ...offer, act, acts, spouse: spouse ?? "", tooOld: tooOld ?? "", children };
}

async function openScene(act: OwnAct): Promise<CoverageScene & { offer: OfferScene }> {
  const scene = await loadCoverageScene(act);
  invariant(scene?.offer, "there is an offer");
  return { ...scene, offer: scene.offer };
}

const elect = (planId: string, coveredIds: readonly string[] = []): CoverageChoice => ({
  ...{ kind: "elect", planId, coveredIds },
});
const waive: CoverageChoice = { kind: "waive", reason: "spouse-employer-plan" };
const { bronze, wideBronze, silver, elsewhereGold, lowDental } = smallPlans;

async function sign(act: OwnAct, { seen, signedName = "Ana Worker" }: { seen?: string; signedName?: string } = {}) {
  const shown = seen ?? checkView(await openScene(act)).seen;
  const input = { signedName, attested: true as const, seen: shown };
  return signCoverage({ ...act, email: "ana@x.test", now, input });
}

const choose = (act: OwnAct, line: CoverageLine, choice: CoverageChoice) => chooseCoverage(act, { line, choice });

async function codesOf(outcome: Promise<{ ok: boolean; problems?: readonly { code: string }[] }>) {
  return (await outcome).problems?.map(({ code }) => code) ?? [];
}

type StoredElection = {
  readonly line: string;
  readonly kind: string;
  readonly planId: string | null;
  readonly reason: string | null;
  readonly startsOn: string | null;
  readonly total: number | null;
  readonly employer: number | null;
  readonly live: boolean;
  readonly members: readonly { id: string; relationship: string; age: number; premium: number; employer: number }[];
};

function electionsOf({ employeeId }: OwnAct): Promise<StoredElection[]> {
  return database.asAdmin(async (admin) => [
    ...(await admin<StoredElection[]>`
      select x.line, x.kind, x.plan_id as "planId", x.waiver_reason as reason, x.coverage_starts_on::text as "startsOn",
        x.total_premium_monthly_cents::int as total, x.employer_share_monthly_cents::int as employer,
        x.superseded_at is null as live,
        (select coalesce(json_agg(json_build_object('id', m.member_id, 'relationship', m.relationship, 'age', m.age_years,
            'premium', m.premium_monthly_cents, 'employer', m.employer_share_monthly_cents) order by m.age_years desc), '[]')
          from election_members m where m.election_id = x.election_id) as members
      from elections x where x.employee_id = ${employeeId} order by x.superseded_at nulls last, x.line desc`),
  ]);
}

const half = (cents: number, share: number) => Math.floor((cents * share) / 10_000 + 0.5);

describe("an employee who enrolls the family", () => {
  it("gets one signed choice a line, with each person's premium and the employer's part of it to the cent", async () => {
    const { act, spouse, children } = await offerTo();
    const covered = [spouse, ...children];
    expect(await choose(act, "medical", elect(bronze.planId, covered))).toEqual({ ok: true, value: "dental" });
    expect(await choose(act, "dental", waive)).toEqual({ ok: true, value: "check" });
    expect(await sign(act)).toEqual({ ok: true, value: { repeated: false } });

    const [medical, dental, ...more] = await electionsOf(act);
    const ages = [41, 40, 10, 8];
    const members = ages.map((age) => ({
      age,
      premium: smallPrice(bronze, age),
      employer: Math.min(smallPrice(bronze, age), half(smallPrice(wideBronze, age), age === 40 ? 7_000 : 5_000)),
    }));
    expect(medical?.members).toMatchObject(members);
    expect(medical?.members.map(({ relationship }) => relationship)).toEqual(["spouse", "self", "child", "child"]);
    const sum = (of: (member: (typeof members)[number]) => number) => members.reduce((all, one) => all + of(one), 0);
    expect(medical).toMatchObject({ line: "medical", kind: "elect", planId: bronze.planId, startsOn: "2027-01-01" });
    expect(medical?.total).toBe(sum(({ premium }) => premium));
    expect(medical?.employer).toBe(sum(({ employer }) => employer));
    expect(dental).toMatchObject({ line: "dental", kind: "waive", reason: "spouse-employer-plan", members: [] });
    expect(more).toEqual([]);
  });

  it("is recorded in the business's history and gets a mail, without the reason of a waiver in either", async () => {
    const { act, employerId } = await offerTo();
    await choose(act, "medical", waive);
    await choose(act, "dental", waive);
    const mailsBefore = await countMails();
    await sign(act);
    const audit = await database.asAdmin(
      (admin) =>
        admin`select action, actor_name, details from audit_log where employer_id = ${employerId} order by sequence`,
    );
    expect([...audit]).toEqual([
      {
        ...{ action: "coverage-signed", actor_name: "Ana Worker" },
        details: { name: "Ana Worker", medical: "waive", dental: "waive" },
      },
    ]);
    expect((await countMails()) - mailsBefore).toBe(1);
  });

  it("who starts later because of the waiting period is priced at the age on the own first day", async () => {
    const { act, employerId } = await offerTo([{ firstName: "Ana", bornOn: calendarDate("1987-01-20") }], {
      dental: false,
    });
    await database.asAdmin(
      (admin) => admin`update employees set hired_on = '2026-12-20' where employer_id = ${employerId}`,
    );
    await choose(act, "medical", elect(wideBronze.planId));
    await sign(act);
    const [medical] = await electionsOf(act);
    expect(medical).toMatchObject({ startsOn: "2027-02-01", total: smallPrice(wideBronze, 40) });
  });
});

function countMails(): Promise<number> {
  return database.asAdmin(async (admin) => {
    const [row] = await admin<{ count: number }[]>`select count(*)::int as count from mail_messages`;
    return row?.count ?? 0;
  });
}

describe("a signature", () => {
  it("sent twice, or three times at once, makes one set", async () => {
    const { act } = await offerTo();
    await choose(act, "medical", elect(bronze.planId));
    await choose(act, "dental", elect(lowDental.planId));
    const { seen } = checkView(await openScene(act));
    const clicks = await Promise.all([sign(act, { seen }), sign(act, { seen }), sign(act, { seen })]);
    expect(clicks.map((click) => click.ok && click.value.repeated).sort()).toEqual([false, true, true]);
    expect(await sign(act, { seen })).toEqual({ ok: true, value: { repeated: true } });
    expect(await electionsOf(act)).toHaveLength(2);
  });

  it("is given again for a change, and the earlier choices stay on record", async () => {
    const { act, spouse } = await offerTo();
    await choose(act, "medical", elect(bronze.planId));
    await choose(act, "dental", waive);
    await sign(act);
    await choose({ ...act, today: lastDay }, "medical", elect(wideBronze.planId, [spouse]));
    expect(homeView(await openScene(act)).lines.map(({ status }) => status)).toEqual(["to-sign-again", "signed"]);
    await sign({ ...act, today: lastDay });
    const stored = await electionsOf(act);
    expect(stored.map(({ line, kind, live }) => [line, kind, live])).toEqual([
      ["medical", "elect", false],
      ["dental", "waive", false],
      ["medical", "elect", true],
      ["dental", "waive", true],
    ]);
    expect(stored[2]).toMatchObject({ planId: wideBronze.planId, members: [{ id: spouse }, { relationship: "self" }] });
    expect(homeView(await openScene(act)).lines.map(({ status }) => status)).toEqual(["signed", "signed"]);
  });

  it("on a page that another tab has overtaken is refused as stale, and nothing is signed", async () => {
    const { act } = await offerTo();
    await choose(act, "medical", elect(bronze.planId));
    await choose(act, "dental", waive);
    const { seen } = checkView(await openScene(act));
    await choose(act, "medical", elect(wideBronze.planId));
    expect(await codesOf(sign(act, { seen }))).toEqual(["stale"]);
    expect(await electionsOf(act)).toEqual([]);
  });

  it("needs an answer for every line, the person's own name, an address and the tobacco answer", async () => {
    const { act, employerId } = await offerTo();
    await choose(act, "medical", elect(bronze.planId));
    expect(await codesOf(sign(act))).toEqual(["coverage-line-undecided"]);
    await choose(act, "dental", waive);
    expect(await codesOf(sign(act, { signedName: "Bo Worker" }))).toEqual(["own-signature-name-differs"]);
    await database.asAdmin(
      (admin) =>
        admin`update employees set address_line1 = null, uses_tobacco = null where employer_id = ${employerId}`,
    );
    expect(await codesOf(sign(act))).toEqual(["tobacco-answer-needed", "own-address-missing"]);
    expect(await electionsOf(act)).toEqual([]);
  });

  it("of somebody who turns everything down needs no address", async () => {
    const { act, employerId } = await offerTo([ana], { dental: false });
    await database.asAdmin((admin) => admin`update employees set zip = null where employer_id = ${employerId}`);
    await choose(act, "medical", waive);
    expect(await sign(act, { signedName: " ana  WORKER " })).toMatchObject({ ok: true });
  });
});

describe("open enrollment", () => {
  const early = calendarDate("2026-11-23");

  it.each<[CalendarDate, string[]]>([
    [early, ["open-enrollment-not-begun"]],
    [calendarDate("2026-11-24"), []],
    [lastDay, []],
    [dayAfter, ["open-enrollment-over"]],
  ])("on %s answers a choice and a signature with %j", async (day, expected) => {
    const { act } = await offerTo([ana], { dental: false });
    await choose(act, "medical", elect(bronze.planId));
    expect(await codesOf(choose({ ...act, today: day }, "medical", waive))).toEqual(expected);
    expect(await codesOf(sign({ ...act, today: day }))).toEqual(expected);
  });

  it("that is over shows what was signed as it was signed, whatever was tried since", async () => {
    const { act } = await offerTo([ana], { dental: false });
    await choose(act, "medical", elect(bronze.planId));
    await sign(act);
    await choose(act, "medical", waive);
    const view = homeView(await openScene({ ...act, today: dayAfter }));
    const employeeShareCents = smallPrice(bronze, 40) - half(smallPrice(wideBronze, 40), 7_000);
    expect(view).toMatchObject({
      window: "closed",
      lines: [
        { status: "signed", road: "chosen", answer: { kind: "elect", people: ["Ana Worker"], employeeShareCents } },
      ],
    });
  });

  it("has nothing to choose once the group is submitted, or while the offer is a draft", async () => {
    const { act, employerId } = await offerTo();
    const put = (state: string) =>
      database.asAdmin(
        (admin) => admin`update benefit_applications set state = ${state} where employer_id = ${employerId}`,
      );
    await put("submitted");
    expect(await codesOf(choose(act, "medical", waive))).toEqual(["open-enrollment-over"]);
    await put("draft");
    expect(await codesOf(choose(act, "medical", waive))).toEqual(["coverage-not-offered"]);
    const scene = await loadCoverageScene(act);
    expect(scene && homeView(scene)).toMatchObject({ window: "no-offer", lines: [] });
  });
});

describe("a choice", () => {
  it.each([
    ["of another level", silver.planId],
    ["that is not sold at the business's ZIP code", elsewhereGold.planId],
    ["of the other line", lowDental.planId],
    ["that does not exist", "00000TN0000000"],
  ])("of a plan %s is refused", async (_, planId) => {
    const { act } = await offerTo();
    expect(await codesOf(choose(act, "medical", elect(planId)))).toEqual(["plan-not-offered"]);
  });

  it("for a child of 26 is refused by name, with the age on the first day of coverage", async () => {
    const { act, tooOld } = await offerTo();
    const outcome = await choose(act, "medical", elect(bronze.planId, [tooOld]));
    const params = { name: "Kim Worker", ageYears: 26, limitYears: 26 };
    expect(outcome).toMatchObject({ ok: false, problems: [{ code: "family-member-too-old", params }] });
  });

  it("for somebody of another family, or for dependents that are not offered coverage, is refused", async () => {
    const { acts } = await offerTo([ana, bo]);
    const [, boAct] = acts;
    const { act: alone, spouse } = await offerTo([ana], { offersDependents: false });
    expect(await codesOf(choose(alone, "medical", elect(bronze.planId, [spouse])))).toEqual(["dependents-not-offered"]);
    invariant(boAct, "Bo works there");
    expect(await codesOf(choose(boAct, "medical", elect(bronze.planId, [spouse])))).toEqual(["person-not-in-family"]);
  });

  it("of a line that is not offered is refused", async () => {
    const { act } = await offerTo([ana], { dental: false });
    expect(await codesOf(choose(act, "dental", waive))).toEqual(["coverage-not-offered"]);
  });

  it("is the person's own: somebody else's account finds nothing", async () => {
    const { act } = await offerTo();
    const stranger = (await offerTo()).act;
    expect(await loadCoverageScene({ ...act, userId: stranger.userId })).toBeUndefined();
    expect(await codesOf(choose({ ...act, userId: stranger.userId }, "medical", waive))).toEqual([
      "coverage-not-offered",
    ]);
  });

  it("is still there after signing out, before it is signed", async () => {
    const { act, spouse } = await offerTo();
    await choose(act, "medical", elect(bronze.planId, [spouse]));
    const { offer } = await openScene(act);
    expect(offer.choices).toEqual({ medical: elect(bronze.planId, [spouse]), dental: null });
    const stored = await database.asAdmin((admin) => admin`select * from form_drafts where user_id = ${act.userId}`);
    expect(JSON.stringify(stored)).not.toContain(bronze.planId);
  });
});

describe("the list of plans", () => {
  const viewOf = async (act: OwnAct, query = "") =>
    chooseView(await openScene(act), "medical", chooseSearch(new URLSearchParams(query)));

  it("begins with everybody who may be covered, and the cheapest plan for the person", async () => {
    const { act, spouse, children, tooOld } = await offerTo();
    const view = await viewOf(act);
    expect(view.coveredIds).toEqual([spouse, ...children]);
    expect(view.items.map(({ plan }) => plan.planId)).toEqual([bronze.planId, wideBronze.planId]);
    expect(view.members.find(({ dependentId }) => dependentId === tooOld)?.problems).toHaveLength(1);
    const [cheapest] = view.items;
    expect(cheapest?.price?.people).toHaveLength(4);
  });

  it("shows for each plan what comes off the paycheck, and parts that add up to the premium", async () => {
    const { act } = await offerTo();
    const [item] = (await viewOf(act, "who=1")).items;
    const employer = half(smallPrice(wideBronze, 40), 7_000);
    const own = smallPrice(bronze, 40) - employer;
    expect(item?.price).toMatchObject({
      ...{ premiumCents: smallPrice(bronze, 40), employerShareCents: employer, employeeShareCents: own },
      paycheckCents: Math.floor((own * 12) / 26 + 0.5),
    });
  });

  it("can be put in order of the deductible, and bears whatever stands in the address", async () => {
    const { act, tooOld } = await offerTo();
    const byDeductible = await viewOf(act, "sort=deductible");
    expect(byDeductible.items.map(({ plan }) => plan.planId)).toEqual([wideBronze.planId, bronze.planId]);
    expect((await viewOf(act, "sort=x&who=1&covered=1")).search).toMatchObject({ sort: "cost", covered: null });
    expect((await viewOf(act, `who=1&covered=${tooOld}`)).problems).toMatchObject([{ code: "family-member-too-old" }]);
  });

  it("costs one statement a page once the plans are known", async () => {
    const { act } = await offerTo();
    await openScene(act);
    expect((await countStatements(() => openScene(act))).statements).toBe(1);
  });
});
