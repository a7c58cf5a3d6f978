import { beforeAll, describe, expect, it } from "vitest";
import { drizzle } from "drizzle-orm/postgres-js";
import { calendarDate } from "~/domain/calendar/calendar-date";
import { parseForm } from "~/platform/forms/parse-form";
import { newId } from "~/platform/id.server";
import { useTestDatabase } from "~/platform/testing/test-database";
import { countStatements } from "~db/client.server";
import { counties, geoVersions, zipCounties } from "~db/schema/geo";
import { insertCatalog, insertEnrolledGroup } from "~db/testing/enrolled-group";
import { editBusinessSchema, joinBusinessSchema, registerBusinessSchema } from "./business/business-details.schema";
import { editBusiness } from "./business/edit-business.command.server";
import { askToJoin } from "./business/join-business.command.server";
import { registerBusiness, type Registrant } from "./business/register-business.command.server";
import { checkEligibility } from "./eligibility/check-eligibility.command.server";
import { checkEligibilitySchema } from "./eligibility/check-eligibility.schema";
import { latestDetermination } from "./eligibility/eligibility.query.server";
import { listHistory } from "./history/history.query.server";
import { loadHome } from "./home/home.query.server";
import { decideMembership } from "./staff/decide-membership.command.server";
import { listStaff } from "./staff/staff-list.query.server";
import { loadStart } from "./start/start.query.server";

const database = useTestDatabase();
const today = calendarDate("2026-11-24");
const now = new Date("2026-11-24T15:00:00Z");

async function somebody(fullName: string): Promise<Registrant> {
  const person = { userId: newId(), fullName, email: `${fullName.toLowerCase().replace(/\W+/g, ".")}@example.com` };
  await database.asAdmin(
    (sql) => sql`insert into users (user_id, email, full_name, password_hash, email_verified_at)
      values (${person.userId}, ${`${person.userId}@example.com`}, ${fullName}, '-', now())`,
  );
  return person;
}

let catalogVersionId = 0;
beforeAll(async () => {
  catalogVersionId = await database.asAdmin((admin) => insertCatalog(admin, ["99101"]));
  await database.asAdmin(async (admin) => {
    const db = drizzle(admin);
    const years = { yearFrom: 2000, yearTo: 2199 };
    const version = { layout: "zip-county", source: "test", checksum: "more", ...years, rowCounts: {} } as const;
    const [row] = await db.insert(geoVersions).values(version).returning();
    const geoVersionId = row?.geoVersionId ?? 0;
    const place = (fips: string, name: string, stateCode: string) => ({
      geoVersionId,
      fips,
      name,
      stateCode,
      ...years,
    });
    await db
      .insert(counties)
      .values([
        place("47037", "Davidson County", "TN"),
        place("47187", "Williamson County", "TN"),
        place("48453", "Travis County", "TX"),
      ]);
    const of = (zip: string, countyFips: string) => ({ geoVersionId, zip, countyFips, ...years });
    await db.insert(zipCounties).values([of("37027", "47037"), of("37027", "47187"), of("78701", "48453")]);
  });
});

const bakery = {
  legalName: "Elm Street Bakery LLC",
  dbaName: "",
  ein: "62-7654321",
  entityKind: "limited-liability-company",
  addressLine1: "10 Elm St",
  addressLine2: "",
  city: "Nashville",
  state: "TN",
  zip: "37203",
  phone: "(615) 555-0100",
  contactEmail: "Owner@Example.com",
};
let lastEin = 620_000_000;
const freshEin = () => String((lastEin += 1));

function formOf(values: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.append(name, value);
  return form;
}

async function register(person: Registrant, changes: Record<string, string> = {}) {
  const input = parseForm(registerBusinessSchema, formOf({ ...bakery, ein: freshEin(), ...changes }));
  return input.ok ? registerBusiness({ person, today, now, input: input.value }) : input;
}

