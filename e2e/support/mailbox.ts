import { expect, type Page } from "@playwright/test";

/** Opens the demonstration mailbox and follows the link in the newest mail to `recipient`. */
export async function followNewestLink(
  page: Page,
  { recipient, link }: { recipient: string; link: RegExp },
): Promise<void> {
  await page.goto("/mailbox");
  await page.getByRole("row").filter({ hasText: recipient }).first().getByRole("link").click();
  const target = page.locator("main").getByRole("link", { name: link }).first();
  await expect(target).toBeVisible();
  await target.click();
}
