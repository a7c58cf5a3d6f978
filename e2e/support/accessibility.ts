import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Fails with the rule and the place of everything that axe finds on the page (WCAG 2.2 AA). */
async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(levels).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  expect(found, page.url()).toEqual([]);
}

/** What every page that somebody comes to is checked for. */
export async function lookAt(page: Page): Promise<void> {
  await expect(page.locator("h1")).toBeVisible();
  // The checker is a script itself; without scripts the pages' markup is the same.
  const runsScripts = await page.evaluate(() => matchMedia("(scripting: enabled)").matches);
  if (runsScripts) await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

/** Fails when the page scrolls sideways. */
async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(excess, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(0);
}
