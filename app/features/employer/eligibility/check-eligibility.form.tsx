import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { employerAttestations } from "~/domain/eligibility/employer-eligibility.rule";
import { marketplaceCalculatorFte, type FteCount } from "~/domain/eligibility/fte-count.rule";
import type { FormReply } from "~/platform/forms/parse-form";
import { ActForm } from "~/ui/forms/act-form";
import { RadioGroup } from "~/ui/forms/choice-fields";
import { DraftStatus } from "~/ui/forms/draft-status";
import { FormActions, SubmitButton } from "~/ui/forms/form-buttons";
import { TextField } from "~/ui/forms/text-fields";
import { useActForm } from "~/ui/forms/use-act-form";
import { Section } from "~/ui/frame/page-parts";
import { checkEligibilitySchema, sizeMethods, yesOrNo } from "./check-eligibility.schema";
import { FteWorking } from "./fte-working";

type CheckEligibilityFormProps = {
  /** Under which what is typed is kept. */
  formKey: string;
  reply: FormReply | undefined;
  /** The answers of the last time. */
  values: Readonly<Record<string, string>>;
  stateName: string;
  sizeLimitFte: number;
};

export function CheckEligibilityForm({ formKey, reply, values, stateName, sizeLimitFte }: CheckEligibilityFormProps) {
  const { t } = useTranslation("employer");
  const form = useActForm(checkEligibilitySchema, reply);
  const labels = Object.fromEntries(
    ["sizeMethod", "fullTimeHeads", "partTimeWeeklyHours", "fte", ...employerAttestations].map((name) => [
      name,
      t(`eligibility.short.${name}`),
    ]),
  );
  return (
    <ActForm form={form} labels={labels} draftStatus={<DraftStatus formKey={formKey} formRef={form.formRef} isQuiet />}>
      <SizeFields values={values} />
      <Section heading={t("eligibility.statements")}>
        <p>{t("eligibility.statementsLead")}</p>
        {employerAttestations.map((name) => (
          <RadioGroup
            key={name}
            name={name}
            label={t(`eligibility.${name}`, { state: stateName, limit: sizeLimitFte })}
            hint={t(`eligibility.hint.${name}`)}
            choices={yesOrNo.map((value) => ({ value, label: t(`eligibility.${value}`) }))}
            defaultValue={values[name]}
          />
        ))}
      </Section>
      <FormActions>
        <SubmitButton>{t("eligibility.submit")}</SubmitButton>
      </FormActions>
    </ActForm>
  );
}

type SizeMethod = (typeof sizeMethods)[number];

function SizeFields({ values }: { values: Readonly<Record<string, string>> }) {
  const { t } = useTranslation("employer");
  const [count, setCount] = useState<FteCount | undefined>(undefined);
  // Without scripts both ways stay on the page, and the radio says which one counts.
  const [method, setMethod] = useState<SizeMethod | undefined>(undefined);
  const box = useRef<HTMLDivElement>(null);
  const look = () => {
    const element = box.current?.closest("form");
    if (!element) return;
    const form = new FormData(element);
    setCount(countOf(form));
    setMethod(sizeMethods.find((known) => known === form.get("sizeMethod")));
  };
  useEffect(look, []);
  return (
    <Section heading={t("eligibility.size")}>
      <p>{t("eligibility.sizeLead")}</p>
      <div ref={box} onInput={look}>
        <RadioGroup
          name="sizeMethod"
          label={t("eligibility.sizeMethod")}
          choices={sizeMethods.map((value) => ({ value, label: t(`eligibility.method.${value}`) }))}
          defaultValue={values["sizeMethod"] ?? "count"}
        />
        <div hidden={method === "typed"}>
          <CountFields values={values} />
          <div aria-live="polite">{count ? <LiveCount count={count} /> : null}</div>
        </div>
        <div hidden={method === "count"}>
          <TextField
            name="fte"
            label={t("eligibility.fte")}
            hint={t("eligibility.fteHint")}
            defaultValue={values["sizeMethod"] === "typed" ? values["fte"] : undefined}
            width="2xs"
            inputMode="numeric"
            autoComplete="off"
          />
        </div>
      </div>
    </Section>
  );
}

function CountFields({ values }: { values: Readonly<Record<string, string>> }) {
  const { t } = useTranslation("employer");
  return (
    <>
      <TextField
        name="fullTimeHeads"
        label={t("eligibility.fullTimeHeads")}
        hint={t("eligibility.fullTimeHeadsHint")}
        defaultValue={values["fullTimeHeads"]}
        width="2xs"
        inputMode="numeric"
        autoComplete="off"
      />
      <TextField
        name="partTimeWeeklyHours"
        label={t("eligibility.partTimeWeeklyHours")}
        hint={t("eligibility.partTimeWeeklyHoursHint")}
        defaultValue={values["partTimeWeeklyHours"]}
        width="2xs"
        inputMode="decimal"
        autoComplete="off"
      />
    </>
  );
}

function LiveCount({ count }: { count: FteCount }) {
  const { t } = useTranslation("employer");
  return (
    <div className="usa-form-group">
      <p>
        <strong>{t("eligibility.liveCount", { fte: count.fte })}</strong>
      </p>
      <FteWorking steps={count.steps} fte={count.fte} />
    </div>
  );
}

/** Undefined until both numbers are there. */
function countOf(form: FormData): FteCount | undefined {
  const [heads, hours] = [form.get("fullTimeHeads"), form.get("partTimeWeeklyHours")];
  if (!heads || !hours || form.get("sizeMethod") !== "count") return undefined;
  const outcome = marketplaceCalculatorFte({ fullTimeHeads: Number(heads), partTimeWeeklyHours: Number(hours) });
  return outcome.ok ? outcome.value : undefined;
}
