import { beforeAll, describe, expect, it } from "vitest";
import { tenantTableRights } from "~db/rights";
import { useTestDatabase } from "../test-database";
import {
  actionAddress,
  asData,
  bodyOf,
  foreignTargets,
  leaksIn,
  makeWorld,
  marker,
  ownAddress,
  subjectOf,
  today,
  unknownToken,
  withQuery,
  type World,
} from "./attack-world";
import { deliveredBuild, useBuiltApplication, type Answer, type Body } from "./built-application";
import { checksums, goneCodes, type TableChecksum } from "./marked-rows";
import { routeCases, type Audience, type RouteCase, type Subject } from "./route-cases";
import { builtRoutes, type BuiltRoute } from "./route-inventory";
import { cookieOf, type Role, type SeededBusiness } from "./seeded-business";

const build = await deliveredBuild({ today });
const database = useTestDatabase();
const application = useBuiltApplication(build);
const routes = builtRoutes(build);
// In the order of the table: what takes rows away comes last.
const known = Object.keys(routeCases).flatMap((id) => routes.filter((route) => route.id === id));
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
});

const caseOf = ({ id }: BuiltRoute): RouteCase => {
  const found = routeCases[id];
  if (!found) throw new Error(`${id} is not in the table of routes`);
  return found;
};
const theirRows = (): Promise<TableChecksum[]> => database.asAdmin((admin) => checksums(admin, world.theirs, marker));
const subject = (business: SeededBusiness) => database.asAdmin((admin) => subjectOf(admin, business));

type Attacker = { readonly name: string; readonly userId: () => string | undefined };
const of = (whose: "mine" | "theirs", role: Role): Attacker => ({
  name: `${whose === "mine" ? "another business's" : "the business's own"} ${role}`,
  userId: () => world[whose].users[role],
});
const visitor: Attacker = { name: "a visitor", userId: () => undefined };
const fromElsewhere = [of("mine", "owner"), of("mine", "staff"), of("mine", "employee")];

/** Everybody who has no right to the other business's rows at an address. */
function attackersOf({ audience }: RouteCase): readonly Attacker[] {
  const outsiders = [visitor, ...fromElsewhere, of("theirs", "askedToJoin"), of("theirs", "formerStaff")];
  if (audience === "employer") return [...outsiders, of("theirs", "employee")];
  if (audience === "employee") return [...outsiders, of("theirs", "owner"), of("theirs", "staff")];
  return [visitor, ...fromElsewhere];
}

/** Where an answer sends the browser; data requests say it in a header of their own. */
const destination = ({ headers }: Answer): string =>
  String(headers.location ?? headers["x-remix-redirect"] ?? "").replace(/\?.*/s, "");

/** What somebody without a right may be told at an address. */
function isRefusal(answer: Answer, audience: Audience, isVisitor: boolean): boolean {
  if (audience === "public") return answer.status < 500;
  if (audience === "link")
    return (answer.status >= 400 && answer.status < 500) || destination(answer) === `/invitation/${unknownToken}`;
  if (isVisitor && audience !== "demonstration")
    return answer.status === 401 || answer.status === 404 || destination(answer) === "/sign-in";
  if (audience === "signed-in") return answer.status < 500;
  return answer.status === 404;
}

type Attempt = {
  readonly what: string;
  readonly method: "GET" | "POST";
  readonly address: string;
  readonly body?: Body;
};

async function attemptsOn(route: BuiltRoute): Promise<Attempt[]> {
  const { query, ...rest } = caseOf(route);
  const theirs = await subject(world.theirs);
  const body = bodyOf(rest, theirs);
  return foreignTargets(route, caseOf(route), world).flatMap(({ name, address }) => {
    const read = withQuery(address, query?.(theirs) ?? {});
    const act = actionAddress(address, route);
    return [
      { what: `reads ${name}`, method: "GET" as const, address: read },
      { what: `reads ${name} as data`, method: "GET" as const, address: asData(read, route) },
      { what: `acts on ${name}`, method: "POST" as const, address: act, body },
      { what: `acts on ${name} as data`, method: "POST" as const, address: asData(act, route), body },
    ];
  });
}

