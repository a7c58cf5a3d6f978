import { z } from "zod";
import { waitingPeriodCodes } from "~/domain/calendar/waiting-period.rule";
import { payFrequencies } from "~/domain/contribution/paycheck";
import { choiceField, dateField, wholeNumberField } from "~/platform/forms/fields";

/** What the coverage-year form posts. `version` is 0 before anything was saved. */
export const coverageYearSchema = z.object({
  startOn: dateField(),
  opensOn: dateField(),
  closesOn: dateField(),
  waitingPeriod: choiceField(waitingPeriodCodes),
  offersDependents: choiceField(["yes", "no"]),
  payFrequency: choiceField(payFrequencies),
  version: wholeNumberField(),
});

export type CoverageYear = z.output<typeof coverageYearSchema>;
