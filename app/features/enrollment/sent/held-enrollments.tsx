import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Problem } from "~/domain/problem";
import { Alert } from "~/ui/content/alert";
import { ProblemText } from "~/ui/content/problem-text";
import { FormActions, SubmitButton } from "~/ui/forms/form-buttons";
import type { SentEnrollment } from "./sent-enrollments.columns";

type HeldProps = {
  enrollments: readonly SentEnrollment[];
  /** The address of the business. */
  base: string;
};

/** What keeps an enrollment from going out, where that is mended, and the button that checks again. */
export function HeldEnrollments({ enrollments, base }: HeldProps) {
  const { t } = useTranslation("submission");
  const held = enrollments.filter(({ place }) => place === "held");
  if (held.length === 0) return null;
  return (
    <Alert tone="warning" heading={t("held.heading", { count: held.length })}>
      <p>{t("held.lead")}</p>
      <ul className="usa-list">
        {held.flatMap((row) =>
          row.problems.map((problem, index) => (
            <HeldLine key={`${row.policyId} ${index}`} row={row} problem={problem} base={base} />
          )),
        )}
      </ul>
      <Form method="post">
        <FormActions>
          <SubmitButton>{t("held.checkAgain")}</SubmitButton>
        </FormActions>
      </Form>
    </Alert>
  );
}

function HeldLine({ row, problem, base }: { row: SentEnrollment; problem: Problem; base: string }) {
  const { t } = useTranslation("submission");
  const memberId = problem.params?.["memberId"];
  const member = row.covered.find((person) => person.memberId === memberId && memberId !== row.employeeId);
  const about = { name: row.fullName, member: member?.firstName ?? "", plan: row.planName ?? t("people.plan") };
  const to = placeToMend({ row, problem, base });
  return (
    <li>
      {t(member ? "held.ofFamily" : "held.ofEmployee", about)} <ProblemText problem={problem} />{" "}
      {to ? (
        <Link className="usa-link" to={to}>
          {t("held.mend")}
          <span className="usa-sr-only"> {t(member ? "held.ofFamily" : "held.ofEmployee", about)}</span>
        </Link>
      ) : (
        t("held.call")
      )}
    </li>
  );
}

/** The page where the owner puts it right; undefined for what only the marketplace or the insurer can. */
export function placeToMend({
  row,
  problem,
  base,
}: {
  row: Pick<SentEnrollment, "employeeId" | "covered">;
  problem: Problem;
  base: string;
}): string | undefined {
  const { memberId, whoCanFix } = problem.params ?? {};
  const field = problem.field ?? "";
  // The plan was chosen and signed for: only the marketplace can open that again.
  if ((whoCanFix !== "employee" && whoCanFix !== "employer") || field === "plan") return undefined;
  if (field === "employer.ein") return undefined;
  if (field.startsWith("employer.")) return `${base}/business`;
  const employee = `${base}/roster/${row.employeeId}`;
  const isDependent = memberId !== row.employeeId && row.covered.some((person) => person.memberId === memberId);
  return isDependent ? `${employee}/dependents/${memberId}` : employee;
}
