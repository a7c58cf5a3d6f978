import type { BrowserContext, Page } from "@playwright/test";
import {
  acceptInvitation,
  addChild,
  choosePlanForFamily,
  completeDetails,
  signChoice,
  turnCoverageDown,
} from "./employee-steps";
import {
  addWorker,
  checkEligibility,
  chooseCoverageYear,
  offerLevel,
  openAccount,
  publishOffer,
  registerBusiness,
  uploadList,
} from "./owner-steps";
import type { Cast } from "./people";

const silver = { level: "Silver", employeePercent: "75", dependentsPercent: "50" };
const child = { firstName: "Alma", lastName: "Reyes", bornOn: "08/09/2016" };

/** From nothing to a published offer; answers with the path of the business's pages. */
export async function makeOffer(page: Page, { owner, business, parent, decliner }: Cast): Promise<string> {
  await openAccount(page, owner);
  const base = await registerBusiness(page, business);
  await checkEligibility(page, base);
  await addWorker(page, base, parent);
  await uploadList(page, base, decliner);
  await chooseCoverageYear(page, base);
  await offerLevel(page, base, "medical", silver);
  await publishOffer(page, base);
  return base;
}

/** The parent covers a child, each in a browser of their own. */
export async function enrollFamily(context: BrowserContext, { parent }: Cast): Promise<void> {
  const page = await context.newPage();
  await acceptInvitation(page, parent);
  await completeDetails(page, parent);
  await addChild(page, parent.speaks, child);
  await choosePlanForFamily(page, parent.speaks, child);
  await signChoice(page, parent);
}

export async function declineCoverage(context: BrowserContext, { decliner }: Cast): Promise<void> {
  const page = await context.newPage();
  await acceptInvitation(page, decliner);
  await completeDetails(page, decliner);
  await turnCoverageDown(page, decliner.speaks);
  await signChoice(page, decliner);
}
