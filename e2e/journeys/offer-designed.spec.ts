import { expect, test } from "@playwright/test";
import { lookAt } from "../support/accessibility";
import { addWorker, checkEligibility, chooseCoverageYear, openAccount, registerBusiness } from "../support/owner-steps";
import { castOf } from "../support/people";
import { tick } from "../support/tick";

test("an owner designs the offer by keyboard, compares designs and takes the best for a budget", async ({ page }, {
  project,
}) => {
  const { owner, business, parent, decliner } = castOf(`${project.name}-designs`, {
    ...{ parentSpeaks: "en", declinerSpeaks: "en" },
  });
  await openAccount(page, owner);
  const base = await registerBusiness(page, business);
  await checkEligibility(page, base);
  await addWorker(page, base, parent);
  await addWorker(page, base, decliner);
  await chooseCoverageYear(page, base);

  await tick(page.getByRole("radio", { name: /^Every plan of one level/ }));
  await page.getByLabel("Level", { exact: true }).selectOption({ index: 2 });
  await page.getByLabel("Reference plan", { exact: true }).selectOption({ index: 1 });
  const cost = page.locator(".sf-offer__now .sf-plan__amount");
  await expect(cost).toBeVisible();
  const before = await cost.innerText();
  const slider = page.getByRole("slider", { name: "Slide your share for employees" });
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByLabel("Your share of the employee's own premium", { exact: true })).toHaveValue("51");
  await page.keyboard.press("PageUp");
  await expect(page.getByLabel("Your share of the employee's own premium", { exact: true })).toHaveValue("61");
  await expect(cost).not.toHaveText(before);
  await lookAt(page);

  await page.getByRole("button", { name: "Compare with saved designs" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Compare designs" })).toBeVisible();
  await page.getByLabel("A name for it").fill("Sixty-one percent");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("columnheader", { name: /Sixty-one percent/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Save the design on your form" })).toHaveCount(0);
  await lookAt(page);
  await page.getByRole("link", { name: "Use this design Sixty-one percent" }).press("Enter");
  await expect(page.getByLabel("Your share of the employee's own premium", { exact: true })).toHaveValue("61");

  await page.getByText("Start from what you can spend").press("Enter");
  await page.getByRole("link", { name: "Compare the best offers for a budget" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "The best offers for a budget" })).toBeVisible();
  await page.getByLabel("Your budget a month, in dollars").fill("900");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /for \$900\.00 a month/ })).toBeVisible();
  await lookAt(page);
  const shown = await page.locator("tbody tr").first().locator("td[data-label='Your cost, a month']").innerText();
  await page
    .getByRole("link", { name: /^Use this offer/ })
    .first()
    .press("Enter");
  await expect(page).toHaveURL(/\/offer\/medical\?/);
  await expect(cost).toHaveText(shown);
});