/** A route without an action answers a form with 405, and one without a loader has no data to give. */
function isMissing(route: BuiltRoute, { method, address }: Attempt, { status }: Answer): boolean {
  if (method === "POST" && !route.hasAction) return status === 405 || status === 404;
  return (
    address.includes("_data=") &&
    !route.hasLoader &&
    method === "GET" &&
    [400, 403, 404, 405, 204, 200].includes(status)
  );
}

/** Sends an attempt from everybody in turn, each with a session of their own that the act may end. */
async function faultsOf(route: BuiltRoute, attacker: Attacker, attempts: readonly Attempt[]): Promise<string[]> {
  const { audience } = caseOf(route);
  const faults: string[] = [];
  for (const attempt of attempts) {
    const userId = attacker.userId();
    const cookie = userId ? await cookieOf(userId) : undefined;
    const { method, address, body, what } = attempt;
    const answer = await application.send(address, { method, cookie, body });
    const leaks = leaksIn(answer.body + JSON.stringify(answer.headers));
    const told = `${attacker.name} ${what}: ${answer.status} ${destination(answer)}`.trim();
    if (leaks.length > 0) faults.push(`${told} and sees ${leaks.join(", ")}`);
    else if (!isMissing(route, attempt, answer) && !isRefusal(answer, audience, userId === undefined))
      faults.push(told);
  }
  return faults;
}

/** The form with the hidden fields that its page gives to whoever may open it. */
async function formOf(
  about: RouteCase,
  business: SeededBusiness,
  page: { address: string; cookie: string },
): Promise<Body> {
  const { copies = [] } = about;
  if (copies.length === 0) return bodyOf(about, await subject(business));
  const { body } = await application.send(page.address, { cookie: page.cookie });
  const given = copies.map((name) => [name, new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ""]);
  const form = (of: Subject) => ({ ...about.form?.(of), ...Object.fromEntries(given) });
  return bodyOf({ ...about, form }, await subject(business));
}

describe("the table of routes", () => {
  it("says of every built address whose it is, and names none that is gone", () => {
    expect(routes.map(({ id }) => id).filter((id) => !(id in routeCases))).toEqual([]);
    expect(Object.keys(routeCases).filter((id) => !routes.some((route) => route.id === id))).toEqual([]);
    expect(routes.length).toBeGreaterThan(30);
  });

  it("has a form for every act", () => {
    const formless = known.filter((route) => {
      const { form, json, file } = caseOf(route);
      return route.hasAction && !form && !json && !file;
    });
    expect(formless.map(({ id }) => id)).toEqual([]);
  });
});

describe("the other business", () => {
  it("has rows in every table that belongs to a business, and its marker wherever a person could read it", async () => {
    const rows = await theirRows();
    expect(rows.filter((table) => table.rows === 0).map(({ table }) => table)).toEqual([]);
    expect(Object.keys(tenantTableRights).filter((name) => !rows.some(({ table }) => table === name))).toEqual([]);
    expect(await database.asAdmin(goneCodes)).toEqual([]);
  });
});

describe("nobody without a right sees or changes anything of another business at", () => {
  it.each(known.map((route) => [route.id, route] as const))("%s", async (_id, route) => {
    const before = await theirRows();
    const attempts = await attemptsOn(route);
    const faults: string[] = [];
    for (const attacker of attackersOf(caseOf(route))) faults.push(...(await faultsOf(route, attacker, attempts)));
    expect(faults).toEqual([]);
    expect(await theirRows()).toEqual(before);
  });
});

describe("with the other business's ids in a form of one's own", () => {
  const acting = known.filter((route) => route.hasAction && ["employer", "employee"].includes(caseOf(route).audience));
  it.each(acting.map((route) => [route.id, route] as const))("nothing of theirs moves at %s", async (_id, route) => {
    const before = await theirRows();
    const body = bodyOf(caseOf(route), await subject(world.theirs));
    const role = caseOf(route).audience === "employee" ? "employee" : "owner";
    const cookie = await cookieOf(world.spare.users[role]);
    const address = actionAddress(ownAddress(route, world.spare, caseOf(route)), route);
    const answer = await application.send(address, { method: "POST", cookie, body });
    expect(answer.status).toBeLessThan(500);
    expect(leaksIn(answer.body)).toEqual([]);
    expect(await theirRows()).toEqual(before);
  });
});

