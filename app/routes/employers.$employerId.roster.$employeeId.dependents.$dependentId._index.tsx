import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DependentForm } from "~/features/roster/family/dependent.form";
import { changeDependentSchema } from "~/features/roster/family/dependent.schema";
import { requireFamilyMember, signedNoteOf } from "~/features/roster/family/family-guard.server";
import { NumberOnFile } from "~/features/roster/family/family-list";
import { SignedNote } from "~/features/roster/family/signed-note";
import { changeDependent } from "~/features/roster/family/save-dependent.command.server";
import { rosterDay } from "~/features/roster/roster-act.server";
import { dependentFormKey, draftsOfEmployee } from "~/features/roster/roster-drafts.server";
import { discardDraft } from "~/platform/drafts/drafts.server";
import { draftedReply, restoredReply } from "~/platform/drafts/form-drafts.server";
import { parseForm } from "~/platform/forms/parse-form";
import { requireEmployerAccess } from "~/platform/permissions/permissions.server";
import { LinkButton } from "~/ui/content/button";
import { RestoredDraft } from "~/ui/forms/restored-draft";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading, Section } from "~/ui/frame/page-parts";

export const handle = { i18n: ["roster", "account"], title: "roster:dependent.title" } satisfies PageHandle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, employer, membership, draftOf } = await requireEmployerAccess(request, params["employerId"], {
    draftsLike: draftsOfEmployee(params["employeeId"]),
  });
  const { employerId, state } = employer;
  const scope = { employerId, userId: user.userId };
  const found = await requireFamilyMember(scope, params["employeeId"], params["dependentId"]);
  const { employee, dependent } = found;
  const { employeeId, firstName, lastName } = employee;
  const isOwner = membership.role === "owner";
  const employeeTo = `/employers/${employerId}/roster/${employeeId}`;
  const { asksTobacco, today } = rosterDay(state);
  const note = signedNoteOf(found, { memberId: dependent.dependentId, today });
  const formKey = dependentFormKey({ employeeId, dependentId: dependent.dependentId }, dependent.version);
  return json({
    ...{ employeeName: `${firstName} ${lastName}`, employeeTo, dependent, isOwner, asksTobacco, note },
    ...{ formKey, restored: restoredReply(draftOf(formKey)) },
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, employer, membership } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId } = employer;
  const scope = { employerId, userId: user.userId };
  const { employee, dependent } = await requireFamilyMember(scope, params["employeeId"], params["dependentId"]);
  const [employeeId, dependentId] = [employee.employeeId, dependent.dependentId];
  const act = { ...scope, actorName: membership.fullName, employeeId, dependentId, ...rosterDay(employer.state) };
  const form = await request.formData();
  const parsed = parseForm(changeDependentSchema, form);
  const formKey = dependentFormKey({ employeeId, dependentId }, form.get("version"));
  const about = { draft: { userId: user.userId, formKey }, schema: changeDependentSchema };
  if (!parsed.ok) return draftedReply(parsed.problems, form, about);
  const { version, ...input } = parsed.value;
  const outcome = await changeDependent({ ...act, version, input });
  if (!outcome.ok) return draftedReply(outcome.problems, form, about);
  await discardDraft(user.userId, formKey);
  const done = outcome.value.isOpenAgain ? "dependent-changed-again" : "dependent-changed";
  return redirect(`/employers/${employerId}/roster/${employeeId}?done=${done}`);
}

export default function DependentPage() {
  const { t } = useTranslation("roster");
  const { employeeName, employeeTo, dependent, isOwner, ...page } = useLoaderData<typeof loader>();
  const { asksTobacco, note, formKey, restored } = page;
  const answered = useActionData<typeof action>();
  const name = `${dependent.firstName} ${dependent.lastName}`;
  const revealTo = isOwner ? `${employeeTo}/ssn?member=${dependent.dependentId}` : undefined;
  return (
    <>
      <PageHeading eyebrow={employeeName}>{name}</PageHeading>
      <NumberOnFile lastFour={dependent.ssnLastFour} revealTo={revealTo} />
      <SignedNote note={note} name={name} employee={employeeName} />
      {restored && !answered ? <RestoredDraft formKey={formKey} /> : null}
      <DependentForm
        key={dependent.version}
        schema={changeDependentSchema}
        dependent={dependent}
        reply={answered ?? restored ?? undefined}
        asksTobacco={asksTobacco}
        hidden={{ version: String(dependent.version) }}
        formKey={formKey}
      />
      <Section heading={t("dependent.removeHeading")}>
        <LinkButton to={`${employeeTo}/dependents/${dependent.dependentId}/removal`} look="secondary">
          {t("dependent.remove", { name })}
        </LinkButton>
      </Section>
      <p>
        <LinkButton to={employeeTo} look="quiet">
          {t("dependent.back", { name: employeeName })}
        </LinkButton>
      </p>
    </>
  );
}
