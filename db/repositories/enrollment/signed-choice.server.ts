import { and, eq, isNull, notInArray } from "drizzle-orm";
import type { CalendarDate } from "../../../app/domain/calendar/calendar-date";
import {
  signedChoiceEffect,
  type PricedPerson,
  type SignedOffer,
} from "../../../app/domain/enrollment/signed-choice.rule";
import type { Tx } from "../../client.server";
import { benefitApplications, electionMembers, elections } from "../../schema/plan-year";

/** An offer that somebody has answered with a choice that stands. */
export type SignedChoice = { readonly applicationId: string; readonly employeeId: string; readonly offer: SignedOffer };

/** The years of coverage, those that are over left out, in which a choice stands that covers this person. */
async function listSignedChoices(
  tx: Tx,
  { employerId, memberId }: { employerId: string; memberId: string },
): Promise<SignedChoice[]> {
  const rows = await tx
    .selectDistinct({
      applicationId: elections.applicationId,
      employeeId: elections.employeeId,
      state: benefitApplications.state,
      opensOn: benefitApplications.openEnrollmentStartsOn,
      closesOn: benefitApplications.openEnrollmentEndsOn,
      startOn: benefitApplications.startOn,
      waitingPeriod: benefitApplications.waitingPeriod,
    })
    .from(electionMembers)
    .innerJoin(
      elections,
      and(eq(elections.employerId, electionMembers.employerId), eq(elections.electionId, electionMembers.electionId)),
    )
    .innerJoin(
      benefitApplications,
      and(
        eq(benefitApplications.employerId, elections.employerId),
        eq(benefitApplications.applicationId, elections.applicationId),
      ),
    )
    .where(
      and(
        eq(electionMembers.employerId, employerId),
        eq(electionMembers.memberId, memberId),
        isNull(elections.supersededAt),
        notInArray(benefitApplications.state, ["expired", "terminated", "canceled", "ineligible"]),
      ),
    );
  return rows.map(({ applicationId, employeeId, ...offer }) => ({ applicationId, employeeId, offer }));
}

export type TouchedChoices = {
  /** A choice stands that cannot be signed again: the change cannot be made. */
  readonly isFixed: boolean;
  readonly toSignAgain: readonly SignedChoice[];
};

/** What a change of this person does to the choices that stand; `after` is null for somebody who leaves. Employer door. */
export async function touchedChoices(
  tx: Tx,
  person: { employerId: string; memberId: string },
  change: { today: CalendarDate; before: PricedPerson; after: PricedPerson | null },
): Promise<TouchedChoices> {
  const choices = await listSignedChoices(tx, person);
  const having = (effect: ReturnType<typeof signedChoiceEffect>) =>
    choices.filter(({ offer }) => signedChoiceEffect({ ...change, offer }) === effect);
  return { isFixed: having("fixed").length > 0, toSignAgain: having("sign-again") };
}