describe("what only the owner may do", () => {
  const guarded = known.filter((route) => caseOf(route).ownerOnly);
  it.each(guarded.map((route) => [route.id, route] as const))("staff may not, at %s", async (_id, route) => {
    const before = await theirRows();
    const cookie = await cookieOf(world.theirs.users.staff);
    const theirs = await subject(world.theirs);
    const address = ownAddress(route, world.theirs, caseOf(route));
    const body = bodyOf(caseOf(route), theirs);
    const acted = await application.send(actionAddress(address, route), { method: "POST", cookie, body });
    expect(acted.status).toBe(404);
    if (caseOf(route).ownerOnly === "everything") {
      const read = await application.send(withQuery(address, caseOf(route).query?.(theirs) ?? {}), { cookie });
      expect(read.status).toBe(404);
      expect(leaksIn(read.body)).toEqual([]);
    }
    expect(await theirRows()).toEqual(before);
  });
});

describe("a colleague on the same roster", () => {
  const ofSomebody = known.filter(
    (route) =>
      caseOf(route).audience === "employee" && route.params.some((name) => /^(employee|dependent)Id$/.test(name)),
  );
  it.each(ofSomebody.map((route) => [route.id, route] as const))(
    "has no way into another's family at %s",
    async (_id, route) => {
      const before = await theirRows();
      const address = ownAddress(route, world.theirs, caseOf(route));
      const body = bodyOf(caseOf(route), await subject(world.theirs));
      const cookie = await cookieOf(world.theirs.users.otherEmployee);
      for (const sent of [{ cookie }, { cookie, method: "POST", body }] as const) {
        const answer = await application.send(address, sent);
        expect(answer.status).toBe(404);
        expect(leaksIn(answer.body)).toEqual([]);
      }
      expect(await theirRows()).toEqual(before);
    },
  );
});

describe("the rightful person", () => {
  // The attempts above were counted, and some of them are refused from a number on.
  beforeAll(() => database.asAdmin((admin) => admin`delete from rate_limits`));

  const rightful = (audience: Audience): Role => (audience === "employee" ? "employee" : "owner");
  const owned = known.filter((route) => ["employer", "employee"].includes(caseOf(route).audience));

  it.each(owned.filter(({ hasLoader }) => hasLoader).map((route) => [route.id, route] as const))(
    "opens %s and reads the very text that nobody else saw",
    async (_id, route) => {
      const { audience, query, showsNothing, movesOnTo } = caseOf(route);
      const cookie = await cookieOf(world.theirs.users[rightful(audience)]);
      const address = withQuery(
        ownAddress(route, world.theirs, caseOf(route)),
        query?.(await subject(world.theirs)) ?? {},
      );
      const answer = await application.send(address, { cookie });
      const expected = movesOnTo ? `302 ${movesOnTo(await subject(world.theirs))}` : "200";
      expect(`${answer.status} ${destination(answer)}`.trim()).toBe(expected);
      if (!movesOnTo) expect(leaksIn(answer.body).includes(marker)).toBe(!showsNothing);
    },
  );

  it.each(known.filter(({ hasAction }) => hasAction).map((route) => [route.id, route] as const))(
    "has the same form accepted at %s",
    async (_id, route) => {
      const { audience, whilePreparing, refusedByRule } = caseOf(route);
      const business = whilePreparing ? world.preparing : world.mine;
      const isOpenToAll = audience === "public" || audience === "link";
      const cookie = isOpenToAll ? "" : await cookieOf(business.users[rightful(audience)]);
      const own = ownAddress(route, business, caseOf(route));
      const body = await formOf(caseOf(route), business, { address: own, cookie });
      const act = actionAddress(own, route);
      const answer = await application.send(act, { method: "POST", cookie, body });
      const isRefused = answer.status >= 400;
      const told = isRefused ? await application.send(asData(act, route), { method: "POST", cookie, body }) : undefined;
      if (audience === "link") expect([302, 410, 422]).toContain(answer.status);
      else if (refusedByRule) expect(answer.status).toBe(refusedByRule);
      else expect(answer.status, told?.body).toBeLessThan(400);
    },
  );
});
