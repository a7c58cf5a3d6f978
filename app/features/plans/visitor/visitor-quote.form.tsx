import { useFetcher } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarDate } from "~/domain/calendar/calendar-date";
import type { FormReply } from "~/platform/forms/parse-form";
import { ActForm } from "~/ui/forms/act-form";
import { RadioGroup, SelectField } from "~/ui/forms/choice-fields";
import { FormActions, SubmitButton } from "~/ui/forms/form-buttons";
import { TextField } from "~/ui/forms/text-fields";
import { formatDate } from "~/ui/format/dates";
import { useLocale } from "~/ui/format/use-locale";
import { Section } from "~/ui/frame/page-parts";

/** What there is to choose from at the place. */
export type PlaceChoices = {
  readonly counties: readonly { readonly fips: string; readonly name: string }[];
  readonly starts: readonly { readonly startOn: CalendarDate }[];
};

type QuoteFormProps = {
  reply: FormReply;
  choices: PlaceChoices;
  labels: Readonly<Record<string, string>>;
  /** The fields about the people. */
  children: ReactNode;
};

export function VisitorQuoteForm({ reply, choices, labels, children }: QuoteFormProps) {
  const { t } = useTranslation("quote");
  const names = { zip: t("place.zip"), countyFips: t("place.county"), startOn: t("place.start"), ...labels };
  return (
    <ActForm reply={reply} labels={names} encType="multipart/form-data" className="sf-form--wide sf-quote">
      <Section heading={t("place.heading")}>
        <PlaceFields choices={choices} />
      </Section>
      <Section heading={t("people.heading")}>{children}</Section>
      <FormActions>
        <SubmitButton>{t("form.submit")}</SubmitButton>
      </FormActions>
    </ActForm>
  );
}

/** With scripts the counties and months follow the ZIP; without, the answer to the form brings them. */
function PlaceFields({ choices }: { choices: PlaceChoices }) {
  const { t } = useTranslation("quote");
  const locale = useLocale();
  const lookUp = useFetcher<PlaceChoices>();
  const { counties, starts } = lookUp.data ?? choices;
  const ask = (zip: string) => {
    if (/^\d{5}$/.test(zip.trim())) lookUp.submit({ intent: "place", zip }, { method: "post", action: "/quote?index" });
  };
  return (
    <>
      <TextField
        name="zip"
        label={t("place.zip")}
        hint={t("place.zipHint")}
        width="xs"
        inputMode="numeric"
        autoComplete="postal-code"
        onChange={(event) => ask(event.currentTarget.value)}
      />
      {counties.length > 1 ? (
        <RadioGroup
          name="countyFips"
          label={t("place.county")}
          hint={t("place.countyHint")}
          choices={counties.map(({ fips, name }) => ({ value: fips, label: name }))}
        />
      ) : null}
      <SelectField
        key={starts.map(({ startOn }) => startOn).join()}
        name="startOn"
        label={t("place.start")}
        hint={t("place.startHint")}
        choices={starts.map(({ startOn }) => ({ value: startOn, label: formatDate(locale, startOn, "month") }))}
        blank={false}
      />
    </>
  );
}
