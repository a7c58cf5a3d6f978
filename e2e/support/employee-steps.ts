import { expect, type Page } from "@playwright/test";
import { lookAt } from "./accessibility";
import { followNewestLink } from "./mailbox";
import { passwordOfAll, type Worker } from "./people";
import { tick } from "./tick";
import { beginningOf, say, type Language } from "./words";

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

/** Opens the mail, says who it is, makes an account, and comes to the coverage page. */
export async function acceptInvitation(page: Page, guest: Worker): Promise<void> {
  const { speaks } = guest;
  await followNewestLink(page, { recipient: guest.email, link: /invitation/ });
  await expect(page.locator("html")).toHaveAttribute("lang", speaks);
  await lookAt(page);
  await page.getByLabel(say(speaks, "invitation:identity.lastName")).fill(guest.lastName);
  await page.getByLabel(say(speaks, "invitation:identity.bornOn")).fill(guest.bornOn);
  await press(page, say(speaks, "shared:action.continue"));
  await expect(page).toHaveURL(/\/account$/);
  await lookAt(page);
  await page.getByLabel(say(speaks, "invitation:account.newPassword")).fill(passwordOfAll);
  await press(page, say(speaks, "invitation:account.createAndAccept"));
  await expect(page).toHaveURL(/\/coverage\/[0-9a-f-]+$/);
  await lookAt(page);
}

/** Adds what the employer did not know. */
export async function completeDetails(page: Page, guest: Worker): Promise<void> {
  const { speaks } = guest;
  const field = (name: string) => page.getByLabel(beginningOf(speaks, `coverage:field.${name}`));
  await page.getByRole("link", { name: say(speaks, "coverage:home.begin") }).click();
  await expect(page).toHaveURL(/\/details$/);
  await lookAt(page);
  await field("ssn").fill(guest.ssn);
  const tobacco = page.getByRole("radiogroup", { name: say(speaks, "coverage:field.tobacco") });
  await tick(tobacco.getByRole("radio", { name: say(speaks, "coverage:answerNo") }));
  await field("addressLine1").fill("731 Jenifer St");
  await field("city").fill("Madison");
  await field("state").selectOption("WI");
  await field("zip").fill("53703");
  await press(page, say(speaks, "shared:action.saveAndContinue"));
  await expect(page).toHaveURL(/\/family/);
  await lookAt(page);
}

export type Child = { readonly firstName: string; readonly lastName: string; readonly bornOn: string };

export async function addChild(page: Page, speaks: Language, child: Child): Promise<void> {
  const field = (name: string) => page.getByLabel(beginningOf(speaks, `coverage:field.${name}`));
  await page.getByRole("link", { name: say(speaks, "coverage:family.add") }).click();
  await expect(page).toHaveURL(/\/family\/new$/);
  await lookAt(page);
  await field("relationship").selectOption("child");
  await field("firstName").fill(child.firstName);
  await field("lastName").fill(child.lastName);
  await field("bornOn").fill(child.bornOn);
  await tick(page.getByRole("radio", { name: say(speaks, "coverage:sex.F") }));
  await press(page, say(speaks, "coverage:family.addPerson"));
  await expect(page.getByText(child.firstName).first()).toBeVisible();
  await lookAt(page);
}

/** Covers the child too and takes the first plan, the one that costs the person least. */
export async function choosePlanForFamily(page: Page, speaks: Language, child: Child): Promise<void> {
  await page.goto(new URL("choose/medical", `${coverageHome(page)}/`).pathname);
  await lookAt(page);
  await tick(page.getByRole("checkbox", { name: new RegExp(child.firstName) }));
  await press(page, say(speaks, "coverage:choose.update"));
  await expect(page.getByRole("checkbox", { name: new RegExp(child.firstName) })).toBeChecked();
  await page
    .getByRole("button", { name: beginningOf(speaks, "coverage:choose.take") })
    .first()
    .click();
  await expect(page).toHaveURL(/\/check$/);
}

export async function turnCoverageDown(page: Page, speaks: Language): Promise<void> {
  await page.goto(new URL("waive/medical", `${coverageHome(page)}/`).pathname);
  await lookAt(page);
  await tick(
    page.getByRole("radio", { name: new RegExp(`^${say(speaks, "coverage:waiver.spouse-employer-plan.label")}`) }),
  );
  await press(page, say(speaks, "coverage:waiver.confirm.medical"));
  await expect(page).toHaveURL(/\/check$/);
}

export async function signChoice(page: Page, guest: Worker): Promise<void> {
  const { speaks } = guest;
  await lookAt(page);
  await page.getByLabel(say(speaks, "coverage:sign.name")).fill(`${guest.firstName} ${guest.lastName}`);
  await tick(page.getByRole("checkbox", { name: say(speaks, "coverage:sign.attested") }));
  await press(page, say(speaks, "coverage:sign.sign"));
  await expect(page).toHaveURL(/\/done$/);
  await expect(page.getByRole("heading", { level: 1, name: say(speaks, "coverage:done.title") })).toBeVisible();
  await lookAt(page);
}

/** The person's coverage page at the business that they are looking at now. */
function coverageHome(page: Page): URL {
  const { origin, pathname } = new URL(page.url());
  return new URL(pathname.split("/").slice(0, 3).join("/"), origin);
}
