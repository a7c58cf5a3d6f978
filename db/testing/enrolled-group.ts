import { randomUUID } from "node:crypto";
import { drizzle } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import { addMonths, ageOn, calendarDate, type CalendarDate } from "../../app/domain/calendar/calendar-date";
import { sharesOf } from "../../app/domain/contribution/schemes/contribution-bucket";
import { alike, type ContributionScheme } from "../../app/domain/contribution/schemes/contribution-scheme";
import type { Relationship } from "../../app/domain/household/relationship";
import { basisPoints, cents, shareOfCents, sumCents } from "../../app/domain/money/cents";
import { SecretSsn } from "../../app/platform/secrets/secret-ssn";
import { ssnColumns } from "../../app/platform/secrets/ssn.server";
import { catalogVersions, plans, rateSheets, serviceAreas } from "../schema/catalog";
import { employerMemberships, employers } from "../schema/employers";
import { counties, countyRatingAreas, geoVersions, zipCounties } from "../schema/geo";
import { benefitApplications, benefitOffers, electionMembers, elections } from "../schema/plan-year";
import { dependents, employees } from "../schema/roster";

const startOn = calendarDate("2026-04-01");
const planOf = (issuerId: string) => `${issuerId}TN0010001`;
const home = { addressLine1: "10 Elm St", city: "Nashville", state: "TN", zip: "37203", countyFips: "47037" };

export type Answer = "elects" | "elects-family" | "waives-covered" | "waives" | "silent";
export type Person = {
  readonly answer: Answer;
  readonly isOwner?: boolean;
  readonly ssn?: string;
  readonly childSsn?: string;
  readonly withoutAddress?: boolean;
  readonly lastName?: string;
};

export type EnrolledGroup = {
  readonly employerId: string;
  readonly applicationId: string;
  readonly ownerUserId: string;
  readonly ownerName: string;
  readonly issuerId: string;
  readonly employeeIds: readonly string[];
  /** The account of the first person. */
  readonly employeeUserId: string;
};

const promised = { employeeBasisPoints: basisPoints(7000), dependentsBasisPoints: basisPoints(5000) };
export const sharesOfReference: ContributionScheme = {
  method: "reference-plan-percent",
  shares: alike(sharesOf(promised)),
};
const price = (age: number) => cents(20_000 + 100 * age);

/** A catalog of one plan for each insurer in Nashville, and the places it needs. Once for a test database. */
export async function insertCatalog(admin: postgres.Sql, issuerIds: readonly string[]): Promise<number> {
  const db = drizzle(admin);
  const none = { individualState: "unknown", familyState: "unknown" } as const;
  const limit = { individual: "unknown", familyPerPerson: "unknown", familyPerGroup: "unknown" } as const;
  const version = { businessYear: 2026, states: ["TN"], source: "test", checksum: "test" };
  const [row] = await db
    .insert(catalogVersions)
    .values({ ...version, status: "ready" })
    .returning();
  if (!row) throw new Error("no catalog version was made");
  const { catalogVersionId } = row;
  for (const [index, issuerId] of issuerIds.entries()) {
    const area = { catalogVersionId, serviceAreaKey: index + 1, issuerId, serviceAreaId: "TNS001", stateCode: "TN" };
    await db.insert(serviceAreas).values({ ...area, name: "All of Tennessee", coversEntireState: true });
    await db.insert(plans).values({
      catalogVersionId,
      variantId: `${planOf(issuerId)}-01`,
      planId: planOf(issuerId),
      stateCode: "TN",
      issuerId,
      issuerName: `Insurer ${issuerId}`,
      line: "medical",
      market: "small-group",
      name: "Bronze One",
      metalLevel: "bronze",
      planType: "ppo",
      offerable: true,
      childOnly: "adult-and-child",
      deductibleIndividualState: none.individualState,
      deductibleFamilyState: none.familyState,
      outOfPocketIndividualState: none.individualState,
      outOfPocketFamilyState: none.familyState,
      deductible: { main: limit, drug: "included" },
      outOfPocketMaximum: { main: limit, drug: "included" },
      serviceAreaKey: index + 1,
      details: {} as (typeof plans.$inferInsert)["details"],
    });
    await db.insert(rateSheets).values({
      catalogVersionId,
      planId: planOf(issuerId),
      ratingArea: 4,
      effectiveOn: calendarDate("2026-04-01"),
      expiresOn: calendarDate("2026-06-30"),
      bandStarts: [0],
      centsByAge: Array.from({ length: 66 }, (_, age) => price(age)),
    });
  }
  await insertPlaces(db);
  return catalogVersionId;
}

