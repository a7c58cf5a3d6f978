import type { Census } from "~/domain/household/census";
import { formatTypedDate } from "~/ui/format/dates";
import type { QuotedPerson } from "./quoted-people.schema";

/** The people of a quote as rows of the form, each household together. */
export function quotedPeople(census: Census): readonly QuotedPerson[] {
  return census.flatMap((household, index) =>
    household.map(({ relationship, firstName, lastName, bornOn, hiredOn, usesTobacco, ageYears }) => ({
      ...{ family: String(index + 1), relationship, firstName, lastName },
      bornOn: bornOn ? formatTypedDate(bornOn) : "",
      hiredOn: hiredOn ? formatTypedDate(hiredOn) : "",
      usesTobacco: usesTobacco ? "yes" : "",
      ageYears: ageYears === null ? "" : String(ageYears),
    })),
  );
}