/** A registered business and its owner. */
async function registered(changes: Record<string, string> = {}) {
  const owner = await somebody("Olga Owner");
  const ein = changes["ein"] ?? freshEin();
  const outcome = await register(owner, { ...changes, ein });
  if (!outcome.ok || outcome.value.kind !== "mine") throw new Error("the business was not registered");
  const { employerId } = outcome.value;
  return { owner, ein, employerId, act: { employerId, userId: owner.userId, actorName: owner.fullName } };
}
type Business = Awaited<ReturnType<typeof registered>>;

type Answer = { ok: boolean; problems?: readonly { code: string; field?: string }[] };
const codesOf = (answer: Answer) =>
  (answer.problems ?? []).map(({ code, field }) => (field ? `${field}: ${code}` : code));

async function stored(employerId: string) {
  const [row] = await database.asAdmin((sql) => sql`select * from employers where employer_id = ${employerId}`);
  return row;
}

async function actionsOf({ employerId, owner }: Business): Promise<string[]> {
  const { lines } = await listHistory({ employerId, userId: owner.userId }, { page: 1 });
  return lines.map(({ action }) => action);
}

const mailTo = (email: string) =>
  database.asAdmin((sql) => sql`select subject from mail_messages where recipient = ${email} order by created_at`);

describe("registering a business", () => {
  it("takes the only county of the ZIP, the marketplace of the state, and makes the person its owner", async () => {
    const business = await registered({ zip: "37203-1234" });
    expect(await stored(business.employerId)).toMatchObject({
      ...{ ein: business.ein, zip: "37203", county_fips: "47037", county_name: "Davidson County", exchange: "ff-shop" },
      ...{ phone: "6155550100", contact_email: "owner@example.com", dba_name: null, standing: "applicant" },
    });
    const start = await loadStart(business.owner.userId);
    expect(start).toMatchObject({
      workplaces: [{ employerId: business.employerId, role: "owner", state: "active" }],
      waitingCount: 0,
    });
    expect(await actionsOf(business)).toEqual(["business-registered"]);
  });

  it("never picks a county where the ZIP lies in several", async () => {
    const person = await somebody("Olga Owner");
    const answer = await register(person, { zip: "37027" });
    expect(codesOf(answer)).toEqual(["countyFips: county-required"]);
    expect(!answer.ok && "counties" in answer && answer.counties?.map(({ name }) => name)).toEqual([
      "Davidson County",
      "Williamson County",
    ]);
    expect(codesOf(await register(person, { zip: "37027", countyFips: "48453" }))).toEqual([
      "countyFips: county-required",
    ]);
    const chosen = await registered({ zip: "37027", countyFips: "47187" });
    expect(await stored(chosen.employerId)).toMatchObject({ county_name: "Williamson County" });
  });

  it.each([
    [{ zip: "99999" }, "zip: zip-unknown"],
    [{ zip: "78701" }, "zip: zip-in-other-state"],
    [{ zip: "3720" }, "zip: zip-code-not-five-or-nine-digits"],
    [{ ein: "12-345" }, "ein: ein-not-nine-digits"],
    [{ phone: "555-0100" }, "phone: phone-not-ten-digits"],
    [{ legalName: " " }, "legalName: required"],
    [{ legalName: "A".repeat(61) }, "legalName: text-too-long"],
    [{ state: "ZZ" }, "state: choose-one-of-list"],
    [{ contactEmail: "nobody" }, "contactEmail: invalid-email"],
  ])("with %j is refused: %s", async (changes, expected) => {
    expect(codesOf(await register(await somebody("Olga Owner"), changes))).toEqual([expected]);
  });

  it("twice is once, and the second business with the same number is nobody else's", async () => {
    const { owner, ein, employerId } = await registered();
    expect(await register(owner, { ein })).toEqual({ ok: true, value: { kind: "mine", employerId } });
    const other = await register(await somebody("Otto Other"), { ein, legalName: "Otto's" });
    expect(other).toEqual({ ok: true, value: { kind: "taken" } });
  });

  it("by two people at one moment makes one business", async () => {
    const [one, two] = [await somebody("Ana One"), await somebody("Bo Two")];
    const ein = freshEin();
    const answers = await Promise.all([register(one, { ein }), register(two, { ein })]);
    expect(answers.map((answer) => answer.ok && answer.value.kind).sort()).toEqual(["mine", "taken"]);
    const [count] = await database.asAdmin((sql) => sql`select count(*)::int as n from employers where ein = ${ein}`);
    expect(count?.["n"]).toBe(1);
  });
});

