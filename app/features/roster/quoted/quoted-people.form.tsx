import { useTranslation } from "react-i18next";
import type { Problem } from "~/domain/problem";
import { LinkButton } from "~/ui/content/button";
import { ActForm } from "~/ui/forms/act-form";
import { FormActions, SubmitButton } from "~/ui/forms/form-buttons";
import { TextField } from "~/ui/forms/text-fields";
import type { QuotedPerson } from "./quoted-people.schema";

type FormProps = { people: readonly QuotedPerson[]; problems: readonly Problem[]; laterTo: string };
const shownFields = ["firstName", "lastName", "bornOn", "hiredOn"] as const;

/** The people of a quote, each with what the roster still asks. What was said before is filled in. */
export function QuotedPeopleForm({ people, problems, laterTo }: FormProps) {
  const { t } = useTranslation("quote");
  const labels = Object.fromEntries(
    people.flatMap((_, index) =>
      shownFields.map((name) => [
        `people.${index}.${name}`,
        t("carry.fieldOf", { field: t(`carry.${name}`), row: index + 1 }),
      ]),
    ),
  );
  return (
    <ActForm reply={{ problems, values: {} }} labels={labels} className="sf-form--wide">
      {people.map((person, index) => (
        <PersonRow key={index} person={person} index={index} />
      ))}
      <FormActions>
        <SubmitButton>{t("carry.submit", { count: people.length })}</SubmitButton>
        <LinkButton to={laterTo} look="quiet">
          {t("carry.later")}
        </LinkButton>
      </FormActions>
    </ActForm>
  );
}

function PersonRow({ person, index }: { person: QuotedPerson; index: number }) {
  const { t } = useTranslation("quote");
  const name = (field: string) => `people.${index}.${field}`;
  const isEmployee = person.relationship === "self";
  const hidden = ["family", "relationship", "usesTobacco", "ageYears"] as const;
  const age = person.ageYears === "" ? "" : t("carry.aged", { count: Number(person.ageYears) });
  const relationship = t(`relationship.${person.relationship}`);
  return (
    <fieldset className="usa-fieldset sf-quote__row sf-quote__person">
      <legend className="usa-legend">
        {t(age ? "carry.person" : "carry.personPlain", { row: index + 1, relationship, who: age })}
      </legend>
      {hidden.map((field) => (
        <input key={field} type="hidden" name={name(field)} value={person[field]} />
      ))}
      <TextField name={name("firstName")} label={t("carry.firstName")} defaultValue={person.firstName} />
      <TextField name={name("lastName")} label={t("carry.lastName")} defaultValue={person.lastName} />
      <TextField
        name={name("bornOn")}
        label={t("carry.bornOn")}
        width="sm"
        placeholder={t("carry.datePattern")}
        defaultValue={person.bornOn}
      />
      {isEmployee ? (
        <TextField
          name={name("hiredOn")}
          label={t("carry.hiredOn")}
          width="sm"
          placeholder={t("carry.datePattern")}
          defaultValue={person.hiredOn}
        />
      ) : (
        <input type="hidden" name={name("hiredOn")} value="" />
      )}
    </fieldset>
  );
}
