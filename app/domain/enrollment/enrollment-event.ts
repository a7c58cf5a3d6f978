import type { CalendarDate } from "../calendar/calendar-date";
import type { CoverageLine } from "../coverage-line";
import type { EmploymentType } from "../household/employment";
import type { Relationship, Sex } from "../household/relationship";
import type { Cents } from "../money/cents";

export type MemberAddress = {
  readonly line1: string;
  readonly line2?: string;
  readonly city: string;
  /** Two letters. */
  readonly state: string;
  /** 5 or 9 digits, no hyphen. */
  readonly zip: string;
  /** Five digits: state and county. */
  readonly countyFips: string;
};

/** One covered person. The Social Security number is not part of it: it is handed over when the file is made. */
export type EnrolledMember = {
  /** Ours, opaque; never sent. */
  readonly memberId: string;
  /** The exchange's number for the person, stable over the years; sent. */
  readonly exchangeMemberId: string;
  readonly relationship: Relationship;
  readonly firstName: string;
  readonly middleName?: string;
  readonly lastName: string;
  readonly suffix?: string;
  readonly bornOn: CalendarDate;
  readonly sex: Sex;
  /** Null: nobody asked. */
  readonly usesTobacco: boolean | null;
  /** The subscriber's is required. */
  readonly address?: MemberAddress;
  /** Ten digits. */
  readonly phone?: string;
  readonly email?: string;
  /** ISO 639-1, two letters. */
  readonly language: string;
  /** The member's own monthly premium; 0 where the group is rated by composite tier. */
  readonly premiumCents: Cents;
};

/** A family's first enrollment in one plan: everything the insurer is told, as it is kept and queued. Plain JSON. */
export type InitialEnrollment = {
  readonly eventId: string;
  /** The exchange's policy number, at most 50 characters that X12 can carry. */
  readonly policyId: string;
  /** 1 for the first event of the policy. */
  readonly version: number;
  readonly kind: "initial";
  readonly line: CoverageLine;
  readonly employer: {
    readonly employerId: string;
    /** The exchange's number for the group. */
    readonly exchangeGroupId: string;
    readonly legalName: string;
    /** Nine digits, no hyphen. */
    readonly ein: string;
  };
  readonly issuer: {
    /** HIOS issuer id, five digits. */
    readonly issuerId: string;
    readonly name: string;
    /** Nine digits, no hyphen. */
    readonly federalTaxId?: string;
  };
  /** The insurer's contract with the group. */
  readonly groupPolicyNumber: string;
  readonly plan: {
    /** HIOS standard component id, 14 characters. */
    readonly planId: string;
    /** With the two digits of the variant: `12345MO0010001-01`, or the same 16 characters without the hyphen. */
    readonly variantId: string;
  };
  readonly startOn: CalendarDate;
  readonly planYear: { readonly startOn: CalendarDate; readonly endOn: CalendarDate };
  readonly hiredOn: CalendarDate;
  /** The day the employee signed the election. */
  readonly signedOn: CalendarDate;
  readonly employmentBasis: EmploymentType;
  /** The subscriber first. */
  readonly members: readonly EnrolledMember[];
  readonly totalPremiumCents: Cents;
  readonly employerShareCents: Cents;
  readonly employeeShareCents: Cents;
  readonly ratingArea: { readonly state: string; readonly number: number };
  /** CCYYMMDDHHMMSS in the exchange's zone. */
  readonly submittedAt: string;
  readonly broker?: { readonly name: string; readonly nationalProducerNumber: string };
};

/** Social Security numbers by `memberId`, digits only; a person without one has no entry. */
export type SsnByMember = ReadonlyMap<string, string>;

/** The plan variant as the 834 carries it: 16 characters without the hyphen. */
export function sixteenCharacterPlanId(variantId: string): string {
  return variantId.replace("-", "");
}

/** The employee, as the head of the family; undefined when nobody is. */
export function subscriberOf(event: InitialEnrollment): EnrolledMember | undefined {
  return event.members.find((member) => member.relationship === "self");
}

/** JSON with sorted keys and without undefined: equal values give equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}

/**
 * The text whose hash says whether two events tell the insurer the same thing. Event id, version and the time of
 * submission stay out: a second click on the same choice is the same content.
 */
export function eventContentText(event: InitialEnrollment): string {
  const { eventId: _eventId, version: _version, submittedAt: _submittedAt, ...content } = event;
  return canonicalJson(content);
}