describe("asking to join", () => {
  const join = async (person: Registrant, ein: string) => {
    const input = parseForm(joinBusinessSchema, formOf({ ein }));
    return input.ok ? askToJoin({ person, ein: input.value.ein, now }) : input;
  };

  it("tells the owner once, however often somebody asks, and opens nothing", async () => {
    const business = await registered();
    const helper = await somebody("Hana Helper");
    expect(await join(helper, business.ein)).toEqual({ ok: true, value: { kind: "sent" } });
    expect(await join(helper, business.ein)).toEqual({ ok: true, value: { kind: "sent" } });
    expect(await loadStart(helper.userId)).toEqual({ workplaces: [], waitingCount: 1, employments: [] });
    expect(await actionsOf(business)).toEqual(["join-requested", "business-registered"]);
    const mails = await mailTo(business.owner.email);
    expect(mails.filter(({ subject }) => subject === "Somebody asks to join Elm Street Bakery LLC")).toHaveLength(1);
  });

  it("for a number that nobody has registered says so", async () => {
    expect(codesOf(await join(await somebody("Hana Helper"), freshEin()))).toEqual(["ein: ein-not-registered"]);
  });

  it("is decided by an owner: let in, shut out, and let in again", async () => {
    const business = await registered();
    const { employerId, owner } = business;
    const helper = await somebody("Hana Two");
    await join(helper, business.ein);
    const decide = (decision: "approve" | "refuse" | "close", userId = helper.userId) =>
      decideMembership({ employerId, owner, now, input: { userId, decision } });
    const stateNow = async () =>
      (await listStaff({ employerId, userId: owner.userId })).find(({ userId }) => userId === helper.userId)?.state;
    expect((await decide("refuse")).ok).toBe(true);
    expect(await stateNow()).toBe("refused");
    expect(await join(helper, business.ein)).toEqual({ ok: true, value: { kind: "sent" } });
    expect((await decide("approve")).ok).toBe(true);
    expect((await decide("approve")).ok).toBe(true);
    expect(await stateNow()).toBe("active");
    expect(await join(helper, business.ein)).toEqual({ ok: true, value: { kind: "open", employerId } });
    expect(codesOf(await decide("refuse"))).toEqual(["stale"]);
    expect((await decide("close")).ok).toBe(true);
    expect(await stateNow()).toBe("closed");
    expect(codesOf(await decide("close", owner.userId))).toEqual(["stale"]);
    expect(await actionsOf(business)).toEqual([
      ...["access-closed", "join-approved", "join-refused", "join-requested", "business-registered"],
    ]);
    expect((await mailTo(helper.email)).map(({ subject }) => String(subject))).toEqual([
      "Your request to join a business",
      "You may act for Elm Street Bakery LLC now",
    ]);
  });
});

