import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BusinessEyebrow } from "~/features/employer/business-eyebrow";
import { LetterSheet } from "~/features/enrollment/invitations/letter/letter-sheet";
import { makeLetter } from "~/features/enrollment/invitations/letter/make-letter.command.server";
import { findLetterPerson } from "~/features/enrollment/invitations/letter/letter-person.server";
import { now } from "~/platform/clock.server";
import { problemReply } from "~/platform/forms/reply.server";
import { isId } from "~/platform/id.server";
import { marketplaceToday } from "~/platform/marketplace-day.server";
import { notFound, requireEmployerAccess } from "~/platform/permissions/permissions.server";
import { Button, LinkButton } from "~/ui/content/button";
import { ActForm } from "~/ui/forms/act-form";
import { FormActions, SubmitButton } from "~/ui/forms/form-buttons";
import type { PageHandle } from "~/ui/frame/page-handle";
import { PageHeading } from "~/ui/frame/page-parts";

export const handle = { i18n: ["enrollment", "invitation"], title: "enrollment:letter.title" } satisfies PageHandle;

/** Looking makes no link: the one on a letter that was handed out stays good. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, employer } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId, legalName, dbaName } = employer;
  const person = await findLetterPerson({ employerId, userId: user.userId }, params["employeeId"]);
  if (!person) throw notFound();
  const board = `/employers/${employerId}/enrollment`;
  return json({ employerId, board, groupName: dbaName ?? legalName, name: person.name });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, employer, membership } = await requireEmployerAccess(request, params["employerId"]);
  const { employerId, state } = employer;
  const { employeeId } = params;
  if (!isId(employeeId)) throw notFound();
  const actor = { employerId, userId: user.userId, actorName: membership.fullName };
  const outcome = await makeLetter({ ...actor, today: marketplaceToday(state), now: now() }, employeeId);
  if (outcome.ok) return json({ letter: outcome.value }, { headers: { "Cache-Control": "no-store" } });
  if (outcome.problems.some(({ code }) => code === "employee-not-on-roster")) throw notFound();
  return problemReply(outcome.problems, new FormData());
}

export default function LetterRoute() {
  const { t } = useTranslation("enrollment");
  const { employerId, board, groupName, name } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const letter = answer && "letter" in answer ? answer.letter : undefined;
  const reply = answer && "problems" in answer ? answer : undefined;
  return (
    <>
      <div className="sf-screen-only">
        <PageHeading
          eyebrow={<BusinessEyebrow employerId={employerId} name={groupName} />}
          lead={letter ? t("letter.ready") : t("letter.lead", { name })}
        >
          {t("letter.heading", { name })}
        </PageHeading>
        <ActForm reply={reply}>
          <FormActions>
            {letter ? <Button onClick={() => window.print()}>{t("letter.print")}</Button> : null}
            <SubmitButton look={letter ? "secondary" : "primary"}>
              {letter ? t("letter.again") : t("letter.make")}
            </SubmitButton>
            <LinkButton to={board} look="secondary">
              {t("send.back")}
            </LinkButton>
          </FormActions>
        </ActForm>
      </div>
      {letter ? <LetterSheet letter={letter} /> : null}
    </>
  );
}
