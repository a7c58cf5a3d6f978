import { expect, type Page } from "@playwright/test";
import { lookAt } from "./accessibility";
import { followNewestLink } from "./mailbox";
import type { Business, Owner, Worker } from "./people";
import { tick } from "./tick";
import { say } from "./words";

/** Signs up, follows the link in the mail and signs in. */
export async function openAccount(page: Page, owner: Owner): Promise<void> {
  await page.goto("/sign-up");
  await lookAt(page);
  await page.getByLabel("Your full name").fill(owner.fullName);
  await page.getByLabel("E-mail address").fill(owner.email);
  await page.getByLabel("Password").fill(owner.password);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { name: "Look in your mail" })).toBeVisible();
  await followNewestLink(page, { recipient: owner.email, link: /verify-email/ });
  await page.getByRole("button", { name: "Yes, this is my address" }).click();
  await signIn(page, owner);
}

export async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.goto("/sign-in");
  await lookAt(page);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/start$/);
  await lookAt(page);
}

/** Answers with the path of the business's pages. */
export async function registerBusiness(page: Page, business: Business): Promise<string> {
  await page.goto("/employers/new");
  await lookAt(page);
  await page.getByLabel("Legal name").fill(business.legalName);
  await page.getByLabel("Employer identification number (EIN)").fill(business.ein);
  await page.getByLabel("Kind of business").selectOption({ label: "Limited liability company (LLC)" });
  await page.getByLabel("Street address").fill(business.address);
  await page.getByLabel("City").fill(business.city);
  await page.getByLabel("State", { exact: true }).selectOption({ label: business.state });
  await page.getByLabel("ZIP code").fill(business.zip);
  await page.getByLabel("Telephone").fill(business.phone);
  await page.getByRole("button", { name: "Register the business" }).click();
  if (business.county) {
    await tick(page.getByRole("radio", { name: business.county }));
    await page.getByRole("button", { name: "Register the business" }).click();
  }
  await expect(page.getByRole("heading", { level: 1, name: "Your tasks" })).toBeVisible();
  await lookAt(page);
  return new URL(page.url()).pathname;
}

export async function checkEligibility(page: Page, base: string): Promise<void> {
  await page.goto(`${base}/eligibility`);
  await lookAt(page);
  await page.getByLabel("Full-time people").fill("3");
  await page.getByLabel("Hours a week of all part-time people together").fill("45");
  for (const question of await page.getByRole("radio", { name: "Yes" }).all()) await tick(question);
  await page.getByRole("button", { name: "See the answer" }).click();
  await expect(page.getByRole("heading", { name: /can use the marketplace/ })).toBeVisible();
}

export async function addWorker(page: Page, base: string, worker: Worker): Promise<void> {
  await page.goto(`${base}/roster/new`);
  await lookAt(page);
  await page.getByLabel("First name").fill(worker.firstName);
  await page.getByLabel("Last name").fill(worker.lastName);
  await page.getByLabel("Birth date").fill(worker.bornOn);
  await tick(page.getByRole("radio", { name: worker.sex, exact: true }));
  await page.getByLabel("First day of work").fill(worker.hiredOn);
  await tick(page.getByRole("radio", { name: /^Full-time/ }));
  await page.getByLabel("E-mail", { exact: false }).fill(worker.email);
  await tick(page.getByRole("radio", { name: say(worker.speaks, `shared:language.${worker.speaks}`) }));
  await page.getByRole("button", { name: "Add to the roster" }).click();
  await expect(page.getByText("The person is on the roster.")).toBeVisible();
}

/** The first start date that is open; the employees may choose from today. */
export async function chooseCoverageYear(page: Page, base: string): Promise<void> {
  await page.goto(`${base}/coverage-year`);
  await lookAt(page);
  await page.getByLabel("First day employees can choose").fill(todayOfTheMarketplace());
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page).toHaveURL(/\/offer\/medical$/);
}

function todayOfTheMarketplace(): string {
  const parts = { timeZone: "America/New_York", year: "numeric", month: "2-digit", day: "2-digit" } as const;
  return new Intl.DateTimeFormat("en-US", parts).format(new Date());
}

type Offer = { readonly level: string; readonly employeePercent: string; readonly dependentsPercent: string };

