import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { locales, type Locale } from "../../i18n/languages";
import { languageCookieHeader } from "../../i18n/locale.server";
import { translator } from "../../i18n/translator.server";
import { problemSentence } from "../../problems";
import { makeWorld, today, unknownToken, type World } from "../attack/attack-world";
import { deliveredBuild, useBuiltApplication } from "../attack/built-application";
import { cookieOf } from "../attack/seeded-business";
import { useTestDatabase } from "../test-database";
import { readFormPage } from "./form-page";
import { inviteAgain, speak, storedRows, type LinkFacts } from "./scene";

const build = await deliveredBuild({ today });
const database = useTestDatabase();
const application = useBuiltApplication(build);
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
});
beforeEach(() => database.asAdmin((admin) => admin`delete from rate_limits`));

const invite = (facts?: LinkFacts) => database.asAdmin((admin) => inviteAgain(admin, world.mine, facts));
const languageOf = async (locale: Locale): Promise<string> => (await languageCookieHeader(locale)).split(";")[0] ?? "";
const formOf = (fields: Readonly<Record<string, string>>) => ({
  type: "application/x-www-form-urlencoded",
  bytes: Buffer.from(new URLSearchParams(fields).toString()),
});
/** The person whom the link invites. */
const rightAnswers = { lastName: "WorkerC", bornOn: "7/5/1980" };

const deadLinks: readonly [string, number, () => Promise<string>, string, string][] = [
  ["was never made", 404, async () => unknownToken, "This is not one of our links", "Este enlace no es nuestro"],
  ["is cut short", 404, async () => "A".repeat(20), "This is not one of our links", "Este enlace no es nuestro"],
  ["has expired", 410, () => invite({ expired: true }), "This invitation has expired", "Esta invitación venció"],
  [
    "was used",
    410,
    () => invite({ accepted: true }),
    "This invitation was accepted",
    "Esta invitación ya fue aceptada",
  ],
  ["was replaced", 410, () => invite({ revoked: true }), "There is a newer link", "Hay un enlace más nuevo"],
  ["was guessed at", 410, () => invite({ failedAttempts: 5 }), "This link was stopped", "Este enlace se detuvo"],
];

describe.each(locales)("an invitation link, read in %s", (locale) => {
  it.each(deadLinks)("that %s says why and what to do", async (_what, status, makeLink, english, spanish) => {
    const token = await makeLink();
    const cookie = await languageOf(locale);
    const before = await database.asAdmin(storedRows);
    const read = await application.send(`/invitation/${token}`, { cookie });
    const page = readFormPage(read.body);
    expect(read.status).toBe(status);
    expect(page.heading).toBe(locale === "en" ? english : spanish);
    expect(page.text.slice(page.text.indexOf(page.heading))).toMatch(
      locale === "en" ? /\b(ask|sign in|open)\b/i : /\b(pida|pregunte|entre|abra|ábralo)\b/i,
    );

    const acted = await application.send(`/invitation/${token}?index`, {
      ...{ method: "POST", cookie, body: formOf(rightAnswers) },
    });
    expect(acted.status).toBe(422);
    expect(readFormPage(acted.body).heading).toBe(page.heading);
    expect(acted.headers["set-cookie"]).toBeUndefined();
    expect(await database.asAdmin(storedRows)).toEqual(before);
  });

  it("of somebody else asks who is there, keeps what was typed and shows nothing", async () => {
    const token = await invite();
    const session = `${await cookieOf(world.theirs.users.employee)}; ${await languageOf(locale)}`;
    await database.asAdmin((admin) => speak(admin, world.theirs.users.employee, locale));
    const typed = { lastName: "O'Stranger", bornOn: "1/2/1975" };
    const answer = await application.send(`/invitation/${token}?index`, {
      ...{ method: "POST", cookie: session, body: formOf(typed) },
    });
    const page = readFormPage(answer.body);
    expect(answer.status).toBe(422);
    const sentence = { code: "identity-not-matched", params: { count: 4 } };
    expect(page.summary.map(({ text }) => text)).toEqual([problemSentence(translator(locale), locale, sentence)]);
    expect([page.heldBy("lastName"), page.heldBy("bornOn")]).toEqual([[typed.lastName], [typed.bornOn]]);
    expect(answer.body).not.toMatch(/WorkerC|worker2@example\.com/);
  });

  it("of a colleague cannot be used by an account that is on the roster already", async () => {
    const token = await invite();
    const { otherEmployee } = world.mine.users;
    await database.asAdmin((admin) => speak(admin, otherEmployee, locale));
    const session = `${await cookieOf(otherEmployee)}; ${await languageOf(locale)}`;
    const known = await application.send(`/invitation/${token}?index`, {
      ...{ method: "POST", cookie: session, body: formOf(rightAnswers) },
    });
    const confirmed = [known.headers["set-cookie"] ?? []].flat().map((line) => line.split(";")[0] ?? "");
    const before = await database.asAdmin(storedRows);
    const cookie = [session, ...confirmed].join("; ");
    const body = formOf({ way: "this-account" });
    const answer = await application.send(`/invitation/${token}/account`, { method: "POST", cookie, body });
    expect(answer.status).toBe(422);
    const sentence = problemSentence(translator(locale), locale, { code: "account-of-another-person" });
    expect(readFormPage(answer.body).summary.map(({ text }) => text)).toEqual([sentence]);
    expect(await database.asAdmin(storedRows)).toEqual(before);
  });
});

describe.each(locales)("the address of another business, read in %s", (locale) => {
  const forms = ["/roster/new", "/business", "/coverage-year", "/eligibility", "/staff"];

  it.each(["", "/roster", "/enrollment", ...forms])(
    "shows nothing at /employers/…%s and says where to go",
    async (page) => {
      const { owner } = world.mine.users;
      await database.asAdmin((admin) => speak(admin, owner, locale));
      const cookie = await cookieOf(owner);
      const address = `/employers/${world.theirs.employerId}${page}`;
      const acts = forms.includes(page) ? [{ method: "POST", body: formOf({ firstName: "Ada" }) } as const] : [];
      for (const sent of [{}, ...acts]) {
        const answer = await application.send(address, { ...sent, cookie });
        const drawn = readFormPage(answer.body);
        expect(answer.status).toBe(404);
        expect(drawn.language).toBe(locale);
        expect(drawn.heading).toBe(
          locale === "en" ? "There is nothing at this address" : "No hay nada en esta dirección",
        );
        expect(drawn.text).toContain(locale === "en" ? "Go to the start page" : "Ir a la página de inicio");
      }
    },
  );
});
