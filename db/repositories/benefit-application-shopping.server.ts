import { sql } from "drizzle-orm";
import type { CalendarDate } from "../../app/domain/calendar/calendar-date";
import type { WaitingPeriodCode } from "../../app/domain/calendar/waiting-period.rule";
import type { RosterPerson } from "../../app/domain/contribution/roster-households";
import type { OfferContribution } from "../../app/domain/contribution/schemes/contribution-scheme";
import type { CoverageLine } from "../../app/domain/coverage-line";
import type { BenefitApplicationState } from "../../app/domain/enrollment/benefit-application-state";
import type { ChoiceModel } from "../../app/domain/exchange-profile/exchange-profile";
import type { Tx } from "../client.server";
import { storedAverages, storedScheme } from "../schema/stored-contribution";
import type { OfferScenario } from "./employers/offer-scenario.server";
import { taxCreditJson, type TaxCreditRecord } from "./employers/tax-credit-answers.server";

export type ShoppingApplication = {
  readonly applicationId: string;
  readonly state: BenefitApplicationState;
  readonly startOn: CalendarDate;
  readonly endOn: CalendarDate;
  readonly openEnrollmentStartsOn: CalendarDate;
  readonly openEnrollmentEndsOn: CalendarDate;
  readonly submitByOn: CalendarDate;
  readonly waitingPeriod: WaitingPeriodCode;
  readonly offersDependents: boolean;
  /** False when the prices of an offer were never fixed, or no longer hold because the start date moved. */
  readonly pinned: boolean;
  readonly version: number;
};

export type ShoppingOffer = {
  readonly line: CoverageLine;
  readonly choiceModel: ChoiceModel;
  readonly metalLevel: string | null;
  readonly issuerId: string | null;
  readonly referencePlanId: string;
  readonly contribution: OfferContribution;
};

/** An offer as a statement's JSON has it: what the business promises is not checked yet. */
export type StoredOffer = Omit<ShoppingOffer, "contribution"> & {
  readonly contribution: Readonly<Record<keyof OfferContribution, unknown>>;
};

export type ShoppingPerson = RosterPerson & { readonly isOwner: boolean };

export type ShoppingScenario = Pick<OfferScenario, "scenarioId" | "name" | "terms" | "version">;

/** Where and for when a business shops: what is fixed with the offer, else what is newest. */
export type ShoppingRecord = {
  readonly application: ShoppingApplication | null;
  readonly offers: readonly ShoppingOffer[];
  /** Designs put aside in the line that was asked about, the oldest first. */
  readonly scenarios: readonly ShoppingScenario[];
  /** Active employees by name, with their dependents. */
  readonly roster: readonly ShoppingPerson[];
  readonly startOn: CalendarDate;
  /** Null: no plans of the state are loaded for the year. */
  readonly catalogVersionId: number | null;
  /** Null: no table covers the address in that year. */
  readonly ratingArea: number | null;
  /** Null: nobody has asked about the tax credit. */
  readonly taxCredit: TaxCreditRecord | null;
};

export type ShoppingPlace = { readonly state: string; readonly countyFips: string; readonly zip: string };

type ShoppingRow = Omit<ShoppingRecord, "catalogVersionId" | "ratingArea" | "offers"> & {
  readonly offers: readonly StoredOffer[];
  readonly catalogVersionId: string | number | null;
  readonly ratingArea: string | number | null;
};

/**
 * Everything but the plans that a price or offer page of one business needs, in one statement. Employer door.
 * `fallbackStartOn` is used while no plan year has been begun.
 */
