import { expect, test } from "@playwright/test";
import { lookAt } from "../support/accessibility";
import { openAccount } from "../support/owner-steps";
import { castOf } from "../support/people";
import { completePeople, priceWithoutAccount, registerFromQuote, tryShares } from "../support/quote-steps";

test("a visitor sees prices first, and everything goes along into the application", async ({ page, browser }, {
  project,
}) => {
  const { owner, business } = castOf(`${project.name}-quote`, { parentSpeaks: "en", declinerSpeaks: "en" });
  await priceWithoutAccount(page, business);
  await tryShares(page, { employee: "75", dependents: "25" });
  const link = await page.getByLabel("Your private link").inputValue();
  await expect(page.getByRole("link", { name: "Register the business" })).toHaveAttribute("href", /^\/sign-up/);

  const { viewport } = project.use;
  const elsewhere = await (await browser.newContext({ viewport: viewport ?? null })).newPage();
  await elsewhere.goto(new URL(link).pathname);
  await lookAt(elsewhere);
  await elsewhere.getByRole("button", { name: "Open the quote" }).click();
  await expect(elsewhere.getByText("For 3 employees with their families, 4 people in all")).toBeVisible();
  await elsewhere.context().close();

  await openAccount(page, owner);
  const base = await registerFromQuote(page, business);
  await completePeople(page);
  await page.goto(`${base}/coverage-year`);
  await expect(page.getByRole("radio", { checked: true }).first()).toBeVisible();
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page.getByLabel("Your share of the employee's own premium", { exact: true })).toHaveValue("75");
  await expect(page.getByLabel("Your share of the family's premium", { exact: true })).toHaveValue("25");
});
