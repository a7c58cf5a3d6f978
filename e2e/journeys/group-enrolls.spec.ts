import { expect, test } from "@playwright/test";
import { transactionSetsOf } from "../support/drop-folder";
import { lookAround, submitGroup, waitUntilSent } from "../support/owner-steps";
import { castOf } from "../support/people";
import { declineCoverage, enrollFamily, makeOffer } from "../support/whole-group";

test("a business goes from registration to its insurer's file", async ({ page, browser }, { project }) => {
  const [parentSpeaks, declinerSpeaks] = project.name === "phone" ? (["es", "en"] as const) : (["en", "es"] as const);
  const cast = castOf(project.name, { parentSpeaks, declinerSpeaks });
  const { viewport, hasTouch } = project.use;
  const device = { viewport: viewport ?? null, hasTouch: hasTouch ?? false };
  const base = await makeOffer(page, cast);
  await lookAround(page, base);
  await enrollFamily(await browser.newContext(device), cast);
  await declineCoverage(await browser.newContext(device), cast);

  expect(await submitGroup(page, base, cast.owner)).not.toBe("");
  await waitUntilSent(page);
  const sets = transactionSetsOf(cast.business.legalName);
  expect(sets).toHaveLength(1);
  expect(sets[0]?.filter((segment) => segment.startsWith("INS*"))).toHaveLength(2);

  await page.goto(`${base}/enrollment/submission`);
  await expect(page).toHaveURL(/\/enrollment\/sent$/);
});
