import { z } from "zod";
import { dateField, optionalField, percentField } from "~/platform/forms/fields";
import { countyField, zipField } from "~/platform/forms/person-fields";

/** Where the business is; enough to say which counties and months there are. */
export const quoteZipSchema = z.object({
  zip: zipField(),
  /** Asked for only where the ZIP lies in several counties. */
  countyFips: optionalField(countyField()),
});

export const quotePlaceSchema = quoteZipSchema.extend({ startOn: dateField() });

/** What the visitor would pay. */
export const quoteSharesSchema = z.object({ employeeShare: percentField(), dependentsShare: percentField() });
export type QuoteShares = z.output<typeof quoteSharesSchema>;