async function insertPlaces(db: ReturnType<typeof drizzle>): Promise<void> {
  const years = { yearFrom: 2000, yearTo: 2199 };
  const version = { layout: "zip-county", source: "test", checksum: "test", ...years, rowCounts: {} };
  const [row] = await db
    .insert(geoVersions)
    .values(version as typeof geoVersions.$inferInsert)
    .returning();
  const geoVersionId = row?.geoVersionId ?? 0;
  await db.insert(counties).values({ geoVersionId, fips: "47037", name: "Davidson County", stateCode: "TN", ...years });
  await db.insert(zipCounties).values({ geoVersionId, zip: "37203", countyFips: "47037", ...years });
  const area = { geoVersionId, stateCode: "TN", countyFips: "47037", ratingArea: 4, source: "test", ...years };
  await db.insert(countyRatingAreas).values(area);
}

/** What the group's owner signs on 13 March 2026, in the afternoon of the exchange's zone. */
export function signedByOwner({ employerId, applicationId, ownerUserId, ownerName }: EnrolledGroup) {
  return {
    employerId,
    applicationId,
    userId: ownerUserId,
    idempotencyKey: "0123456789abcdef0",
    signedName: ownerName,
    today: calendarDate("2026-03-13"),
    now: new Date("2026-03-13T18:30:05Z"),
  };
}

/** A business of Nashville whose people have answered as told; its coverage starts on 1 April 2026. */
export async function insertEnrolledGroup(
  admin: postgres.Sql,
  {
    catalogVersionId,
    issuerId,
    people,
    state = "enrollment_open",
  }: {
    catalogVersionId: number;
    issuerId: string;
    people: readonly Person[];
    state?: "published" | "enrollment_open" | "enrollment_closed" | "draft";
  },
): Promise<EnrolledGroup> {
  const db = drizzle(admin);
  const group = {
    employerId: randomUUID(),
    applicationId: randomUUID(),
    ownerUserId: randomUUID(),
    ownerName: "Olga Owner",
    issuerId,
    employeeUserId: randomUUID(),
  };
  const { employerId, applicationId } = group;
  await db.insert(employers).values({
    employerId,
    legalName: "Elm Street Bakery LLC",
    ein: "621234567",
    entityKind: "limited-liability-company",
    contactEmail: "owner@example.com",
    phone: "6155550100",
    ...home,
    countyName: "Davidson County",
    exchange: "ff-shop",
    standing: "eligible",
  });
  const membership = { employerId, userId: group.ownerUserId, fullName: group.ownerName, email: "owner@example.com" };
  await db.insert(employerMemberships).values({ ...membership, role: "owner", state: "active" });
  await db.insert(benefitApplications).values({
    employerId,
    applicationId,
    state,
    startOn,
    endOn: calendarDate("2027-03-31"),
    openEnrollmentStartsOn: calendarDate("2026-03-01"),
    openEnrollmentEndsOn: calendarDate("2026-03-12"),
    submitByOn: calendarDate("2026-03-15"),
    waitingPeriod: "first-of-month-on-or-after-30-days",
    catalogVersionId,
    ratingArea: "4",
  });
  await db.insert(benefitOffers).values({
    employerId,
    applicationId,
    line: "medical",
    choiceModel: "single-plan",
    referencePlanId: planOf(issuerId),
    contributionScheme: sharesOfReference,
  });
  const employeeIds: string[] = [];
  for (const [index, person] of people.entries()) employeeIds.push(await insertPerson(db, group, person, index));
  return { ...group, employeeIds };
}

