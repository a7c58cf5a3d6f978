import { expect, type Locator } from "@playwright/test";

/** Ticks a box or radio by keyboard: the design draws it on its label, and the input itself lies outside of the view. */
export async function tick(box: Locator): Promise<void> {
  if (await box.isChecked()) return;
  await box.focus();
  await box.press("Space");
  await expect(box).toBeChecked();
}
