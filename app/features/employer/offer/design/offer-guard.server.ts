import type { LoaderFunctionArgs } from "@remix-run/node";
import { coverageLines, type CoverageLine } from "~/domain/coverage-line";
import { marketplaceToday } from "~/platform/marketplace-day.server";
import { notFound, requireEmployerAccess } from "~/platform/permissions/permissions.server";
import { quoteCookieOf } from "~/platform/session/quote-cookie.server";
import type { OfferRequest } from "./offer-scene.server";

export function lineOf(text: string | undefined): CoverageLine {
  const line = coverageLines.find((candidate) => candidate === text);
  if (!line) throw notFound();
  return line;
}

/** Who designs the offer of which line; 404 for anybody who does not act for the business. */
export async function requireOfferRequest({ request, params }: Pick<LoaderFunctionArgs, "request" | "params">) {
  const { user, employer } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId, state, payFrequency } = employer;
  const line = lineOf(params["line"]);
  const asked = new URL(request.url).searchParams;
  const today = marketplaceToday(state);
  const quotedShares = quoteCookieOf(request)?.terms;
  const business = { employerId, userId: user.userId, place: employer, payFrequency };
  const scene: OfferRequest = { ...business, today, line, asked, quotedShares };
  const businessName = employer.dbaName ?? employer.legalName;
  return { scene, actorName: user.fullName, businessName, base: `/employers/${employerId}` };
}
