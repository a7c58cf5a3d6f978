import { Link } from "@remix-run/react";
import type { TFunction } from "i18next";
import type { CoverageLine } from "~/domain/coverage-line";
import { Amount } from "~/ui/content/amount";
import type { TableColumn } from "~/ui/data-table";
import { formatList } from "~/ui/format/money";
import type { useLocale } from "~/ui/format/use-locale";
import type { ReviewChoice, ReviewPerson } from "./submission-review.query.server";

type Terms = {
  readonly locale: ReturnType<typeof useLocale>;
  readonly offeredLines: readonly CoverageLine[];
  /** The address of the business. */
  readonly base: string;
};

/** `t` has the submission catalog. */
export function reviewPeopleColumns(
  t: TFunction,
  { locale, offeredLines, base }: Terms,
): readonly TableColumn<ReviewPerson>[] {
  const choicesOf = (person: ReviewPerson) =>
    offeredLines.map((line) => ({ line, choice: person.choices.find((candidate) => candidate.line === line) }));
  const amount = (person: ReviewPerson, of: (choice: ReviewChoice) => number | null) => {
    const amounts = person.choices.flatMap((choice) => of(choice) ?? []);
    return amounts.length === 0 ? "–" : <Amount cents={amounts.reduce((sum, cents) => sum + cents, 0)} />;
  };
  return [
    {
      key: "name",
      header: t("people.name"),
      rowHeader: true,
      cell: ({ employeeId, fullName }) => (
        <Link className="usa-link" to={`${base}/roster/${employeeId}`}>
          {fullName}
        </Link>
      ),
    },
    {
      key: "choice",
      header: t("people.choice"),
      cell: (person) =>
        choicesOf(person).map(({ line, choice }) => (
          <div key={line}>
            {t(`line.${line}`)}: {choiceText(t, choice)}
          </div>
        )),
    },
    {
      key: "covered",
      header: t("people.covered"),
      cell: (person) => <CoveredPeople t={t} locale={locale} choices={person.choices} />,
    },
    {
      key: "premium",
      header: t("people.premium"),
      align: "right",
      cell: (person) => amount(person, (choice) => choice.totalPremiumMonthlyCents),
    },
    {
      key: "share",
      header: t("people.share"),
      align: "right",
      cell: (person) => amount(person, (choice) => choice.employerShareMonthlyCents),
    },
  ];
}

/** Who is covered; line by line only where the lines differ. */
function CoveredPeople({
  t,
  locale,
  choices,
}: { t: TFunction; choices: readonly ReviewChoice[] } & Pick<Terms, "locale">) {
  const named = choices.flatMap(({ line, covered }) => {
    const names = covered.map(({ firstName }) => firstName);
    return names.length === 0 ? [] : [{ line, names: formatList(locale, names) }];
  });
  if (named.length === 0) return "–";
  if (new Set(named.map(({ names }) => names)).size === 1) return named[0]?.names;
  return named.map(({ line, names }) => (
    <div key={line}>
      {t(`line.${line}`)}: {names}
    </div>
  ));
}

function choiceText(t: TFunction, choice: ReviewChoice | undefined): string {
  if (!choice) return t("people.undecided");
  if (choice.kind === "elect") return choice.planName ?? t("people.plan");
  return t(`waived.${choice.waiverReason ?? "none-of-these"}`);
}
