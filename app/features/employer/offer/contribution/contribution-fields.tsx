import { useTranslation } from "react-i18next";
import { leastUniformShare } from "~/domain/contribution/minimums/uniform-percentage.rule";
import type { CoverageLine } from "~/domain/coverage-line";
import { partsOf, type CalendarDate } from "~/domain/calendar/calendar-date";
import type { ContributionSchemeMethod } from "~/domain/contribution/schemes/contribution-scheme";
import type { ContributionMinimum } from "~/domain/exchange-profile/exchange-profile";
import type { BasisPoints } from "~/domain/money/cents";
import { coverageTiers } from "~/domain/rating/composite/coverage-tier";
import { formatBasisPoints } from "~/ui/format/money";
import { useLocale } from "~/ui/format/use-locale";
import { CheckboxField, RadioGroup } from "~/ui/forms/choice-fields";
import { useFieldState } from "~/ui/forms/form-context";
import { PercentSlider, type SliderMark } from "~/ui/forms/percent-slider";
import { PercentField, TextField } from "~/ui/forms/text-fields";
import {
  amountFields,
  fieldCounts,
  partTimeAmountFields,
  type ContributionTerms,
  type MoneyField,
} from "./contribution-terms.schema";

export type ContributionFormFields = {
  readonly line: CoverageLine;
  readonly methods: readonly ContributionSchemeMethod[];
  readonly terms: Partial<ContributionTerms>;
  readonly minimum: ContributionMinimum;
  readonly startOn: CalendarDate;
  readonly offersDependents: boolean;
};

/** What the form says now; null before scripts run, when every field stands on the page. */
export type ContributionSwitches = Pick<ContributionTerms, "method" | "finerShares" | "partTimeApart">;

type FieldsProps = { fields: ContributionFormFields; now: ContributionSwitches | null };

/** How the business pays and how much. Fields that the picked way does not ask for are put away; the server ignores them. */
export function ContributionFields(props: FieldsProps) {
  const { t } = useTranslation("contribution");
  const { methods, terms } = props.fields;
  return (
    <>
      {methods.length > 1 ? (
        <RadioGroup
          name="method"
          label={t("method.label")}
          tiles
          choices={methods.map((method) => ({
            value: method,
            label: t(`method.${method}`),
            description: t(`method.${method}-text`),
          }))}
          defaultValue={terms.method}
        />
      ) : (
        <input type="hidden" name="method" value={methods[0]} />
      )}
      <ShareFields {...props} />
      {methods.some(paysDollars) ? <AmountFields {...props} /> : null}
      <FinerFields {...props} />
    </>
  );
}

function paysDollars(method: string): boolean {
  return method === "fixed-dollars" || method === "capped-percent";
}

/** Put away once scripts know that the field says nothing. */
function idle(name: MoneyField, now: ContributionSwitches | null): boolean {
  return now !== null && !fieldCounts(name, now);
}

/** What is on file for a field that counts; an empty box elsewhere. */
function onFile<Name extends MoneyField>(name: Name, terms: Partial<ContributionTerms>) {
  const { method = "reference-plan-percent", finerShares = false, partTimeApart = false } = terms;
  return fieldCounts(name, { method, finerShares, partTimeApart }) ? terms[name] : undefined;
}

function useMinimumHint({ minimum, startOn }: ContributionFormFields) {
  const { t } = useTranslation(["contribution", "plans"]);
  const locale = useLocale();
  const isWaived = minimum.waivedStartMonths.includes(partsOf(startOn).month);
  return (least: BasisPoints, { asked, otherwise }: { asked: string; otherwise: string }) => {
    const share = formatBasisPoints(locale, least);
    if (least === 0) return t(otherwise);
    return isWaived ? t("contribution:form.waivedShare", { share }) : t(asked, { share });
  };
}

function ShareFields({ fields, now }: FieldsProps) {
  const { t } = useTranslation(["plans", "contribution", "offer-design"]);
  const { terms, minimum, offersDependents, methods, line } = fields;
  return (
    <div hidden={idle("employeeBasisPoints", now)}>
      {now === null && methods.some(paysDollars) ? (
        <p className="usa-hint">{t("contribution:form.sharesOff")}</p>
      ) : null}
      <ShareField
        name="employeeBasisPoints"
        label={t("offer.employeeShare")}
        otherwise="plans:offer.employeeShareHint"
        sliderName={t("offer-design:slider.employee")}
        least={minimum.employeeBasisPoints}
        fields={fields}
        defaultValue={onFile("employeeBasisPoints", terms)}
        line={line === "medical" ? { at: leastUniformShare, label: t("offer-design:slider.credit") } : undefined}
      />
      {offersDependents ? (
        <div hidden={idle("dependentsBasisPoints", now)}>
          <ShareField
            name="dependentsBasisPoints"
            label={t("offer.dependentsShare")}
            otherwise="plans:offer.dependentsShareHint"
            sliderName={t("offer-design:slider.dependents")}
            least={minimum.dependentsBasisPoints}
            fields={fields}
            defaultValue={onFile("dependentsBasisPoints", terms)}
          />
        </div>
      ) : (
        <input type="hidden" name="dependentsBasisPoints" value="0" />
      )}
    </div>
  );
}

