import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { employmentTypes, rosterStandings } from "~/domain/household/employment";
import { SelectField } from "~/ui/forms/choice-fields";
import { SubmitButton } from "~/ui/forms/form-buttons";
import { TextField } from "~/ui/forms/text-fields";
import { rosterStatuses, type RosterSearch } from "./roster-list.search";

/** A form that puts the filters into the address; with or without scripts. */
export function RosterFilters({ search }: { search: RosterSearch }) {
  const { t } = useTranslation(["roster", "shared"]);
  const choices = (values: readonly string[], prefix: string) =>
    values.map((value) => ({ value, label: t(`${prefix}.${value}`) }));
  const { basis, owner, status, standing } = search;
  const hasMore = Boolean(basis || owner || status || standing === "removed");
  return (
    <Form method="get" role="search" aria-label={t("filter.label")} className="sf-filters" key={JSON.stringify(search)}>
      <TextField name="q" type="search" label={t("filter.text")} defaultValue={search.q} autoComplete="off" />
      <SubmitButton look="secondary">{t("shared:action.search")}</SubmitButton>
      <details className="sf-filters__more" open={hasMore}>
        <summary>{t("filter.more")}</summary>
        <div className="sf-filters__fields">
          <SelectField
            name="basis"
            label={t("filter.basis")}
            choices={choices(employmentTypes, "basis")}
            defaultValue={search.basis}
            blank={t("shared:form.any")}
          />
          <SelectField
            name="owner"
            label={t("filter.owner")}
            choices={choices(["yes", "no"], "ownerChoice")}
            defaultValue={search.owner}
            blank={t("shared:form.any")}
          />
          <SelectField
            name="status"
            label={t("filter.status")}
            choices={choices(rosterStatuses, "status")}
            defaultValue={search.status}
            blank={t("shared:form.any")}
          />
          <SelectField
            name="standing"
            label={t("filter.standing")}
            choices={choices(rosterStandings, "standing")}
            defaultValue={search.standing}
            blank={false}
          />
        </div>
      </details>
      {search.sort === "name" ? null : <input type="hidden" name="sort" value={search.sort} />}
      {search.order === "asc" ? null : <input type="hidden" name="order" value={search.order} />}
    </Form>
  );
}