export async function loadShopping(
  tx: Tx,
  employerId: string,
  {
    place,
    fallbackStartOn,
    scenariosOf,
  }: { place: ShoppingPlace; fallbackStartOn: CalendarDate; scenariosOf?: CoverageLine },
): Promise<ShoppingRecord> {
  const rows = await tx.execute<ShoppingRow>(sql`
    with current as (
      select * from benefit_applications
      where employer_id = ${employerId} and state not in ('canceled', 'ineligible')
      order by (state = 'draft') desc, start_on desc limit 1
    ), begins as (
      select coalesce((select start_on from current), ${fallbackStartOn}::date) as start_on
    )
    select
      (select json_build_object('applicationId', application_id, 'state', state, 'startOn', start_on, 'endOn', end_on,
          'openEnrollmentStartsOn', open_enrollment_starts_on, 'openEnrollmentEndsOn', open_enrollment_ends_on,
          'submitByOn', submit_by_on, 'waitingPeriod', waiting_period, 'offersDependents', offers_dependents,
          'pinned', catalog_version_id is not null and rating_area is not null, 'version', version)
        from current) as application,
      (select coalesce(json_agg(json_build_object('line', o.line, 'choiceModel', o.choice_model,
          'metalLevel', o.metal_level, 'issuerId', o.issuer_id, 'referencePlanId', o.reference_plan_id,
          'contribution', ${contributionJson}) order by o.line desc), '[]')
        from benefit_offers o join current c on c.application_id = o.application_id
        where o.employer_id = ${employerId}) as offers,
      ${scenariosOf ? scenariosJson(employerId, scenariosOf) : sql`'[]'::json`} as scenarios,
      ${rosterJson(employerId)} as roster,
      begins.start_on::text as "startOn",
      coalesce((select catalog_version_id from current), (
        select max(v.catalog_version_id) from catalog_versions v
        where v.status = 'ready' and v.business_year = extract(year from begins.start_on)
          and ${place.state} = any (v.states))) as "catalogVersionId",
      coalesce((select rating_area from current)::integer, ${ratingAreaInForce(place)}) as "ratingArea",
      ${taxCreditJson(employerId)} as "taxCredit"
    from begins`);
  const [row] = [...rows];
  if (!row) throw new Error("The shopping statement gives one row.");
  const { catalogVersionId, ratingArea, offers, ...rest } = row;
  return {
    ...rest,
    offers: offers.map(checkedOffer),
    catalogVersionId: numberOrNull(catalogVersionId),
    ratingArea: numberOrNull(ratingArea),
  };
}

/** Of a row `o` of `benefit_offers`. */
export const contributionJson = sql`json_build_object('scheme', o.contribution_scheme, 'averages', o.contribution_averages)`;

export function checkedOffer({ contribution: { scheme, averages }, ...offer }: StoredOffer): ShoppingOffer {
  return { ...offer, contribution: { scheme: storedScheme(scheme), averages: storedAverages(averages) } };
}

function scenariosJson(employerId: string, line: CoverageLine) {
  return sql`(
    select coalesce(json_agg(json_build_object('scenarioId', s.scenario_id, 'name', s.name, 'terms', s.terms,
        'version', s.version) order by s.created_at, s.scenario_id), '[]')
    from offer_scenarios s where s.employer_id = ${employerId} and s.line = ${line})`;
}

function rosterJson(employerId: string) {
  return sql`(
    select coalesce(json_agg(json_build_object('employeeId', e.employee_id, 'firstName', e.first_name,
        'lastName', e.last_name, 'bornOn', e.born_on, 'usesTobacco', e.uses_tobacco, 'hiredOn', e.hired_on,
        'employmentBasis', e.employment_basis, 'isOwner', e.is_owner,
        'dependents', (
          select coalesce(json_agg(json_build_object('dependentId', d.dependent_id, 'firstName', d.first_name,
              'lastName', d.last_name, 'relationship', d.relationship, 'bornOn', d.born_on,
              'usesTobacco', d.uses_tobacco) order by d.born_on, d.dependent_id), '[]')
          from dependents d
          where d.employer_id = e.employer_id and d.employee_id = e.employee_id and d.removed_at is null))
      order by e.last_name, e.first_name, e.employee_id), '[]')
    from employees e where e.employer_id = ${employerId} and e.standing = 'active')`;
}

/** The newest table that covers the place in the year, its most exact row: as `ratingAreaOf` answers, inside one statement. */
function ratingAreaInForce({ state, countyFips, zip }: ShoppingPlace) {
  return sql`(
    select a.rating_area from county_rating_areas a
    where a.state_code = ${state} and (a.county_fips is null or a.county_fips = ${countyFips})
      and (a.zip_prefix is null or starts_with(${zip}, a.zip_prefix))
      and extract(year from begins.start_on) between a.year_from and a.year_to
    order by a.geo_version_id desc, length(a.zip_prefix) desc nulls last limit 1)`;
}

function numberOrNull(value: string | number | null): number | null {
  return value === null ? null : Number(value);
}
