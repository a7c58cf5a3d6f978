import { useTranslation } from "react-i18next";
import { CheckboxField, RadioGroup } from "~/ui/forms/choice-fields";
import { FileField } from "~/ui/forms/file-field";
import { TextAreaField } from "~/ui/forms/text-area-field";
import { TextField } from "~/ui/forms/text-fields";
import { censusFileLargestBytes, censusWays, familyRowsAtFirst, familyRowsMore } from "./census-ages.schema";

type Typed = Readonly<Record<string, readonly string[]>>;

/** How many rows for families were filled in. */
function filledRows(typed: Typed): number {
  const used = Object.entries(typed).flatMap(([name, [value = ""]]) => {
    const row = /^families\.(\d{1,3})\./.exec(name)?.[1];
    return row !== undefined && value !== "" ? [Number(row) + 1] : [];
  });
  return Math.max(0, ...used);
}

/** What each field is called, for the summary of problems. */
export function useCensusLabels(typed: Typed): Readonly<Record<string, string>> {
  const { t } = useTranslation("quote");
  const rows = Array.from({ length: filledRows(typed) }, (_, index) => index);
  const ofRow = (index: number) =>
    (["age", "spouse", "children"] as const).map((name) => [
      `families.${index}.${name}`,
      t("people.fieldOfRow", { row: index + 1, field: t(`people.${name}`) }),
    ]);
  return {
    ...{ ages: t("people.ages"), ...Object.fromEntries(rows.flatMap(ofRow)) },
    ...{ list: t("people.list"), file: t("people.file") },
  };
}

/** The people of a visitor's business: typed ages, or a list from a spreadsheet. The other way is hidden by style. */
export function CensusFields({ typed }: { typed: Typed }) {
  const { t } = useTranslation("quote");
  const shown = Math.max(familyRowsAtFirst, filledRows(typed));
  const row = (index: number) => <FamilyRow key={index} index={index} />;
  return (
    <>
      <RadioGroup
        name="way"
        label={t("people.way")}
        choices={censusWays.map((way) => ({ value: way, label: t(`way.${way}`), description: t(`way.${way}Text`) }))}
        defaultValue="ages"
        tiles
      />
      <div className="sf-quote__way sf-quote__way--ages">
        <TextField name="ages" label={t("people.ages")} hint={t("people.agesHint")} width="full" autoComplete="off" />
        <h3>{t("people.families")}</h3>
        <p>{t("people.familiesHint")}</p>
        {Array.from({ length: shown }, (_, index) => row(index))}
        <details className="sf-explain sf-explain--wide">
          <summary className="sf-explain__summary">{t("people.more")}</summary>
          <div className="sf-explain__body">
            {Array.from({ length: familyRowsMore }, (_, index) => row(shown + index))}
          </div>
        </details>
      </div>
      <div className="sf-quote__way sf-quote__way--list">
        <TextAreaField
          name="list"
          label={t("people.list")}
          hint={t("people.listHint")}
          rows={10}
          spellCheck={false}
          autoComplete="off"
          wrap="off"
        />
        <p>{t("people.noSsn")}</p>
        <FileField
          name="file"
          label={t("people.file")}
          hint={t("people.fileHint", { kilobytes: censusFileLargestBytes / 1_000 })}
          accept=".csv,.txt,.tsv,text/csv"
          optional
        />
      </div>
    </>
  );
}

function FamilyRow({ index }: { index: number }) {
  const { t } = useTranslation("quote");
  const name = (field: string) => `families.${index}.${field}`;
  return (
    <fieldset className="usa-fieldset sf-quote__row">
      <legend className="usa-legend">{t("people.row", { row: index + 1 })}</legend>
      <TextField name={name("age")} label={t("people.age")} width="2xs" inputMode="numeric" autoComplete="off" />
      <TextField name={name("spouse")} label={t("people.spouse")} width="2xs" inputMode="numeric" autoComplete="off" />
      <TextField name={name("children")} label={t("people.children")} width="sm" autoComplete="off" />
      <CheckboxField name={name("tobacco")} label={t("people.tobacco")} />
    </fieldset>
  );
}
