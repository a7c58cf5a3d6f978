import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SelectField } from "~/ui/forms/choice-fields";
import { SubmitButton } from "~/ui/forms/form-buttons";
import { TextField } from "~/ui/forms/text-fields";
import { boardFilters, type BoardSearch } from "./board.search";

/** A form that puts the filters into the address; with or without scripts. */
export function BoardFilters({ search }: { search: BoardSearch }) {
  const { t } = useTranslation(["enrollment", "shared"]);
  const steps = boardFilters.map((value) => ({ value, label: t(`step.${value}`) }));
  return (
    <Form method="get" role="search" aria-label={t("filter.label")} className="sf-filters" key={JSON.stringify(search)}>
      <TextField name="q" type="search" label={t("filter.text")} defaultValue={search.q} autoComplete="off" />
      <SelectField
        name="step"
        label={t("filter.step")}
        choices={steps}
        defaultValue={search.step}
        blank={t("shared:form.any")}
      />
      <SubmitButton look="secondary">{t("shared:action.search")}</SubmitButton>
      {search.sort === "name" ? null : <input type="hidden" name="sort" value={search.sort} />}
      {search.order === "asc" ? null : <input type="hidden" name="order" value={search.order} />}
    </Form>
  );
}
