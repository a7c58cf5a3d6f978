import { expect, test } from "@playwright/test";
import { lookAt } from "../support/accessibility";

test("a visitor reads what Shopfront does and finds where to begin, in either language", async ({ page }) => {
  await page.goto("/");
  await lookAt(page);
  await page.getByRole("button", { name: "Español" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await lookAt(page);
});
