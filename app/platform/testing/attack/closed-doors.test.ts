import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "../test-database";
import {
  actionAddress,
  asData,
  bodyOf,
  makeWorld,
  marker,
  ownAddress,
  subjectOf,
  today,
  withQuery,
  type World,
} from "./attack-world";
import { deliveredBuild, useBuiltApplication } from "./built-application";
import { checksums } from "./marked-rows";
import { routeCases, type RouteCase } from "./route-cases";
import { builtRoutes, type BuiltRoute } from "./route-inventory";
import { cookieOf } from "./seeded-business";

const build = await deliveredBuild({ today });
const database = useTestDatabase();
const application = useBuiltApplication(build);
const routes = builtRoutes(build).map((route) => [route.id, route] as const);
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
});

const caseOf = ({ id }: BuiltRoute): RouteCase => routeCases[id] ?? { audience: "public" };
const addressOf = (route: BuiltRoute): string => ownAddress(route, world.theirs, caseOf(route));

/** Whoever may use the address, so that nothing but the door itself refuses. */
function rightfulCookie(route: BuiltRoute): Promise<string> {
  const { users } = world.theirs;
  return cookieOf(caseOf(route).audience === "employee" ? users.employee : users.owner);
}

async function readAddress(route: BuiltRoute): Promise<string> {
  const subject = await database.asAdmin((admin) => subjectOf(admin, world.theirs));
  return withQuery(addressOf(route), caseOf(route).query?.(subject) ?? {});
}

describe("a form that does not come from our own pages", () => {
  it.each(routes)("does nothing at %s, even with the rightful person's session", async (_id, route) => {
    const rows = () => database.asAdmin((admin) => checksums(admin, world.theirs, marker));
    const before = await rows();
    const cookie = await rightfulCookie(route);
    const body = bodyOf(caseOf(route), await database.asAdmin((admin) => subjectOf(admin, world.theirs)));
    const act = actionAddress(addressOf(route), route);
    for (const address of [act, asData(act, route)]) {
      for (const origin of [null, "null", "https://evil.example", "http://localhost.evil.example:3000"]) {
        const answer = await application.send(address, { method: "POST", cookie, origin, body });
        expect(`${origin}: ${answer.status}`).toBe(`${origin}: 403`);
      }
    }
    for (const method of ["PUT", "DELETE"] as const) {
      expect((await application.send(act, { method, cookie, body })).status).toBe(405);
    }
    expect(await rows()).toEqual(before);
  });
});

describe("the framework's other ways in", () => {
  it.each(routes)("are not there for %s", async (_id, route) => {
    const cookie = await rightfulCookie(route);
    const address = addressOf(route);
    const root = address === "/" ? "/_root" : address;
    const doors = [`${root}.data`, `${root}.DATA`, `${root}.data?_routes=${route.id}`, `/__manifest?p=${address}`];
    for (const door of doors) expect((await application.send(door, { cookie })).status).toBe(404);
  });
});

describe("what every answer carries", () => {
  it.each(routes)("at %s: no copy is kept, no address is passed on, and only our scripts run", async (_id, route) => {
    const cookie = await rightfulCookie(route);
    const read = await readAddress(route);
    for (const address of [read, asData(read, route)]) {
      const { headers, body, status } = await application.send(address, { cookie });
      expect(status).toBeLessThan(500);
      expect(String(headers["cache-control"])).toContain("no-store");
      expect(headers["referrer-policy"]).toBe("same-origin");
      expect(String(headers["x-content-type-options"])).toContain("nosniff");
      const nonce = /script-src 'nonce-([^']+)' 'strict-dynamic';/.exec(
        String(headers["content-security-policy"]),
      )?.[1];
      expect(nonce).toBeDefined();
      if (String(headers["content-type"]).startsWith("text/html")) expect(unsignedTags(body, nonce)).toEqual([]);
    }
  });

  it("finds a script or a preload that carries no nonce or another's", () => {
    const page =
      '<script nonce="a">1</script><script>2</script><link rel="modulepreload" href="x"/><p onclick="3" style="4">5</p>';
    expect(unsignedTags(page, "a")).toEqual([
      "<script>",
      '<link rel="modulepreload" href="x"/>',
      '<p onclick="3" style="4">',
    ]);
  });
});

/** Tags that the content policy would refuse: scripts and script preloads without the nonce, handlers and styles inline. */
function unsignedTags(page: string, nonce: string | undefined): string[] {
  const tags = page.replaceAll(/(<script[^>]*>).*?<\/script>/gs, "$1").match(/<[a-z][^>]*>/gi) ?? [];
  return tags.filter((tag) => {
    if (/^<script|^<link[^>]*rel="modulepreload"/.test(tag)) return !tag.includes(`nonce="${nonce}"`);
    return /\s(on[a-z]+|style)="/.test(tag) || /^<style/.test(tag);
  });
}
