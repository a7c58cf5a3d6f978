import { redirect } from "@remix-run/node";
import { coverageLines, type CoverageLine } from "~/domain/coverage-line";
import { marketplaceToday } from "~/platform/marketplace-day.server";
import { notFound, requireOwnEmployment } from "~/platform/permissions/permissions.server";
import type { SignedInUser } from "~/platform/session/session.server";
import { loadCoverageScene, type CoverageScene, type OfferScene, type OwnAct } from "./coverage-scene.server";

/** The signed-in person as an employee of the business of the address; 404 for anybody else. */
export async function requireOwnAct(
  request: Request,
  employerId: string | undefined,
): Promise<{ readonly user: SignedInUser; readonly act: OwnAct; readonly isRemoved: boolean }> {
  const { user, employer, employee } = await requireOwnEmployment(request, employerId);
  const today = marketplaceToday(employer.state);
  const act = { userId: user.userId, employeeId: employee.employeeId, employer, today };
  return { user, act, isRemoved: employee.standing === "removed" };
}

/** As above with the offer and the person's answers; 404 for somebody who has left the roster. */
export async function requireCoverage(
  request: Request,
  employerId: string | undefined,
): Promise<{ readonly user: SignedInUser; readonly scene: CoverageScene }> {
  const { user, act } = await requireOwnAct(request, employerId);
  const scene = await loadCoverageScene(act);
  if (!scene) throw notFound();
  return { user, scene };
}

export type OpenScene = CoverageScene & { readonly offer: OfferScene };

/** As above while the person may choose; at any other time the first page says when. */
export async function requireOpenCoverage(
  request: Request,
  employerId: string | undefined,
): Promise<{ readonly user: SignedInUser; readonly scene: OpenScene }> {
  const { user, scene } = await requireCoverage(request, employerId);
  const { offer } = scene;
  if (offer?.window !== "open") throw redirect(homeOf(scene));
  return { user, scene: { ...scene, offer } };
}

/** The line of the address, which has to be offered; 404 for any other. */
export function requireLine({ offer }: OpenScene, text: string | undefined): CoverageLine {
  return lineOf(text, offer.lines);
}

export function lineOf(text: string | undefined, lines: readonly CoverageLine[] = coverageLines): CoverageLine {
  const line = lines.find((candidate) => candidate === text);
  if (!line) throw notFound();
  return line;
}

export function homeOf({ act }: CoverageScene): string {
  return `/coverage/${act.employer.employerId}`;
}

/** What a page calls the business. */
export function businessNameOf({ act: { employer } }: CoverageScene): string {
  return employer.dbaName ?? employer.legalName;
}
