import { createHash } from "node:crypto";
import {
  eventContentText,
  type EnrolledMember,
  type InitialEnrollment,
  type MemberAddress,
} from "~/domain/enrollment/enrollment-event";
import { invariant } from "~/domain/invariant";
import { cents } from "~/domain/money/cents";
import { newId } from "~/platform/id.server";
import type { Tx } from "~db/client.server";
import {
  loadElectedPlans,
  type ApplicationRecord,
  type DependentRecord,
  type ElectedPlan,
  type ElectionRecord,
  type EmployeeRecord,
  type SubmissionMaterial,
} from "~db/repositories/submission.server";
import { exchangeGroupId, exchangeMemberId } from "./exchange-numbers.server";

/** An election to be sent, with the event that says it. */
export type InitialEnrollmentDraft = { readonly election: ElectionRecord; readonly event: InitialEnrollment };

export type EnrollmentSource = {
  readonly application: ApplicationRecord;
  readonly material: SubmissionMaterial;
  readonly plans: readonly ElectedPlan[];
  /** CCYYMMDDHHMMSS in the exchange's zone. */
  readonly submittedAt: string;
};

/** The live choices of people still on the roster; waivers say nothing to an insurer. */
export function electionsToEnroll(material: SubmissionMaterial): ElectionRecord[] {
  const staff = new Set(material.employees.map((employee) => employee.employeeId));
  return material.elections.filter((election) => election.kind === "elect" && staff.has(election.employeeId));
}

/** One event for each family and line of coverage, each with a policy number of its own. */
export function initialEnrollments(source: EnrollmentSource, policyIds: readonly string[]): InitialEnrollmentDraft[] {
  return electionsToEnroll(source.material).map((election, index) => {
    const policyId = policyIds[index];
    invariant(policyId, "a policy number was reserved for every choice");
    return { election, event: initialEnrollment(source, election, { eventId: newId(), policyId }) };
  });
}

/** What an insurer is told about one family, from what is on record now. */
export function initialEnrollment(
  source: EnrollmentSource,
  election: ElectionRecord,
  { eventId, policyId }: Pick<InitialEnrollment, "eventId" | "policyId">,
): InitialEnrollment {
  const { application, material } = source;
  const { employer } = material;
  const employee = material.employees.find((row) => row.employeeId === election.employeeId);
  const plan = source.plans.find((row) => row.planId === election.planId);
  invariant(employee, "the family's employee is on the roster");
  invariant(plan, `the chosen plan ${election.planId} is in the catalog that the offer was made from`);
  const total = election.totalPremiumMonthlyCents ?? cents(0);
  const employerShare = election.employerShareMonthlyCents ?? cents(0);
  const group = exchangeGroupId(employer.employerId);
  return {
    eventId,
    policyId,
    version: 1,
    kind: "initial",
    line: election.line,
    employer: {
      employerId: employer.employerId,
      exchangeGroupId: group,
      legalName: employer.legalName,
      ein: employer.ein,
    },
    issuer: { issuerId: plan.issuerId, name: plan.issuerName },
    groupPolicyNumber: `${group}-${application.startOn.slice(0, 7).replace("-", "")}`,
    plan: { planId: plan.planId, variantId: plan.variantId },
    startOn: election.coverageStartsOn ?? application.startOn,
    planYear: { startOn: application.startOn, endOn: application.endOn },
    hiredOn: employee.hiredOn,
    signedOn: election.signedOn,
    employmentBasis: employee.employmentBasis,
    members: membersOf({ election, employee, dependents: material.dependents }),
    totalPremiumCents: total,
    employerShareCents: employerShare,
    employeeShareCents: cents(total - employerShare),
    ratingArea: { state: employer.state, number: pinnedRatingArea(application) },
    submittedAt: source.submittedAt,
  };
}

/** The rating area that the offer's prices are from; 0 where none was fixed, which no insurer files. */
export function pinnedRatingArea({ ratingArea }: Pick<ApplicationRecord, "ratingArea">): number {
  return Number(/\d+/.exec(ratingArea ?? "")?.[0] ?? 0);
}

/** SHA-256 of what the insurer is told, hexadecimal. */
export function contentHashOf(event: InitialEnrollment): string {
  return createHash("sha256").update(eventContentText(event), "utf8").digest("hex");
}

/** The plans that were chosen and those that the offer refers to. */
export async function plansOfEnrollments(
  tx: Tx,
  { application, material }: Pick<EnrollmentSource, "application" | "material">,
): Promise<ElectedPlan[]> {
  invariant(application.catalogVersionId !== null, "a published offer pins the catalog it was made from");
  const chosen = electionsToEnroll(material).flatMap((election) => election.planId ?? []);
  const planIds = [...chosen, ...material.offers.map((offer) => offer.referencePlanId)];
  return loadElectedPlans(tx, { catalogVersionId: application.catalogVersionId, planIds });
}

type Family = {
  readonly election: ElectionRecord;
  readonly employee: EmployeeRecord;
  readonly dependents: readonly DependentRecord[];
};

/** The employee first, then by age, oldest first. A member whose record is gone is a bug: records are never deleted. */
function membersOf({ election, employee, dependents }: Family): EnrolledMember[] {
  const members = election.members.map((elected) => {
    const isSubscriber = elected.relationship === "self";
    const person = isSubscriber ? employee : dependents.find((row) => row.dependentId === elected.memberId);
    invariant(person, `the person ${elected.memberId} of election ${election.electionId} is known`);
    const member: EnrolledMember = {
      memberId: elected.memberId,
      exchangeMemberId: exchangeMemberId(elected.memberId),
      relationship: elected.relationship,
      firstName: person.firstName,
      ...(person.middleName ? { middleName: person.middleName } : {}),
      lastName: person.lastName,
      ...(person.suffix ? { suffix: person.suffix } : {}),
      bornOn: person.bornOn,
      sex: person.sex,
      usesTobacco: person.usesTobacco,
      language: employee.language,
      premiumCents: elected.premiumMonthlyCents,
    };
    return isSubscriber ? { ...member, ...reachOf(employee) } : member;
  });
  return members.sort((a, b) => rank(a) - rank(b) || (a.bornOn < b.bornOn ? -1 : a.bornOn > b.bornOn ? 1 : 0));
}

function rank(member: EnrolledMember): number {
  return member.relationship === "self" ? 0 : 1;
}

function reachOf(employee: EmployeeRecord): Pick<EnrolledMember, "address" | "phone" | "email"> {
  const address = addressOf(employee);
  const phone = employee.phone?.replace(/\D/g, "").replace(/^1(?=\d{10}$)/, "");
  return {
    ...(address ? { address } : {}),
    ...(phone ? { phone } : {}),
    ...(employee.email ? { email: employee.email } : {}),
  };
}

function addressOf(employee: EmployeeRecord): MemberAddress | undefined {
  const { addressLine1, addressLine2, city, state, zip, countyFips } = employee;
  if (!addressLine1 || !city || !state || !zip || !countyFips) return undefined;
  return {
    line1: addressLine1,
    ...(addressLine2 ? { line2: addressLine2 } : {}),
    city,
    state,
    zip: zip.replace(/\D/g, ""),
    countyFips,
  };
}

/** CCYYMMDDHHMMSS. */
export function timestampInZone({ instant, timeZone }: { instant: Date; timeZone: string }): string {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  });
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  return (["year", "month", "day", "hour", "minute", "second"] as const).map((part) => parts.get(part) ?? "").join("");
}
