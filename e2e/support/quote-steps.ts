import { expect, type Page } from "@playwright/test";
import { lookAt } from "./accessibility";
import type { Business } from "./people";
import { tick } from "./tick";

const good = [
  "Ana Ruiz\t06/01/1986\temployee\t512-43-6781",
  "Leo Ruiz\t03/04/2019\tchild\t",
  "Bo Lund\t41 yrs\temployee\t",
];
const headings = "Name\tBirth date\tRelationship\tSSN";

/** A visitor pastes a list with a row that cannot be read, corrects it, and sees what every plan would cost. */
export async function priceWithoutAccount(page: Page, { zip }: Pick<Business, "zip">): Promise<void> {
  await page.goto("/");
  await lookAt(page);
  await page.getByRole("link", { name: "See prices first, without an account" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "See prices for your people" })).toBeVisible();
  await lookAt(page);
  await page.getByLabel("ZIP code of the business").fill(zip);
  await tick(page.getByRole("radio", { name: /^Use a list/ }));
  await lookAt(page);
  await page.getByLabel("Paste your list").fill([headings, ...good, "Cy Poe\tsoon\temployee\t"].join("\n"));
  await page.getByRole("button", { name: "See plans and prices" }).click();

  await expect(page.getByRole("heading", { name: "We could not read 1 row" })).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "Cy Poe" })).toContainText("Type an age such as 41");
  await expect(page.getByText("There were Social Security numbers in the list.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Go on with the 3 people we could read" })).toBeVisible();
  await lookAt(page);
  const list = page.getByLabel("Paste your list");
  const kept = await list.inputValue();
  expect(kept).toContain("Ana Ruiz");
  expect(kept).not.toContain("6781");
  await list.fill(kept.replace("soon", "29"));
  await page.getByRole("button", { name: "See plans and prices" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Plans and prices for your people" })).toBeVisible();
  await expect(page.getByText("For 3 employees with their families, 4 people in all")).toBeVisible();
  await expect(page.getByText("a month in all, for your group").first()).toBeVisible();
  await lookAt(page);
}

/** Tries shares and looks at both kinds of coverage; answers with the first month as it was chosen. */
export async function tryShares(page: Page, shares: { employee: string; dependents: string }): Promise<void> {
  await page.getByLabel("Your share for employees").fill(shares.employee);
  await page.getByLabel("Your share for families").fill(shares.dependents);
  await page.getByRole("button", { name: "Show who pays what" }).click();
  await expect(page.getByLabel("Your share for employees")).toHaveValue(shares.employee);
  await expect(page.getByText("You pay, a month").first()).toBeVisible();
  await page.getByRole("link", { name: "Dental", exact: true }).click();
  await expect(page).toHaveURL(/line=dental/);
  await expect(page.getByText("a month in all, for your group").first()).toBeVisible();
  await lookAt(page);
}

/** The place is filled in already; answers with the path of the business's pages. */
export async function registerFromQuote(page: Page, business: Business): Promise<string> {
  await page.goto("/employers/new");
  await expect(page.getByLabel("ZIP code")).toHaveValue(business.zip);
  await expect(page.getByLabel("State", { exact: true }).locator("option:checked")).toHaveText(business.state);
  await page.getByLabel("Legal name").fill(business.legalName);
  await page.getByLabel("Employer identification number (EIN)").fill(business.ein);
  await page.getByLabel("Kind of business").selectOption({ label: "Limited liability company (LLC)" });
  await page.getByLabel("Street address").fill(business.address);
  await page.getByLabel("City").fill(business.city);
  await page.getByLabel("Telephone").fill(business.phone);
  await page.getByRole("button", { name: "Register the business" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Put these 4 people on your roster" })).toBeVisible();
  await lookAt(page);
  return new URL(page.url()).pathname.replace("/roster/quoted", "");
}

/** Completes what the roster still asks, one person forgotten at first; the others are kept. */
export async function completePeople(page: Page): Promise<void> {
  const person = (legend: RegExp) => page.getByRole("group", { name: legend });
  await person(/^1\./).getByLabel("First day of work").fill("05/02/2019");
  await expect(person(/^1\./).getByLabel("First name")).toHaveValue("Ana");
  await expect(person(/^1\./).getByLabel("Birth date")).toHaveValue("06/01/1986");
  await person(/^3\..*about 41 years old/)
    .getByLabel("First day of work")
    .fill("09/12/2016");
  await person(/^3\./).getByLabel("Birth date").fill("02/03/1985");
  await person(/^4\..*about 29 years old/)
    .getByLabel("Birth date")
    .fill("02/03/1997");
  await page.getByRole("button", { name: "Put 4 people on the roster" }).click();

  await expect(page.getByText("3 people are on the roster now.")).toBeVisible();
  await lookAt(page);
  await person(/^1\./).getByLabel("First day of work").fill("01/15/2022");
  await page.getByRole("button", { name: "Put 1 person on the roster" }).click();
  await expect(page.getByText("The people of your quote are on the roster.")).toBeVisible();
  for (const name of ["Ana Ruiz", "Bo Lund", "Cy Poe"]) {
    await expect(page.getByRole("row").filter({ hasText: name })).toBeVisible();
  }
  await lookAt(page);
}