type Group = Omit<EnrolledGroup, "employeeIds">;
type Db = ReturnType<typeof drizzle>;
type Member = { memberId: string; relationship: Relationship; bornOn: CalendarDate };

async function insertPerson(db: Db, group: Group, person: Person, index: number): Promise<string> {
  const { employerId } = group;
  const employeeId = randomUUID();
  const bornOn = addMonths(calendarDate("1980-05-05"), index);
  await db.insert(employees).values({
    employerId,
    employeeId,
    userId: index === 0 ? group.employeeUserId : null,
    firstName: "Pat",
    lastName: person.lastName ?? `Worker${String.fromCharCode(65 + index)}`,
    bornOn,
    sex: "F",
    usesTobacco: false,
    email: `worker${index}@example.com`,
    phone: "6155550123",
    ...(person.withoutAddress ? {} : home),
    hiredOn: calendarDate("2020-01-15"),
    employmentBasis: "full-time",
    isOwner: person.isOwner ?? false,
    ...(person.ssn ? sealed("employees", employerId, employeeId, person.ssn) : {}),
  });
  const members: Member[] = [{ memberId: employeeId, relationship: "self", bornOn }];
  if (person.answer === "elects-family") members.push(await insertChild(db, { employerId, employeeId }, person));
  await insertAnswer(db, group, { employeeId, answer: person.answer, members });
  return employeeId;
}

function sealed(table: "employees" | "dependents", employerId: string, rowId: string, digits: string) {
  const ssn = SecretSsn.parse(digits);
  if (!ssn) throw new Error("not nine digits");
  return ssnColumns({ table, employerId, rowId }, ssn);
}

async function insertChild(
  db: Db,
  { employerId, employeeId }: { employerId: string; employeeId: string },
  person: Person,
): Promise<Member> {
  const dependentId = randomUUID();
  const bornOn = calendarDate("2015-02-03");
  await db.insert(dependents).values({
    employerId,
    dependentId,
    employeeId,
    relationship: "child",
    firstName: "Kim",
    lastName: "Worker",
    bornOn,
    sex: "M",
    usesTobacco: false,
    ...(person.childSsn ? sealed("dependents", employerId, dependentId, person.childSsn) : {}),
  });
  return { memberId: dependentId, relationship: "child", bornOn };
}

async function insertAnswer(
  db: Db,
  { employerId, applicationId, issuerId }: Group,
  { employeeId, answer, members }: { employeeId: string; answer: Answer; members: readonly Member[] },
): Promise<void> {
  if (answer === "silent") return;
  const electionId = randomUUID();
  const elects = answer.startsWith("elects");
  const priced = members.map(({ memberId, relationship, bornOn }) => {
    const ageYears = ageOn({ bornOn, on: startOn });
    const premium = price(ageYears);
    const share = shareOfCents(premium, basisPoints(relationship === "self" ? 7000 : 5000));
    const money = { premiumMonthlyCents: premium, employerShareMonthlyCents: share };
    return { employerId, electionId, memberId, relationship, ageYears, ...money };
  });
  await db.insert(elections).values({
    employerId,
    electionId,
    applicationId,
    employeeId,
    line: "medical",
    kind: elects ? "elect" : "waive",
    planId: elects ? planOf(issuerId) : null,
    waiverReason: elects ? null : answer === "waives-covered" ? "medicare" : "none-of-these",
    coverageStartsOn: elects ? startOn : null,
    totalPremiumMonthlyCents: elects ? sumCents(priced.map((row) => row.premiumMonthlyCents)) : null,
    employerShareMonthlyCents: elects ? sumCents(priced.map((row) => row.employerShareMonthlyCents)) : null,
    signedName: "Pat Worker",
    signedAt: new Date("2026-03-05T15:00:00Z"),
    signedOn: calendarDate("2026-03-05"),
  });
  if (elects) await db.insert(electionMembers).values(priced);
}
