import { test } from "@playwright/test";
import { submitGroup } from "../support/owner-steps";
import { castOf } from "../support/people";
import { declineCoverage, enrollFamily, makeOffer } from "../support/whole-group";

test.use({ javaScriptEnabled: false });

test("a business goes from registration to submission without scripts", async ({ page, browser }, { project }) => {
  const cast = castOf(`${project.name}-plain`, { parentSpeaks: "es", declinerSpeaks: "en" });
  const device = { javaScriptEnabled: false, viewport: project.use.viewport ?? null };
  const base = await makeOffer(page, cast);
  await enrollFamily(await browser.newContext(device), cast);
  await declineCoverage(await browser.newContext(device), cast);
  await submitGroup(page, base, cast.owner);
});
