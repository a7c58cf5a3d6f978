import type postgres from "postgres";
import { inject } from "vitest";
import { insertCatalog } from "~db/testing/enrolled-group";
import type { TestDatabase } from "../test-database";
import { addressOf, type BuiltRoute } from "./route-inventory";
import type { RouteCase, Subject } from "./route-cases";
import type { Body } from "./built-application";
import { markBusiness } from "./marked-rows";
import { insertSeededBusiness, type SeededBusiness } from "./seeded-business";

/** A day inside the open enrollment of the seeded businesses. */
export const today = "2026-03-10";
/** In every readable text of the other business; letters only, so that no escaping hides it. */
export const marker = "Zqxmarkerzq";
const theirEin = "621987654";
const theirSsns = ["219099991", "219099992"] as const;
const ownSsns = ["219099993", "219099994"] as const;

export type World = {
  /** The attackers' own business, in open enrollment as the other one. */
  readonly mine: SeededBusiness;
  /** Another of the attackers', for acts that may go through and change it. */
  readonly spare: SeededBusiness;
  /** A business that still prepares its offer, where forms of that stage are proven to work. */
  readonly preparing: SeededBusiness;
  /** The business that nobody else may see or touch. */
  readonly theirs: SeededBusiness;
};

export async function makeWorld(database: TestDatabase): Promise<World> {
  return database.asAdmin(async (admin) => {
    const issuerId = "99101";
    const catalogVersionId = await insertCatalog(admin, [issuerId]);
    const seed = { catalogVersionId, issuerId };
    const own = { ...seed, marker: "Ownwords", ssns: ownSsns };
    const mine = await insertSeededBusiness(admin, { ...own, ein: "621222222", stage: "choosing" });
    const spare = await insertSeededBusiness(admin, { ...own, ein: "621444444", stage: "choosing" });
    const preparing = await insertSeededBusiness(admin, { ...own, ein: "621333333", stage: "preparing" });
    const theirs = await insertSeededBusiness(admin, {
      ...seed,
      ...{ ein: theirEin, marker, ssns: theirSsns, stage: "submitted" },
    });
    await markBusiness(admin, theirs, marker);
    return { mine, spare, preparing, theirs };
  });
}

/** What of the other business stands in an answer: its marker, its EIN or somebody's whole Social Security number. */
export function leaksIn(text: string): string[] {
  const dashed = [theirEin.replace(/^../, "$&-"), ...theirSsns.map((ssn) => ssn.replace(/^(...)(..)/, "$1-$2-"))];
  const secrets = [marker, theirEin, ...theirSsns, ...dashed];
  return secrets.filter((secret) => text.toLowerCase().includes(secret.toLowerCase()));
}

/** The ids of a business with the versions that its rows have now. */
export async function subjectOf(admin: postgres.Sql, { ids, users, employerId }: SeededBusiness): Promise<Subject> {
  const own = admin`employer_id = ${employerId}`;
  const [versions] = await admin<Subject["versions"][]>`select
    (select version::text from employers where ${own}) as employer,
    (select version::text from employees where ${own} and employee_id = ${ids.employeeId}) as employee,
    (select version::text from dependents where ${own} and dependent_id = ${ids.dependentId}) as dependent,
    (select version::text from benefit_applications where ${own} and application_id = ${ids.applicationId}) as application,
    (select version::text from benefit_offers where ${own} and line = 'medical') as offer,
    (select version::text from tax_credit_answers where ${own}) as "taxCredit"`;
  if (!versions) throw new Error("the business has no versions");
  return { ...ids, staffUserId: users.staff, versions };
}

/** A token of the right shape that nobody was given. */
export const unknownToken = "A".repeat(43);

function paramsOf(ids: SeededBusiness["ids"], { aboutUnreachable }: RouteCase): Record<string, string> {
  const { employeeId, unreachableEmployeeId } = ids;
  const subject = aboutUnreachable ? unreachableEmployeeId : employeeId;
  return { ...ids, employeeId: subject, line: "medical", token: unknownToken };
}

/** Parameters that name something of one business. */
const ownedParams = ["employerId", "employeeId", "dependentId", "messageId", "formKey"] as const;

export type Target = { readonly name: string; readonly address: string };

/** The addresses of a route with the other business's ids in one, some or all places and the attacker's own in the rest. */
export function foreignTargets(route: BuiltRoute, about: RouteCase, { mine, theirs }: World): readonly Target[] {
  const places = route.params.filter((name) => (ownedParams as readonly string[]).includes(name));
  const choices = places.reduce<readonly (readonly string[])[]>(
    (sets, place) => [...sets, ...sets.map((set) => [...set, place])],
    [[]],
  );
  const foreign = places.length === 0 ? choices : choices.filter((set) => set.length > 0);
  return foreign.map((set) => {
    const values = paramsOf(mine.ids, about);
    for (const name of set) values[name] = paramsOf(theirs.ids, about)[name] ?? "";
    return { name: set.length === 0 ? "the address" : `their ${set.join(", ")}`, address: addressOf(route, values) };
  });
}

export function ownAddress(route: BuiltRoute, { ids }: SeededBusiness, about: RouteCase): string {
  return addressOf(route, paramsOf(ids, about));
}

export function withQuery(address: string, query: Readonly<Record<string, string>>): string {
  const text = new URLSearchParams(query).toString();
  return text === "" ? address : `${address}?${text}`;
}

/** The framework's other way to ask for a route's data alone, without the pages around it. */
export function asData(address: string, route: BuiltRoute): string {
  return `${address}${address.includes("?") ? "&" : "?"}${new URLSearchParams({ _data: route.id })}`;
}

/** How the browser sends a form's action: an index route is named in the address. */
export function actionAddress(address: string, route: BuiltRoute): string {
  return route.id.endsWith("_index") ? `${address}?index` : address;
}

export function bodyOf({ form, json, file }: RouteCase, subject: Subject): Body {
  if (json) return { type: "application/json", bytes: Buffer.from(JSON.stringify(json(subject))) };
  const fields = form?.(subject) ?? {};
  if (!file) {
    const text = new URLSearchParams(fields).toString();
    return { type: "application/x-www-form-urlencoded", bytes: Buffer.from(text) };
  }
  const boundary = `----form${inject("testRunPid")}`;
  const part = `Content-Disposition: form-data; name="${file.field}"; filename="${file.name}"\r\nContent-Type: text/csv`;
  const text = `--${boundary}\r\n${part}\r\n\r\n${file.text}\r\n--${boundary}--\r\n`;
  return { type: `multipart/form-data; boundary=${boundary}`, bytes: Buffer.from(text) };
}
