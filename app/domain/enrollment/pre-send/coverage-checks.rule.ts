/*
 * Coverage starts on the first of a month inside the group's plan year, after hire and after the waiting period
 * (at most 90 days), in a plan this employer offers and this issuer sells, and overlaps no other coverage of the
 * same person in the same line. 45 CFR 147.116 (waiting period) and 155.720(c). Days are calendar days, ends included.
 */
import { isFirstOfMonth, parseCalendarDate } from "../../calendar/calendar-date";
import { sixteenCharacterPlanId, type InitialEnrollment } from "../enrollment-event";
import { block, type PreSendContext, type PreSendFinding } from "./pre-send-finding";

export const citation = "45 CFR 147.116";

function startFindings(event: InitialEnrollment, { earliestStartOn }: PreSendContext): PreSendFinding[] {
  const { startOn, planYear, hiredOn } = event;
  const at = { field: "startOn", params: { startOn } } as const;
  if (parseCalendarDate(startOn) === undefined) return [block("send-start-invalid", { ...at, who: "marketplace" })];
  const findings: PreSendFinding[] = [];
  if (!isFirstOfMonth(startOn)) findings.push(block("send-start-not-first-of-month", { ...at, who: "marketplace" }));
  if (planYear.endOn <= planYear.startOn) findings.push(block("send-plan-year-backwards", { who: "marketplace" }));
  if (startOn < planYear.startOn || startOn > planYear.endOn) {
    findings.push(block("send-start-outside-plan-year", { ...at, who: "marketplace" }));
  }
  if (startOn < hiredOn) findings.push(block("send-start-before-hire", { ...at, who: "employer" }));
  else if (startOn < earliestStartOn) {
    const params = { startOn, earliestStartOn };
    findings.push(block("send-start-in-waiting-period", { field: "startOn", params, who: "employer" }));
  }
  return findings;
}

function planFindings(event: InitialEnrollment, context: PreSendContext): PreSendFinding[] {
  const { planId, variantId } = event.plan;
  const at = { who: "marketplace", field: "plan", params: { planId: variantId } } as const;
  const sent = sixteenCharacterPlanId(variantId);
  if (!/^\d{5}[A-Z]{2}\d{7}$/.test(planId) || !/^\d{5}[A-Z]{2}\d{9}$/.test(sent) || !sent.startsWith(planId)) {
    return [block("send-plan-id-malformed", at)];
  }
  const findings: PreSendFinding[] = [];
  if (planId.slice(0, 5) !== event.issuer.issuerId) findings.push(block("send-plan-of-other-issuer", at));
  if (planId.slice(5, 7) !== event.ratingArea.state) findings.push(block("send-plan-of-other-state", at));
  if (!context.offeredPlanIds.has(planId)) findings.push(block("send-plan-not-offered", at));
  if (!context.isInServiceArea) findings.push(block("send-outside-service-area", { ...at, who: "employee" }));
  return findings;
}

function overlapFindings(event: InitialEnrollment, { otherCoverage }: PreSendContext): PreSendFinding[] {
  const { line, startOn, planYear } = event;
  return event.members.flatMap((member) => {
    const other = otherCoverage.find(
      (coverage) =>
        coverage.memberId === member.memberId &&
        coverage.line === line &&
        coverage.startOn <= planYear.endOn &&
        coverage.endOn >= startOn,
    );
    if (other === undefined) return [];
    const params = { line, startOn: other.startOn, endOn: other.endOn };
    return [block("send-coverage-overlaps", { who: "marketplace", member, params })];
  });
}

export function coverageFindings(event: InitialEnrollment, context: PreSendContext): PreSendFinding[] {
  return [...startFindings(event, context), ...planFindings(event, context), ...overlapFindings(event, context)];
}
