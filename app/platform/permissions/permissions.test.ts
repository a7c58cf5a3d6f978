import { beforeAll, describe, expect, it } from "vitest";
import { countStatements, withDoor } from "~db/client.server";
import { newId } from "../id.server";
import { inRequest } from "../request/request-memory.server";
import { startSession } from "../session/session.server";
import { useTestDatabase } from "../testing/test-database";
import { requireVerifiedUser } from "../session/session.server";
import { requireEmployerAccess, requireOperator, requireOwnEmployment } from "./permissions.server";

const database = useTestDatabase();
const people = {
  owner: newId(),
  staff: newId(),
  asked: newId(),
  closed: newId(),
  worker: newId(),
  operator: newId(),
  stranger: newId(),
};
const bakery = newId();
const otherShop = newId();
const employeeId = newId();
type Person = keyof typeof people;

beforeAll(() =>
  database.asAdmin(async (sql) => {
    for (const [name, userId] of Object.entries(people)) {
      await sql`insert into users ${sql({ user_id: userId, email: `${name}@x.test`, full_name: name, password_hash: "-" })}`;
    }
    await sql`insert into operators (user_id) values (${people.operator})`;
    for (const [employerId, ein] of [
      [bakery, "123456789"],
      [otherShop, "987654321"],
    ] as const) {
      await sql`insert into employers (employer_id, legal_name, ein, entity_kind, contact_email, phone, address_line1, city, state,
        zip, county_fips, county_name, exchange) values (${employerId}, 'Shop', ${ein}, 'partnership', 'a@x.test', '2025550100',
        '1 Main', 'Austin', 'TX', '78701', '48453', 'Travis', 'federal')`;
    }
    const join = (employerId: string, userId: string, role: string, state: string) =>
      sql`insert into employer_memberships (employer_id, user_id, role, state, full_name, email)
        values (${employerId}, ${userId}, ${role}, ${state}, 'n', 'e')`;
    await join(bakery, people.owner, "owner", "active");
    await join(bakery, people.staff, "staff", "active");
    await join(bakery, people.asked, "staff", "requested");
    await join(bakery, people.closed, "owner", "closed");
    await join(otherShop, people.stranger, "owner", "active");
    await sql`insert into employees (employer_id, employee_id, user_id, first_name, last_name, born_on, sex, hired_on, employment_basis)
      values (${bakery}, ${employeeId}, ${people.worker}, 'Ana', 'Ruiz', '1990-01-01', 'female', '2020-01-01', 'full-time')`;
  }),
);

async function requestOf(person: Person | undefined): Promise<Request> {
  const url = "http://localhost:3000/employers/x/roster?page=2";
  if (!person) return new Request(url);
  const cookie = await withDoor({ kind: "public" }, (tx) => startSession(tx, people[person]));
  return new Request(url, { headers: { Cookie: cookie.split(";")[0] ?? "" } });
}

/** The status that a guard answers with; 200 when it lets the person through. */
async function statusOf(guard: Promise<unknown>): Promise<number> {
  try {
    await guard;
    return 200;
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.status;
    throw thrown;
  }
}

describe("who may open a business", () => {
  it.each<[Person | undefined, number, number]>([
    ["owner", 200, 200],
    ["staff", 200, 404],
    ["asked", 404, 404],
    ["closed", 404, 404],
    ["worker", 404, 404],
    ["operator", 404, 404],
    ["stranger", 404, 404],
    [undefined, 302, 302],
  ])("%s gets %i, and %i where only an owner may", async (person, status, ownerStatus) => {
    const request = await requestOf(person);
    expect(await statusOf(requireEmployerAccess(request, bakery))).toBe(status);
    expect(await statusOf(requireEmployerAccess(request, bakery, { role: "owner" }))).toBe(ownerStatus);
  });

  it("is answered alike for a business of others, one that does not exist, and text that is no id", async () => {
    const request = await requestOf("owner");
    for (const id of [otherShop, newId(), "x", "' or 1=1 --", undefined]) {
      expect(await statusOf(requireEmployerAccess(request, id))).toBe(404);
    }
  });

  it("costs one statement for the person and one for the business, however many loaders ask", async () => {
    const request = await requestOf("owner");
    const ask = () => requireEmployerAccess(new Request(request), bakery);
    const { statements, result } = await countStatements(() =>
      inRequest({ clientAddress: "192.0.2.1" }, () => Promise.all([ask(), ask(), ask()])),
    );
    expect(statements).toBe(2);
    expect(result[0]?.employer.legalName).toBe("Shop");
    expect(result[0]?.membership.role).toBe("owner");
  });
});

describe("who may open their own coverage through a business", () => {
  it.each<[Person | undefined, number]>([
    ["worker", 200],
    ["owner", 404],
    ["stranger", 404],
    [undefined, 302],
  ])("%s gets %i", async (person, status) => {
    expect(await statusOf(requireOwnEmployment(await requestOf(person), bakery))).toBe(status);
  });

  it("is answered alike for a business without the person, one that does not exist, and text that is no id", async () => {
    const request = await requestOf("worker");
    for (const id of [otherShop, newId(), "x", undefined]) {
      expect(await statusOf(requireOwnEmployment(request, id))).toBe(404);
    }
  });

  it("sees the own row without a Social Security number in it", async () => {
    const { employee, employer } = await requireOwnEmployment(await requestOf("worker"), bakery);
    expect(employee).toMatchObject({ firstName: "Ana", employerId: bakery });
    expect(employer.employerId).toBe(bakery);
    expect(Object.keys(employee).filter((name) => name.startsWith("ssn"))).toEqual([]);
  });
});

describe("who may do what is not a business's", () => {
  it.each<[Person | undefined, number]>([
    ["operator", 200],
    ["owner", 404],
    [undefined, 302],
  ])("%s gets %i at the operators' screens", async (person, status) => {
    expect(await statusOf(requireOperator(await requestOf(person)))).toBe(status);
  });

  it("sends a visitor to sign in and back to the same page", async () => {
    const thrown = await requireOperator(await requestOf(undefined)).catch((response: unknown) => response);
    const location = thrown instanceof Response ? thrown.headers.get("Location") : "";
    expect(location).toBe("/sign-in?returnTo=%2Femployers%2Fx%2Froster%3Fpage%3D2");
  });

  it("sends somebody whose address is not verified to verify it first", async () => {
    const thrown = await requireVerifiedUser(await requestOf("owner")).catch((response: unknown) => response);
    const location = thrown instanceof Response ? thrown.headers.get("Location") : "";
    expect(location).toMatch(/^\/verify-email\?returnTo=/);
    await database.asAdmin((sql) => sql`update users set email_verified_at = now() where user_id = ${people.owner}`);
    expect(await statusOf(requireVerifiedUser(await requestOf("owner")))).toBe(200);
  });
});
