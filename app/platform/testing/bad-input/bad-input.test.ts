import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { locales, type Locale } from "../../i18n/languages";
import { translator } from "../../i18n/translator.server";
import { problemSentence } from "../../problems";
import { bodyOf, makeWorld, subjectOf, today, type World } from "../attack/attack-world";
import { deliveredBuild, useBuiltApplication } from "../attack/built-application";
import { cookieOf } from "../attack/seeded-business";
import { useTestDatabase } from "../test-database";
import { badForms, sharedCounties, sharedZip, type BadForm } from "./bad-forms";
import { readFormPage } from "./form-page";
import { addSharedZip, speak, storedRows } from "./scene";

const build = await deliveredBuild({ today });
const database = useTestDatabase();
const application = useBuiltApplication(build);
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
  await database.asAdmin((admin) => addSharedZip(admin, { zip: sharedZip, counties: sharedCounties }));
});

// Everything here is refused, and some refusals are counted.
beforeEach(() => database.asAdmin((admin) => admin`delete from rate_limits`));

const neverEchoed = ["ssn", "password"];

/** Sends the form as a browser without scripts does, from somebody who reads the language. */
async function send({ business, sender, address, typed }: BadForm, locale: Locale) {
  const own = business(world);
  const subject = await database.asAdmin((admin) => subjectOf(admin, own));
  const userId = own.users[sender];
  await database.asAdmin((admin) => speak(admin, userId, locale));
  const values = typed(subject);
  const before = await database.asAdmin(storedRows);
  const answer = await application.send(address(subject), {
    method: "POST",
    cookie: await cookieOf(userId),
    body: bodyOf({ audience: "public", form: () => values }, subject),
  });
  const after = await database.asAdmin(storedRows);
  return { values, answer, page: readFormPage(answer.body), before, after };
}

describe.each(locales)("a form with something wrong, read in %s", (locale) => {
  it.each(badForms.map((form) => [`${form.sender}: ${form.what}`, form] as const))("%s", async (_what, form) => {
    const { values, answer, page, before, after } = await send(form, locale);
    expect(answer.status).toBe(422);
    expect(page.language).toBe(locale);

    const message = page.messageOf(form.field) ?? "";
    const sentence = problemSentence(translator(locale), locale, form.problem);
    expect(message).toBe(sentence);
    expect(message).not.toMatch(/\{\{|undefined/);
    expect(page.isInvalid(form.field)).toBe(true);

    const line = page.summary.find(({ leadsTo }) => leadsTo === `field-${form.field}`);
    expect(page.summary).toHaveLength(1);
    expect(line?.text).toContain(message);
    expect(page.has(`field-${form.field}`)).toBe(true);

    const kept = Object.entries(values).filter(([name]) => ![...neverEchoed, ...(form.givenAnew ?? [])].includes(name));
    expect(Object.fromEntries(kept.map(([name]) => [name, page.heldBy(name)[0]]))).toEqual(Object.fromEntries(kept));
    for (const name of neverEchoed) {
      const secret = values[name];
      if (secret !== undefined) expect(answer.body).not.toContain(secret);
    }
    expect(after).toEqual(before);
  });
});