describe("changing the details", () => {
  const edit = async ({ act }: Business, changes: Record<string, string>, version = "1") => {
    const { ein: _, ...details } = bakery;
    const input = parseForm(editBusinessSchema, formOf({ ...details, version, ...changes }));
    return input.ok ? editBusiness({ ...act, today, input: input.value }) : input;
  };

  it("is kept once, and a second tab with the old version is refused", async () => {
    const business = await registered();
    expect(await edit(business, { city: "Franklin" })).toEqual({ ok: true, value: { changed: true } });
    expect(await edit(business, { city: "Franklin" })).toEqual({ ok: true, value: { changed: false } });
    expect(codesOf(await edit(business, { city: "Brentwood" }))).toEqual(["stale"]);
    expect((await edit(business, { city: "Brentwood" }, "2")).ok).toBe(true);
    expect(await stored(business.employerId)).toMatchObject({ city: "Brentwood", version: 3 });
    expect(await actionsOf(business)).toEqual(["business-changed", "business-changed", "business-registered"]);
  });

  it("to another state asks for the eligibility answers again", async () => {
    const business = await registered();
    await check(business);
    expect(await stored(business.employerId)).toMatchObject({ standing: "eligible" });
    expect((await edit(business, { state: "TX", zip: "78701" })).ok).toBe(true);
    expect(await stored(business.employerId)).toMatchObject({ standing: "applicant", county_fips: "48453" });
  });

  it.each(["draft", "enrollment_open"] as const)("to another place with an application in %s", async (state) => {
    const issuerId = "99101";
    const group = await database.asAdmin((admin) =>
      insertEnrolledGroup(admin, { catalogVersionId, issuerId, people: [{ answer: "silent" }], state }),
    );
    const { employerId, ownerUserId: userId } = group;
    const act = { employerId, userId, actorName: "Olga" };
    const business = { act } as Business;
    const moved = await edit(business, { zip: "37027", countyFips: "47187" });
    expect(codesOf(moved)).toEqual(state === "draft" ? [] : ["zip: address-locked-by-offer"]);
    const [row] = await database.asAdmin(
      (sql) => sql`select catalog_version_id, rating_area from benefit_applications where employer_id = ${employerId}`,
    );
    expect(row?.["rating_area"]).toBe(state === "draft" ? null : "4");
    expect(
      (
        await edit(
          business,
          { addressLine1: "11 Elm St", zip: "37203" },
          String((await stored(employerId))?.["version"]),
        )
      ).ok,
    ).toBe(true);
  });
});

const yes = {
  ...{ sizeAttested: "yes", principalAddressInState: "yes", offersAllFullTime: "yes" },
  atLeastOneNonOwnerEnrolling: "yes",
};

async function check({ act }: Business, changes: Record<string, string> = {}) {
  const typed = { sizeMethod: "count", fullTimeHeads: "7", partTimeWeeklyHours: "45", ...yes, ...changes };
  const input = parseForm(checkEligibilitySchema, formOf(typed));
  return input.ok ? checkEligibility({ ...act, today, input: input.value }) : input;
}

