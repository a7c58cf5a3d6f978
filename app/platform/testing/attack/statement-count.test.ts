import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "../test-database";
import { makeWorld, ownAddress, subjectOf, today, withQuery, type World } from "./attack-world";
import { deliveredBuild, useBuiltApplication } from "./built-application";
import { routeCases } from "./route-cases";
import { builtRoutes } from "./route-inventory";
import { cookieOf } from "./seeded-business";

const build = await deliveredBuild({ today });
const database = useTestDatabase();
const application = useBuiltApplication(build);
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
});

/** Who is signed in, what they may open, and what the page shows. */
const mostStatements = 3;

const signedIn = builtRoutes(build).filter(
  ({ id, hasLoader, isPage }) =>
    hasLoader && isPage && !["public", "link", "demonstration"].includes(routeCases[id]?.audience ?? ""),
);

describe(`a signed-in page takes at most ${mostStatements} statements`, () => {
  it.each(signedIn.map((route) => [route.id, route] as const))("%s", async (id, route) => {
    const about = routeCases[id];
    if (!about) throw new Error(`${id} is not in the table of routes`);
    const { users } = world.mine;
    const cookie = await cookieOf(about.audience === "employee" ? users.employee : users.owner);
    const subject = await database.asAdmin((admin) => subjectOf(admin, world.mine));
    const address = withQuery(ownAddress(route, world.mine, about), about.query?.(subject) ?? {});
    // Prices are read once for the process and then kept.
    await application.send(address, { cookie });
    const { status, statements } = await application.send(address, { cookie });
    expect([200, 302]).toContain(status);
    expect(statements).toBeGreaterThan(0);
    expect(statements).toBeLessThanOrEqual(mostStatements);
  });
});
