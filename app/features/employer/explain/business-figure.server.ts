import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { explainGroupDeadlines } from "~/domain/calendar/explain/explain-group-calendar";
import { explainEmployerEligibility } from "~/domain/eligibility/employer-eligibility.rule";
import { explainMarketplaceCalculatorFte, explainTypedFte } from "~/domain/eligibility/fte-count.rule";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { isUsState } from "~/domain/exchange-profile/us-state";
import type { Explanation } from "~/domain/explanation";
import type { ExplainedFigure } from "~/platform/explained-figure.server";
import { latestDetermination } from "../eligibility/eligibility.query.server";
import type { StoredAnswers } from "../eligibility/stored-determination.server";
import { explainSubmissionParticipation } from "../submission/submission-review.query.server";
import type { BusinessFigure } from "./business-figure.search";

type BusinessFigureRequest = {
  readonly employerId: string;
  readonly userId: string;
  readonly state: string;
  readonly today: CalendarDate;
};

/** An answer about the business: its size, whether it may use the marketplace, its participation, its dates. */
export async function loadBusinessFigure(
  request: BusinessFigureRequest,
  asked: BusinessFigure,
): Promise<ExplainedFigure | undefined> {
  const { figure } = asked;
  if (figure === "dates") {
    const explanation = datesOf(request, asked.start);
    return explanation && of(figure, explanation, "coverage-year");
  }
  if (figure === "participation") {
    const counted = await explainSubmissionParticipation(request);
    return counted && of(figure, counted, "enrollment/submission");
  }
  const latest = await latestDetermination(request);
  const explanation = latest && (figure === "fte" ? sizeOf(latest.answers) : eligibilityOf(latest.answers));
  return explanation && of(figure, explanation, "eligibility");
}

function of(figure: string, explanation: Explanation, shownOn: string): ExplainedFigure {
  return { figure, params: {}, explanation, names: {}, shownOn };
}

function datesOf({ state }: BusinessFigureRequest, startOn: CalendarDate): Explanation | undefined {
  const profile = profileFor({ state, on: startOn });
  return profile.ok ? explainGroupDeadlines({ profile: profile.value, startOn }) : undefined;
}

/** The count that the last answer rests on: by the calculator, or as it was typed. */
function sizeOf({ typed, fte }: StoredAnswers): Explanation | undefined {
  if (typed["sizeMethod"] === "typed") return explainTypedFte({ fte });
  const numberOf = (name: string) => Number(typed[name] ?? "0");
  const count = explainMarketplaceCalculatorFte({
    fullTimeHeads: numberOf("fullTimeHeads"),
    partTimeWeeklyHours: numberOf("partTimeWeeklyHours"),
  });
  return count.ok ? count.value : undefined;
}

function eligibilityOf({ typed, fte, state, sizeLimitFte, alreadyInShop }: StoredAnswers): Explanation | undefined {
  if (!isUsState(state)) return undefined;
  const said = (name: string) => (typed[name] === undefined ? null : typed[name] === "yes");
  return explainEmployerEligibility({
    ...{ profile: { state, sizeLimitFte }, fte, alreadyInShop, principalAddressState: state },
    attestations: {
      sizeAttested: said("sizeAttested"),
      principalAddressInState: said("principalAddressInState"),
      offersAllFullTime: said("offersAllFullTime"),
      atLeastOneNonOwnerEnrolling: said("atLeastOneNonOwnerEnrolling"),
    },
  });
}
