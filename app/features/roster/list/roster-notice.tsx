import { useTranslation } from "react-i18next";
import { Alert } from "~/ui/content/alert";

const acts = [
  ...["added", "changed", "changed-again", "removed", "quoted"],
  ...["dependent-added", "dependent-changed", "dependent-changed-again"],
  ...["dependent-removed", "dependent-removed-again"],
];

/** What was just done, as the address says after a form was sent. Nothing for words that we did not put there. */
export function RosterNotice({ act }: { act: string | null }) {
  const { t } = useTranslation("roster");
  if (act === null || !acts.includes(act)) return null;
  return (
    <Alert tone="success" live>
      {t(`notice.${act}`)}
    </Alert>
  );
}
