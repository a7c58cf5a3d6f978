import { createHash, randomUUID } from "node:crypto";
import type postgres from "postgres";
import { withDoor } from "~db/client.server";
import { insertEnrolledGroup, type EnrolledGroup } from "~db/testing/enrolled-group";
import { saveDraft } from "../../drafts/drafts.server";
import { queueMail } from "../../mail/queue-mail.server";
import { startSession } from "../../session/session.server";

/** People with an account who have, or had, to do with one business. */
export const roles = ["owner", "staff", "employee", "otherEmployee", "askedToJoin", "formerStaff"] as const;
export type Role = (typeof roles)[number];

export type SeededBusiness = EnrolledGroup & {
  readonly users: Readonly<Record<Role, string>>;
  /** Values for the parameters of an address and for forms. */
  readonly ids: Readonly<
    Record<
      | ("employerId" | "employeeId" | "undecidedEmployeeId" | "unreachableEmployeeId" | "dependentId")
      | ("messageId" | "formKey" | "applicationId" | "planId"),
      string
    >
  >;
};

export type BusinessSeed = {
  readonly catalogVersionId: number;
  readonly issuerId: string;
  readonly ein: string;
  /** Written where a person could read it. */
  readonly marker: string;
  /** Of the first employee and their child. */
  readonly ssns: readonly [string, string];
  /** `preparing`: nothing is published, nobody has chosen; `submitted`: its enrollment went to the insurer. */
  readonly stage: "preparing" | "choosing" | "submitted";
};

/** A business with something in every table that belongs to it; its coverage starts on 1 April 2026. */
export async function insertSeededBusiness(
  admin: postgres.Sql,
  { catalogVersionId, issuerId, ein, marker, ssns, stage }: BusinessSeed,
): Promise<SeededBusiness> {
  const [ssn, childSsn] = ssns;
  const people = [
    { answer: "elects-family", ssn, childSsn },
    { answer: "waives-covered" },
    { answer: "silent" },
    { answer: "elects" },
  ] as const;
  const state = stage === "preparing" ? "draft" : "enrollment_open";
  const group = await insertEnrolledGroup(admin, { catalogVersionId, issuerId, people, state });
  const { employerId, employeeIds } = group;
  const users = { ...(await insertUsers(admin, group)), owner: group.ownerUserId, employee: group.employeeUserId };
  await admin`update employers set ein = ${ein} where employer_id = ${employerId}`;
  await admin`insert into ein_registry (ein, employer_id) values (${ein}, ${employerId})`;
  await admin`update employees set user_id = ${users.otherEmployee} where employee_id = ${employeeIds[1] ?? ""}`;
  const [child] = await admin<
    { id: string }[]
  >`select dependent_id as id from dependents where employer_id = ${employerId}`;
  await insertJudgement(admin, group, marker);
  if (stage === "preparing") await takeBackToDraft(admin, employerId);
  if (stage === "submitted") await insertSending(admin, group, marker);
  const formKey = `new-employee:${employerId}`;
  await saveDraft(users.owner, formKey, { firstName: [marker] });
  const mail = { to: `${marker}@example.com`, language: "en", subject: marker, text: marker, html: marker } as const;
  const messageId = await withDoor({ kind: "employer", employerId }, (tx) => queueMail(tx, mail));
  const [employeeId = "", , undecidedEmployeeId = "", unreachableEmployeeId = ""] = employeeIds;
  await admin`update employees set email = null where employee_id = ${unreachableEmployeeId}`;
  const { applicationId } = group;
  const planId = `${issuerId}TN0010001`;
  const ids = {
    ...{ employerId, employeeId, undecidedEmployeeId, unreachableEmployeeId, dependentId: child?.id ?? "" },
    ...{ messageId, formKey, applicationId, planId },
  };
  return { ...group, users, ids };
}

async function insertUsers(admin: postgres.Sql, group: EnrolledGroup) {
  const { employerId } = group;
  const made = {
    ...{ owner: group.ownerUserId, employee: group.employeeUserId, staff: randomUUID() },
    ...{ otherEmployee: randomUUID(), askedToJoin: randomUUID(), formerStaff: randomUUID() },
  };
  for (const [role, userId] of Object.entries(made)) {
    await admin`insert into users (user_id, email, full_name, password_hash, email_verified_at)
      values (${userId}, ${`${role.toLowerCase()}.${userId}@example.com`}, ${`Account ${role}`}, '-', now())`;
  }
  const member = (userId: string, state: string) =>
    admin`insert into employer_memberships (employer_id, user_id, role, state, full_name, email)
      values (${employerId}, ${userId}, 'staff', ${state}, 'Sam Staff', 'staff@example.com')`;
  await member(made.staff, "active");
  await member(made.askedToJoin, "requested");
  await member(made.formerStaff, "closed");
  return made;
}