/** Offers every plan of a level, measured by the first of them. */
export async function offerLevel(page: Page, base: string, line: "medical" | "dental", offer: Offer): Promise<void> {
  await page.goto(`${base}/offer/${line}`);
  await lookAt(page);
  await tick(page.getByRole("radio", { name: /^Every plan of one level/ }));
  await page.getByLabel("Level", { exact: true }).selectOption({ label: await optionLike(page, "Level", offer.level) });
  const reference = await optionLike(page, "Reference plan", `(${offer.level})`);
  await page.getByLabel("Reference plan", { exact: true }).selectOption({ label: reference });
  await page.getByRole("textbox", { name: "Your share of the employee's own premium" }).fill(offer.employeePercent);
  await page.getByRole("textbox", { name: "Your share of the family's premium" }).fill(offer.dependentsPercent);
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page).not.toHaveURL(new RegExp(`/offer/${line}`));
}

/** The first choice of a select whose text has these words in it. */
async function optionLike(page: Page, label: string, words: string): Promise<string> {
  const options = await page.getByLabel(label, { exact: true }).locator("option").allTextContents();
  const found = options.find((text) => text.includes(words));
  expect(found, `no "${words}" among ${options.join(", ")}`).toBeDefined();
  return found ?? "";
}

export async function publishOffer(page: Page, base: string): Promise<void> {
  await page.goto(`${base}/offer/review`);
  await lookAt(page);
  await tick(page.getByRole("checkbox", { name: /I have checked this offer/ }));
  await page.getByRole("button", { name: "Publish the offer" }).click();
  await expect(page).toHaveURL(/\/enrollment$/);
  await lookAt(page);
}

/** Signs for the group; answers with the confirmation number. */
export async function submitGroup(page: Page, base: string, owner: Owner): Promise<string> {
  await page.goto(`${base}/enrollment/submission`);
  await lookAt(page);
  await tick(page.getByRole("checkbox", { name: "I have read this and agree" }));
  await page.getByLabel("Your full name").fill(owner.fullName);
  await page.getByRole("button", { name: "Sign and submit" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Your group is submitted" })).toBeVisible();
  await lookAt(page);
  return page
    .getByText(/^[A-Z0-9-]{8,}$/)
    .first()
    .innerText();
}

/** Waits until the insurer has each enrollment, as the page says it. */
export async function waitUntilSent(page: Page): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(/^Sent to /).first()).toBeVisible({ timeout: 1_000 });
    await expect(page.getByText(/on its way to/)).toHaveCount(0, { timeout: 1_000 });
  }).toPass({ timeout: 90_000 });
}

const pagesOfTheBusiness = [
  ...["", "/business", "/eligibility", "/staff", "/history", "/roster", "/roster?sort=born&standing=active"],
  ...["/roster/upload", "/plans", "/plans?line=dental&sort=name", "/coverage-year", "/offer/medical", "/offer/dental"],
  ...["/offer/review", "/enrollment", "/enrollment?step=undecided"],
] as const;

/** Looks at every page that an owner may come to, and at one plan, a comparison, a person and their family. */
export async function lookAround(page: Page, base: string): Promise<void> {
  for (const path of ["/start", "/help", "/mailbox", ...pagesOfTheBusiness.map((end) => `${base}${end}`)]) {
    await page.goto(path);
    await lookAt(page);
  }
  await page.goto(`${base}/roster`);
  await page.locator("tbody").getByRole("link").first().click();
  await expect(page).toHaveURL(/\/roster\/[0-9a-f-]{36}/);
  await lookAt(page);
  await page.goto(`${base}/plans`);
  await page.getByRole("link", { name: "Details" }).first().click();
  await expect(page).toHaveURL(/\/plans\/[0-9A-Z]{14}/);
  await lookAt(page);
  await page.goto(`${base}/plans`);
  for (const count of [1, 2, 3]) {
    await page
      .getByRole("link", { name: /^Add to comparison/ })
      .first()
      .click();
    await expect(page.getByText(`${count} of 3 plans picked.`)).toBeVisible();
  }
  await page.getByRole("link", { name: "Compare side by side" }).click();
  await expect(page).toHaveURL(/\/plans\/compare/);
  await lookAt(page);
}

/** Uploads a list with one good and one bad row; the good one is kept and the other is named. */
export async function uploadList(page: Page, base: string, worker: Worker): Promise<void> {
  const language = worker.speaks === "es" ? "Spanish" : "English";
  const list = [
    "First name,Last name,Birth date,Sex,Hire date,Full-time or part-time,E-mail,Language",
    `${[worker.firstName, worker.lastName, worker.bornOn, worker.sex, worker.hiredOn].join()},Full-time,${worker.email},${language}`,
    `Nobody,Born,13/45/1990,Female,${worker.hiredOn},Full-time,,`,
  ].join("\r\n");
  await page.goto(`${base}/roster/upload`);
  await lookAt(page);
  const file = { name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(list) };
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("button", { name: /^Upload/ }).click();
  await expect(page.getByText("Nobody Born").or(page.getByText("13/45/1990")).first()).toBeVisible();
  await lookAt(page);
}
