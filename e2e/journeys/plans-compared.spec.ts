import { expect, test, type Locator } from "@playwright/test";
import { lookAt } from "../support/accessibility";
import { openAccount, registerBusiness } from "../support/owner-steps";
import { castOf } from "../support/people";

/** Follows a link as somebody does who uses no mouse. */
async function followByKey(link: Locator): Promise<void> {
  await link.focus();
  await expect(link).toBeFocused();
  await link.press("Enter");
}

test("an owner narrows the plans, picks three and compares them by keyboard", async ({ page }, { project }) => {
  const cast = castOf(`${project.name}-compare`, { parentSpeaks: "en", declinerSpeaks: "en" });
  await openAccount(page, cast.owner);
  const base = await registerBusiness(page, cast.business);
  await page.goto(`${base}/plans?level=silver`);
  await expect(page.getByText("Sorted by the example's cost, lowest first.")).toBeVisible();
  await lookAt(page);

  for (const count of [1, 2, 3]) {
    await followByKey(page.getByRole("link", { name: /^Add to comparison/ }).first());
    await expect(page.getByText(`${count} of 3 plans picked.`)).toBeVisible();
  }
  await followByKey(page.getByRole("link", { name: /^Compare instead/ }).first());
  await expect(page.getByText(/A comparison holds 3 plans\. Which one should .+ replace\?/)).toBeVisible();
  await lookAt(page);
  await followByKey(page.getByRole("link", { name: /^Replace / }).first());
  await expect(page.getByText("3 of 3 plans picked.")).toBeVisible();

  // What is picked stays through another page and other filters.
  await page.goto(page.url().replace("level=silver", "sort=yearly&page=2"));
  await expect(page.getByText("3 of 3 plans picked.")).toBeVisible();
  await page.getByRole("link", { name: "Compare side by side" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Compare plans" })).toBeVisible();
  await lookAt(page);

  const rows = page.getByRole("row");
  const all = await rows.count();
  await followByKey(page.getByRole("link", { name: "Show only differences" }));
  await expect(page).toHaveURL(/only=differences/);
  await expect(page.getByText(/hidden\.$/)).toBeVisible();
  expect(await rows.count()).toBeLessThan(all);
  await lookAt(page);
  await followByKey(page.getByRole("link", { name: "Show every row" }));
  await expect(rows).toHaveCount(all);

  const document = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download as PDF" }).click();
  expect((await document).suggestedFilename()).toBe("plan-comparison.pdf");

  await page
    .getByRole("link", { name: /^Remove / })
    .first()
    .click();
  await expect(page.getByRole("link", { name: /^Remove / })).toHaveCount(2);
  await expect(page.getByRole("link", { name: "Add another plan" })).toBeVisible();
});

test("an address without any plan that fits says which filter to drop", async ({ page }, { project }) => {
  const cast = castOf(`${project.name}-dead-end`, { parentSpeaks: "en", declinerSpeaks: "en" });
  await openAccount(page, cast.owner);
  const base = await registerBusiness(page, cast.business);
  await page.goto(`${base}/plans?level=platinum&deductible=5000-up`);
  await expect(page.getByText("No plan fits all these filters.")).toBeVisible();
  await lookAt(page);
  await page.getByRole("link", { name: /^Without “Deductible, one person”: \d+ plans$/ }).click();
  await expect(page.getByRole("link", { name: /^Details/ }).first()).toBeVisible();
});