describe("the eligibility answer", () => {
  it("counts, finds the business eligible and keeps the answer once", async () => {
    const business = await registered();
    expect(await check(business)).toEqual({ ok: true, value: { eligible: true } });
    expect(await check(business)).toEqual({ ok: true, value: { eligible: true } });
    const answer = await latestDetermination({ employerId: business.employerId, userId: business.owner.userId });
    expect(answer).toMatchObject({ eligible: true, determinedOn: today, answers: { fte: 8 } });
    expect(answer?.answers.steps.map(({ code }) => code)).toContain("part-time-equivalents");
    expect(answer?.findings.every(({ met }) => met)).toBe(true);
    expect(await stored(business.employerId)).toMatchObject({ standing: "eligible" });
    expect(await actionsOf(business)).toEqual(["eligibility-found", "business-registered"]);
  });

  it("names each rule that is not met, with its citation and what can be done, and each answer stays", async () => {
    const business = await registered();
    await check(business, { sizeMethod: "typed", fte: "51", atLeastOneNonOwnerEnrolling: "no" });
    const who = { employerId: business.employerId, userId: business.owner.userId };
    const answer = await latestDetermination(who);
    expect(answer?.eligible).toBe(false);
    expect(answer?.findings.flatMap((f) => (f.met ? [] : [[f.rule, f.problem?.code, f.whatCanBeDone]]))).toEqual([
      ["small-employer", "employer-too-large", "buy-in-the-large-group-market"],
      ["non-owner-enrolling", "no-non-owner-enrolling", "enroll-a-non-owner"],
    ]);
    expect(await stored(business.employerId)).toMatchObject({ standing: "ineligible" });
    await check(business, { sizeMethod: "typed", fte: "50" });
    expect(await stored(business.employerId)).toMatchObject({ standing: "eligible" });
    const rows = await database.asAdmin(
      (sql) => sql`select eligible from eligibility_determinations where employer_id = ${business.employerId}`,
    );
    expect(rows).toHaveLength(2);
  });

  it.each([
    [{ fullTimeHeads: "" }, "fullTimeHeads: required"],
    [{ sizeMethod: "typed" }, "fte: required"],
    [{ partTimeWeeklyHours: "many" }, "partTimeWeeklyHours: weekly-hours-not-a-number"],
    [{ fullTimeHeads: "2.5" }, "fullTimeHeads: invalid-whole-number"],
    [{ offersAllFullTime: "" }, "offersAllFullTime: choose-one-of-list"],
  ])("with %j is not given: %s", async (changes, expected) => {
    expect(codesOf(await check(await registered(), changes))).toEqual([expected]);
  });
});

describe("the home of a business", () => {
  it("counts people, choices and what is on its way, in one statement", async () => {
    const group = await database.asAdmin((admin) =>
      insertEnrolledGroup(admin, {
        ...{ catalogVersionId, issuerId: "99101" },
        people: [{ answer: "elects", isOwner: true }, { answer: "waives" }, { answer: "silent" }],
      }),
    );
    const who = { employerId: group.employerId, userId: group.ownerUserId };
    const { result, statements } = await countStatements(() => loadHome(who));
    expect(statements).toBe(1);
    expect(result).toMatchObject({
      determination: null,
      roster: { active: 3, nonOwners: 2, withoutEmail: 0 },
      owners: [{ fullName: "Olga Owner" }],
      joinRequestCount: 0,
      lastEvents: [],
      application: {
        ...{ state: "enrollment_open", startOn: "2026-04-01", submitByOn: "2026-03-15", pricesFixed: true },
        ...{ offeredLines: ["medical"], decidedCount: 2, enrollingCount: 1, invitedCount: 0, confirmationNumber: null },
        events: { total: 0, sent: 0, held: 0 },
      },
    });
  });

  it("shows nothing of another business", async () => {
    const mine = await registered();
    const facts = await loadHome({ employerId: mine.employerId, userId: mine.owner.userId });
    expect(facts).toMatchObject({ roster: { active: 0 }, application: null, owners: [{ fullName: "Olga Owner" }] });
    expect(facts.lastEvents.map(({ action }) => action)).toEqual(["business-registered"]);
  });
});

describe("the history", () => {
  it("comes in pages, the newest first, and an unknown page is empty", async () => {
    const business = await registered();
    const who = { employerId: business.employerId, userId: business.owner.userId };
    await database.asAdmin(
      (sql) => sql`insert into audit_log (employer_id, actor_name, action, details)
        select ${who.employerId}, 'Shopfront', 'made-up', jsonb_build_object('n', n) from generate_series(1, 60) n`,
    );
    const [first, second, third] = [
      await listHistory(who, { page: 1 }),
      await listHistory(who, { page: 2 }),
      await listHistory(who, { page: 3 }),
    ];
    expect(first.lines[0]).toMatchObject({ action: "made-up", details: { n: 60 }, isAutomatic: true });
    expect([first.lines.length, second.lines.length, third.lines.length, first.pageCount]).toEqual([50, 11, 0, 2]);
    expect(second.lines.at(-1)?.action).toBe("business-registered");
  });
});
