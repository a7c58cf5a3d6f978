import { useEffect, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { contributionSchemeMethods } from "~/domain/contribution/schemes/contribution-scheme";
import type { ChoiceModel } from "~/domain/exchange-profile/exchange-profile";
import type { Cents } from "~/domain/money/cents";
import { planTitle } from "~/domain/plan-catalog/plan-title";
import type { FormReply } from "~/platform/forms/parse-form";
import { Button } from "~/ui/content/button";
import { formatCents } from "~/ui/format/money";
import { useLocale } from "~/ui/format/use-locale";
import { ActForm } from "~/ui/forms/act-form";
import { RadioGroup, SelectField } from "~/ui/forms/choice-fields";
import { FormActions, SubmitButton } from "~/ui/forms/form-buttons";
import { useActForm } from "~/ui/forms/use-act-form";
import {
  ContributionFields,
  type ContributionFormFields,
  type ContributionSwitches,
} from "./contribution/contribution-fields";
import { amountFields, partTimeAmountFields } from "./contribution/contribution-terms.schema";
import { offeredLevels, saveOfferSchema, type OfferTermsInput } from "./offer.schema";

export type OfferFormPlan = {
  readonly planId: string;
  readonly issuerId: string;
  readonly issuerName: string;
  readonly name: string;
  readonly level: string;
  readonly premiumCents: Cents | null;
};

export type OfferFormFields = ContributionFormFields & {
  readonly models: readonly ChoiceModel[];
  readonly plans: readonly OfferFormPlan[];
  readonly terms: Partial<OfferTermsInput>;
  /** None: prices are those of the example. */
  readonly employeeCount: number;
  readonly version: number;
};

type Narrowing = ContributionSwitches & {
  readonly choiceModel: string;
  readonly metalLevel: string;
  readonly issuerId: string;
  readonly referencePlanId: string;
};

type OfferFormProps = {
  fields: OfferFormFields;
  reply: FormReply | undefined;
  /** Where designs are compared. */
  compareAt: string;
  /** Called with what the form says now, when scripts run. */
  onTermsChange: (terms: URLSearchParams) => void;
};

/** Which plans, which reference plan, which shares. "Show the cost" asks the server by address and saves nothing. */
export function OfferForm({ fields, reply, compareAt, onTermsChange }: OfferFormProps) {
  const { t } = useTranslation(["plans", "offer-design"]);
  const form = useActForm(saveOfferSchema, reply);
  const { terms } = fields;
  // Before scripts run every plan can be picked; the server says when one does not fit.
  const [narrowing, setNarrowing] = useState<Narrowing | null>(null);
  const labels = useOfferLabels();
  const { formRef } = form;
  useEffect(() => {
    if (formRef.current) setNarrowing(narrowingOf(new FormData(formRef.current)));
  }, [formRef]);
  const changed = (event: FormEvent<HTMLFormElement>) => {
    const now = new FormData(event.currentTarget);
    setNarrowing(narrowingOf(now));
    onTermsChange(new URLSearchParams([...now].map(([name, value]) => [name, String(value)])));
  };
  return (
    <ActForm form={form} labels={labels} onChange={changed}>
      <input type="hidden" name="version" value={fields.version} />
      <RadioGroup
        name="choiceModel"
        label={t("offer.model")}
        tiles
        choices={fields.models.map((model) => ({
          value: model,
          label: t(`model.${model}`),
          description: t(`model.${model}-text`),
        }))}
        defaultValue={terms.choiceModel}
      />
      <SetFields fields={fields} model={narrowing?.choiceModel} />
      <ReferencePlanField fields={fields} narrowing={narrowing} />
      <ContributionFields fields={fields} now={narrowing} />
      <FormActions>
        <SubmitButton>{t("shared:action.saveAndContinue")}</SubmitButton>
        <Button type="submit" look="secondary" formMethod="get">
          {t("offer.preview")}
        </Button>
        <Button type="submit" look="secondary" formMethod="get" formAction={compareAt}>
          {t("offer-design:scenarios.compare")}
        </Button>
      </FormActions>
    </ActForm>
  );
}

/** What the summary of problems calls each field. */
function useOfferLabels(): Readonly<Record<string, string>> {
  const { t } = useTranslation(["plans", "contribution"]);
  const tiers = Object.entries(amountFields).map(([tier, name]) => [name, t(`contribution:form.${tier}`)]);
  const partTimeTiers = Object.entries(partTimeAmountFields).map(([tier, name]) => [
    name,
    t("contribution:form.partTimeTier", { tier: t(`contribution:form.${tier}`) }),
  ]);
  return {
    ...{ choiceModel: t("offer.model"), metalLevel: t("offer.level"), issuerId: t("offer.issuer") },
    ...{ method: t("contribution:method.label"), referencePlanId: t("offer.reference") },
    employeeBasisPoints: t("offer.employeeShare"),
    dependentsBasisPoints: t("offer.dependentsShare"),
    spouseBasisPoints: t("contribution:form.spouseShare"),
    partnerBasisPoints: t("contribution:form.partnerShare"),
    childBasisPoints: t("contribution:form.childShare"),
    partTimeEmployeeBasisPoints: t("contribution:form.partTimeEmployeeShare"),
    partTimeDependentsBasisPoints: t("contribution:form.partTimeDependentsShare"),
    ...(Object.fromEntries([...tiers, ...partTimeTiers]) as Record<string, string>),
  };
}

function narrowingOf(form: FormData): Narrowing {
  const text = (name: string) => String(form.get(name) ?? "");
  return {
    ...{ choiceModel: text("choiceModel"), metalLevel: text("metalLevel"), issuerId: text("issuerId") },
    referencePlanId: text("referencePlanId"),
    method: contributionSchemeMethods.find((method) => method === text("method")) ?? "reference-plan-percent",
    ...{ finerShares: form.has("finerShares"), partTimeApart: form.has("partTimeApart") },
  };
}

/** Without scripts both lists stay on the page, and the choice says which one counts. */
function SetFields({ fields, model }: { fields: OfferFormFields; model: string | undefined }) {
  const { t } = useTranslation("plans");
  const { plans, terms, models } = fields;
  const levels = offeredLevels.filter((level) => plans.some((plan) => plan.level === level));
  const issuers = new Map(plans.map((plan) => [plan.issuerId, plan.issuerName]));
  const countOf = (matches: (plan: OfferFormPlan) => boolean) => plans.filter(matches).length;
  return (
    <>
      {models.includes("metal-level") ? (
        <div hidden={model !== undefined && model !== "metal-level"}>
          <SelectField
            name="metalLevel"
            label={t("offer.level")}
            hint={t("offer.levelHint")}
            choices={levels.map((level) => ({
              value: level,
              label: t("filter.withCount", {
                label: t(`level.${level}`),
                count: countOf((plan) => plan.level === level),
              }),
            }))}
            defaultValue={terms.metalLevel}
          />
        </div>
      ) : null}
      {models.includes("single-issuer") ? (
        <div hidden={model !== undefined && model !== "single-issuer"}>
          <SelectField
            name="issuerId"
            label={t("offer.issuer")}
            hint={t("offer.issuerHint")}
            choices={[...issuers].map(([issuerId, name]) => ({
              value: issuerId,
              label: t("filter.withCount", { label: name, count: countOf((plan) => plan.issuerId === issuerId) }),
            }))}
            defaultValue={terms.issuerId}
          />
        </div>
      ) : null}
    </>
  );
}

function ReferencePlanField({ fields, narrowing }: { fields: OfferFormFields; narrowing: Narrowing | null }) {
  const { t } = useTranslation(["plans", "contribution"]);
  const locale = useLocale();
  const shown = fields.plans.filter((plan) => fits(plan, narrowing) || plan.planId === fields.terms.referencePlanId);
  const words = (plan: OfferFormPlan) => {
    const params = { plan: planTitle(plan), level: t(`level.${plan.level}`) };
    if (plan.premiumCents === null) return t("offer.planWithoutPrice", params);
    const amount = formatCents(locale, plan.premiumCents);
    return t(fields.employeeCount > 0 ? "offer.planWithPrice" : "offer.planWithExample", { ...params, amount });
  };
  const picked = narrowing ? narrowing.referencePlanId : fields.terms.referencePlanId;
  const chosen = fields.plans.find((plan) => plan.planId === picked);
  return (
    <>
      <SelectField
        name="referencePlanId"
        label={t("offer.reference")}
        hint={t(fields.methods.length > 1 ? "contribution:form.referenceShown" : "offer.referenceHint")}
        choices={shown.map((plan) => ({ value: plan.planId, label: words(plan) }))}
        defaultValue={fields.terms.referencePlanId}
      />
      {/* A closed list cuts long names off, on a phone most of them. */}
      {chosen ? <p className="sf-picked">{words(chosen)}</p> : null}
    </>
  );
}

function fits(plan: OfferFormPlan, narrowing: Narrowing | null): boolean {
  if (narrowing?.choiceModel === "metal-level" && narrowing.metalLevel) return plan.level === narrowing.metalLevel;
  if (narrowing?.choiceModel === "single-issuer" && narrowing.issuerId) return plan.issuerId === narrowing.issuerId;
  return true;
}
