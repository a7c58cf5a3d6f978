import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { done } from "~/domain/problem";
import type { Tx } from "~db/client.server";
import type { EmployerDetails } from "~db/repositories/employers/employer.server";
import type { EditBusiness, RegisterBusiness } from "./business-details.schema";
import { countyOfAddress, type AddressOutcome } from "./county-of-address.server";

type Typed = Omit<RegisterBusiness, "ein"> | Omit<EditBusiness, "version">;

/** What is stored of the form: the county by the ZIP, the exchange by the state. */
export async function detailsColumns(
  tx: Tx,
  { typed, today }: { typed: Typed; today: CalendarDate },
): Promise<AddressOutcome<EmployerDetails>> {
  const profile = profileFor({ state: typed.state, on: today });
  if (!profile.ok) return profile;
  const county = await countyOfAddress(tx, { address: typed, on: today });
  if (!county.ok) return county;
  return done({
    legalName: typed.legalName,
    dbaName: typed.dbaName ?? null,
    entityKind: typed.entityKind,
    contactEmail: typed.contactEmail.toLowerCase(),
    phone: typed.phone,
    addressLine1: typed.addressLine1,
    addressLine2: typed.addressLine2 ?? null,
    city: typed.city,
    state: typed.state,
    zip: typed.zip,
    countyFips: county.value.fips,
    countyName: county.value.name,
    exchange: profile.value.code,
  });
}
