import { useTranslation } from "react-i18next";
import type { CalendarDate } from "~/domain/calendar/calendar-date";
import { Alert } from "~/ui/content/alert";
import { LinkButton } from "~/ui/content/button";
import { ConfirmButton } from "~/ui/forms/form-buttons";
import type { BoardPage, BoardYear } from "./board.query.server";

/** Whether people can be invited and reminded today. */
export function mayInvite({ state, closesOn }: Pick<BoardYear, "state" | "closesOn">, today: CalendarDate): boolean {
  return (state === "published" || state === "enrollment_open") && today <= closesOn;
}

type BoardActionsProps = {
  board: Pick<BoardPage, "year" | "counts" | "peopleCount">;
  base: string;
  today: CalendarDate;
};

/** What can be done for everybody at once. */
export function BoardActions({ board, base, today }: BoardActionsProps) {
  const { t } = useTranslation("enrollment");
  const { year, counts, peopleCount } = board;
  const undecided = peopleCount - (counts.chosen ?? 0) - (counts.waived ?? 0);
  const isSubmitted = !["published", "enrollment_open", "enrollment_closed"].includes(year.state);
  return (
    <div className="sf-actions">
      <LinkButton to={`${base}/enrollment/${isSubmitted ? "sent" : "submission"}`}>
        {isSubmitted ? t("board.toSent") : t("board.toSubmission")}
      </LinkButton>
      {undecided > 0 && mayInvite(year, today) ? (
        <ConfirmButton
          label={t("remind.all", { count: undecided })}
          question={t("remind.question")}
          confirmLabel={t("remind.confirm")}
          action={`${base}/enrollment/invitations`}
          look="primary"
          fields={{ who: "undecided" }}
        />
      ) : null}
    </div>
  );
}

const acts = ["invited", "reminded", "answered", "all"] as const;

/** What was just done, as the address says after a button was pressed. Nothing for words that we did not put there. */
export function BoardNotice({ act, people }: { act: string | null; people: number }) {
  const { t } = useTranslation("enrollment");
  const known = acts.find((one) => one === act);
  if (!known) return null;
  const count = Number.isSafeInteger(people) && people > 0 ? people : 0;
  return (
    <Alert tone={known === "answered" || (known === "all" && count === 0) ? "info" : "success"} live>
      {known === "all" ? t(count === 0 ? "notice.allBefore" : "notice.all", { count }) : t(`notice.${known}`)}
    </Alert>
  );
}