/** A plan year that begins a month later, so that there is time to publish, and nobody's choices. */
async function takeBackToDraft(admin: postgres.Sql, employerId: string): Promise<void> {
  await admin`delete from election_members where employer_id = ${employerId}`;
  await admin`delete from elections where employer_id = ${employerId}`;
  await admin`update benefit_applications set start_on = '2026-05-01', end_on = '2027-04-30',
    open_enrollment_starts_on = '2026-03-20', open_enrollment_ends_on = '2026-04-05', submit_by_on = '2026-04-15'
    where employer_id = ${employerId}`;
}

/** What the marketplace found, who did what, and an invitation on its way. */
async function insertJudgement(admin: postgres.Sql, group: EnrolledGroup, marker: string): Promise<void> {
  const { employerId, applicationId, ownerUserId, employeeIds } = group;
  const typed = { sizeMethod: "typed", fte: "8", note: marker };
  const answers = { typed, fte: 8, state: "TN", sizeLimitFte: 50, alreadyInShop: false, steps: [] };
  await admin`insert into eligibility_determinations (employer_id, determination_id, determined_on, eligible, answers, findings,
      determined_by) values (${employerId}, ${randomUUID()}, '2026-02-01', true, ${JSON.stringify(answers)}::jsonb, '[]', ${ownerUserId})`;
  const creditAnswers = { taxYear: "2026", taxStatus: "taxable", note: marker };
  await admin`insert into tax_credit_answers (employer_id, answers, answered_by)
    values (${employerId}, ${JSON.stringify(creditAnswers)}::jsonb, ${ownerUserId})`;
  await admin`insert into audit_log (employer_id, actor_user_id, actor_name, action, subject, details)
    values (${employerId}, ${ownerUserId}, ${marker}, 'employee-added', ${marker}, ${JSON.stringify({ name: marker })}::jsonb)`;
  const design = {
    choiceModel: "metal-level",
    metalLevel: "silver",
    employeeBasisPoints: "50",
    dependentsBasisPoints: "0",
  };
  await admin`insert into offer_scenarios (employer_id, scenario_id, line, name, terms)
    values (${employerId}, ${randomUUID()}, 'medical', ${marker}, ${JSON.stringify(design)}::jsonb)`;
  const invitationId = randomUUID();
  const tokenHash = createHash("sha256").update(invitationId).digest("hex");
  await admin`insert into invitations (employer_id, invitation_id, employee_id, application_id, token_hash, email, expires_at)
    values (${employerId}, ${invitationId}, ${employeeIds[2] ?? ""}, ${applicationId}, ${tokenHash}, 'c@example.com',
      now() + interval '30 days')`;
  await admin`insert into invitation_registry (token_hash, employer_id, invitation_id)
    values (${tokenHash}, ${employerId}, ${invitationId})`;
}

/** A submission with a policy, what the insurer is told of it, and the file. */
async function insertSending(admin: postgres.Sql, group: EnrolledGroup, marker: string): Promise<void> {
  const { employerId, applicationId, ownerUserId, issuerId, employeeIds } = group;
  const [first = ""] = employeeIds;
  const policyId = randomUUID();
  const planId = `${issuerId}TN0010001`;
  await admin`insert into group_submissions (employer_id, submission_id, application_id, idempotency_key, confirmation_number,
      signed_name, signed_by, signed_at, participation) values (${employerId}, ${randomUUID()}, ${applicationId}, ${policyId},
      'SHOP-0000-0000', 'Olga Owner', ${ownerUserId}, now(), ${JSON.stringify({ note: marker })}::jsonb)`;
  await admin`insert into policies (employer_id, policy_id, application_id, employee_id, election_id, line, issuer_id, plan_id,
      start_on, end_on) select employer_id, ${policyId}, application_id, employee_id, election_id, line, ${issuerId}, ${planId},
      '2026-04-01', '2027-03-31' from elections where employer_id = ${employerId} and employee_id = ${first}`;
  const transmissionId = randomUUID();
  await admin`insert into transmissions (transmission_id, issuer_id, file_name, interchange_control_number, group_control_number,
      event_count, sealed_bytes, sha256) values (${transmissionId}, ${issuerId}, ${`${marker}-${transmissionId}`},
      (select count(*) + 1 from transmissions), 1, 1, '\\x00', 'hash')`;
  await admin`insert into enrollment_events (employer_id, event_id, policy_id, version, kind, issuer_id, employee_id, effective_on,
      payload, content_hash, state, problems, transmission_id) values (${employerId}, ${randomUUID()}, ${policyId}, 1, 'initial',
      ${issuerId}, ${first}, '2026-04-01', ${JSON.stringify({ note: marker })}::jsonb, 'hash', 'sent', ${JSON.stringify([{ code: marker }])}::jsonb,
      ${transmissionId})`;
}

/** A fresh session of somebody, as a Cookie header. */
export async function cookieOf(userId: string): Promise<string> {
  const cookie = await withDoor({ kind: "public" }, (tx) => startSession(tx, userId));
  return cookie.split(";")[0] ?? "";
}