type ShareFieldProps = {
  name: string;
  label: string;
  /** Key of the hint where no minimum is asked. */
  otherwise: string;
  sliderName: string;
  least: BasisPoints;
  fields: ContributionFormFields;
  defaultValue: BasisPoints | undefined;
  line?: { at: BasisPoints; label: string } | undefined;
};

function ShareField({ least, line, otherwise, fields, ...field }: ShareFieldProps) {
  const { t } = useTranslation(["plans", "offer-design"]);
  const locale = useLocale();
  const hintOf = useMinimumHint(fields);
  const isWaived = fields.minimum.waivedStartMonths.includes(partsOf(fields.startOn).month);
  const inForce = least > 0 && !isWaived;
  const share = formatBasisPoints(locale, least);
  const floor: SliderMark = { kind: "floor", at: least, label: t("offer-design:slider.minimum", { share }) };
  const marks: SliderMark[] = inForce ? [floor] : line ? [{ kind: "line", ...line }] : [];
  const valueText = (value: BasisPoints) => {
    const said = formatBasisPoints(locale, value);
    return inForce && value < least ? t("offer-design:slider.tooLow", { share: said, least: share }) : said;
  };
  const hint = hintOf(least, { asked: "plans:offer.minimum", otherwise });
  return <PercentSlider {...field} hint={hint} marks={marks} valueText={valueText} />;
}

/** The same four boxes are the amounts of one way of paying and the limits of another. */
function AmountFields({ fields, now }: FieldsProps) {
  const { t } = useTranslation("contribution");
  const { minimum } = fields;
  const hintOf = useMinimumHint(fields);
  const asked = { asked: "contribution:form.amountsMinimum", otherwise: "contribution:form.amountsHint" };
  return (
    <fieldset className="usa-fieldset" hidden={idle("aloneCents", now)}>
      <legend className="usa-label">{t(now?.method === "capped-percent" ? "form.limits" : "form.amounts")}</legend>
      <span className="usa-hint sf-hint">{hintOf(minimum.employeeBasisPoints, asked)}</span>
      <TierFields names={amountFields} fields={fields} labelOf={(tier) => t(`form.${tier}`)} />
    </fieldset>
  );
}

type TierNames = typeof amountFields | typeof partTimeAmountFields;
type TierProps = { names: TierNames; fields: ContributionFormFields; labelOf: (tier: string) => string };

function TierFields({ names, fields: { terms, offersDependents }, labelOf }: TierProps) {
  return (
    <>
      {coverageTiers.map((tier) => {
        const name = names[tier];
        if (tier !== "employee-only" && !offersDependents)
          return <input key={tier} type="hidden" name={name} value="0" />;
        const amount = onFile(name, terms);
        return (
          <TextField
            key={tier}
            name={name}
            label={labelOf(tier)}
            width="xs"
            prefix="$"
            inputMode="decimal"
            autoComplete="off"
            defaultValue={amount === undefined ? undefined : (amount / 100).toFixed(2)}
          />
        );
      })}
    </>
  );
}

/** Off unless somebody wants it: the simple offer stays simple. */
function FinerFields({ fields, now }: FieldsProps) {
  const { t } = useTranslation("contribution");
  const { terms, offersDependents, methods } = fields;
  const share = (name: Extract<MoneyField, `${string}BasisPoints`>, label: string) => (
    <div hidden={idle(name, now)}>
      <PercentField name={name} label={t(label)} defaultValue={onFile(name, terms)} />
    </div>
  );
  const finer = useFieldState("finerShares").typed ?? (terms.finerShares ? ["on"] : []);
  const apart = useFieldState("partTimeApart").typed ?? (terms.partTimeApart ? ["on"] : []);
  return (
    <details className="sf-explain" open={finer.length + apart.length > 0}>
      <summary className="sf-explain__summary">{t("form.more")}</summary>
      <div className="sf-explain__body">
        {offersDependents ? (
          <div hidden={now?.method === "fixed-dollars"}>
            <CheckboxField
              name="finerShares"
              label={t("form.finerShares")}
              hint={t("form.finerSharesHint")}
              defaultChecked={terms.finerShares === true}
            />
            {share("spouseBasisPoints", "form.spouseShare")}
            {share("partnerBasisPoints", "form.partnerShare")}
            {share("childBasisPoints", "form.childShare")}
          </div>
        ) : null}
        <CheckboxField
          name="partTimeApart"
          label={t("form.partTimeApart")}
          hint={t("form.partTimeApartHint")}
          defaultChecked={terms.partTimeApart === true}
        />
        {share("partTimeEmployeeBasisPoints", "form.partTimeEmployeeShare")}
        {offersDependents ? (
          share("partTimeDependentsBasisPoints", "form.partTimeDependentsShare")
        ) : (
          <input type="hidden" name="partTimeDependentsBasisPoints" value="0" />
        )}
        {methods.some(paysDollars) ? (
          <div hidden={idle("partTimeAloneCents", now)}>
            <TierFields
              names={partTimeAmountFields}
              fields={fields}
              labelOf={(tier) => t("form.partTimeTier", { tier: t(`form.${tier}`) })}
            />
          </div>
        ) : null}
      </div>
    </details>
  );
}
