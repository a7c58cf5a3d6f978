import { expect, test } from "@playwright/test";
import { priceWithoutAccount, tryShares } from "../support/quote-steps";
import { tick } from "../support/tick";

test.use({ javaScriptEnabled: false });

test("a visitor types ages or pastes a list and sees prices without scripts", async ({ page }) => {
  await priceWithoutAccount(page, { zip: "53703" });
  await tryShares(page, { employee: "60", dependents: "0" });
  await page.goto("/quote");
  await tick(page.getByRole("radio", { name: /^Type ages/ }));
  await page.getByLabel("Ages of employees without a family to cover").fill("34, 41, 29");
  await page.getByLabel("Employee's age").first().fill("50");
  await page.getByLabel("Children's ages").first().fill("12, 9");
  await page.getByRole("button", { name: "See plans and prices" }).click();
  await expect(page.getByText("For 4 employees with their families, 6 people in all")).toBeVisible();
});
