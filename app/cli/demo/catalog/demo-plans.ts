import { demoIssuers, type DemoIssuer } from "./demo-issuers";

/** What one plan pays for and charges; dollars are whole. */
export type PlanDesign = {
  readonly name: string;
  readonly metalLevel: string;
  /** Share of costs the plan pays for a standard population; it drives the price. */
  readonly actuarialValue: number;
  readonly deductible: number;
  readonly outOfPocketMaximum: number;
  readonly hsa: boolean;
  readonly primaryCareCopay: number;
  readonly specialistCopay: number;
  readonly coinsurancePercent: number;
  /** Dental only. */
  readonly pricing: "by-age" | "family-option";
  readonly childOnly: boolean;
};
export type DemoPlan = PlanDesign & { readonly issuer: DemoIssuer; readonly planId: string };

const design = (
  name: string,
  metalLevel: string,
  figures: readonly [
    value: number,
    deductible: number,
    maximum: number,
    primary: number,
    specialist: number,
    share: number,
  ],
  hsa = false,
): PlanDesign => {
  const [actuarialValue, deductible, outOfPocketMaximum, primaryCareCopay, specialistCopay, coinsurancePercent] =
    figures;
  const amounts = { actuarialValue, deductible, outOfPocketMaximum, primaryCareCopay, specialistCopay };
  return { name, metalLevel, ...amounts, coinsurancePercent, hsa, pricing: "by-age", childOnly: false };
};

const medicalDesigns: readonly PlanDesign[] = [
  design("Bronze HSA 7500", "Bronze", [0.6021, 7_500, 8_000, 0, 0, 30], true),
  design("Expanded Bronze 6500", "Expanded Bronze", [0.6394, 6_500, 9_400, 50, 100, 40]),
  design("Silver HSA 4000", "Silver", [0.6952, 4_000, 7_000, 0, 0, 20], true),
  design("Silver 5000", "Silver", [0.7012, 5_000, 8_900, 40, 80, 30]),
  design("Silver Copay 3500", "Silver", [0.7147, 3_500, 8_700, 30, 70, 30]),
  design("Gold 2000", "Gold", [0.7871, 2_000, 6_800, 25, 50, 20]),
  design("Gold 1200", "Gold", [0.8068, 1_200, 6_200, 25, 50, 20]),
  design("Platinum 250", "Platinum", [0.8896, 250, 3_200, 15, 30, 10]),
  design("Platinum Zero", "Platinum", [0.9083, 0, 2_600, 10, 25, 10]),
];

const dentalDesigns: readonly PlanDesign[] = [
  design("Dental High 25", "High", [0.851, 25, 400, 0, 0, 20]),
  design("Dental High 50", "High", [0.848, 50, 400, 0, 0, 25]),
  { ...design("Dental High Family", "High", [0.849, 50, 400, 0, 0, 20]), pricing: "family-option" },
  design("Dental Low 50", "Low", [0.702, 50, 400, 0, 0, 50]),
  design("Dental Low 75", "Low", [0.699, 75, 400, 0, 0, 50]),
  { ...design("Dental Low Children", "Low", [0.7, 50, 400, 0, 0, 50]), childOnly: true },
];

/** Every plan of the demonstration; the same ids and designs each year, at new prices. */
export const demoPlans: readonly DemoPlan[] = demoIssuers.flatMap((issuer) =>
  (issuer.line === "medical" ? medicalDesigns : dentalDesigns).map((plan, index) => ({
    ...plan,
    issuer,
    name: `${issuer.name} ${plan.name}`,
    planId: `${issuer.issuerId}${issuer.state}${String(10 + index).padStart(3, "0")}0001`,
  })),
);

const dollars = (amount: number) => `$${amount.toLocaleString("en-US")}`;

/** The Plan Attributes record of one variant: `00` off the exchange, `01` on it. */
export function planAttributesRecord(plan: DemoPlan, year: number, variant: "00" | "01"): Record<string, string> {
  const { issuer, planId } = plan;
  const isDental = issuer.line === "dental";
  return {
    ...{ BusinessYear: String(year), StateCode: issuer.state, IssuerId: issuer.issuerId },
    ...{ IssuerMarketPlaceMarketingName: issuer.name, SourceName: "HIOS", MarketCoverage: "SHOP (Small Group)" },
    ...{ DentalOnlyPlan: isDental ? "Yes" : "No", StandardComponentId: planId, PlanMarketingName: plan.name },
    ...{ HIOSProductId: planId.slice(0, 10), NetworkId: `${issuer.state}N001`, ServiceAreaId: `${issuer.state}S001` },
    ...{ FormularyId: isDental ? "" : `${issuer.state}F001`, IsNewPlan: "Existing", PlanType: issuer.planType },
    ...{ MetalLevel: plan.metalLevel, QHPNonQHPTypeId: "Both", CompositeRatingOffered: isDental ? "No" : "Yes" },
    ...{ IsReferralRequiredForSpecialist: isDental ? "" : issuer.planType === "HMO" ? "Yes" : "No" },
    ChildOnlyOffering: plan.childOnly ? "Allows Child-Only" : "Allows Adult and Child-Only",
    ...{
      IsGuaranteedRate: isDental ? "Guaranteed Rate" : "",
      NationalNetwork: issuer.planType === "PPO" ? "Yes" : "No",
    },
    ...{ PlanEffectiveDate: `${year}-01-01`, PlanExpirationDate: `${year}-12-31`, PlanId: `${planId}-${variant}` },
    ...{ PlanVariantMarketingName: plan.name, MultipleInNetworkTiers: "No" },
    AVCalculatorOutputNumber: isDental ? "" : String(plan.actuarialValue),
    IssuerActuarialValue: isDental ? `${(plan.actuarialValue * 100).toFixed(2)}%` : "",
    ...{ MedicalDrugDeductiblesIntegrated: isDental ? "" : "Yes" },
    ...{
      MedicalDrugMaximumOutofPocketIntegrated: isDental ? "" : "Yes",
      IsHSAEligible: isDental ? "" : yesNo(plan.hsa),
    },
    URLForSummaryofBenefitsCoverage: isDental ? "" : `www.example.org/sbc/${year}/${planId}.pdf`,
    ...{ PlanBrochure: `https://www.example.org/brochures/${planId}.pdf` },
    ...limits(plan, isDental ? "M" : "T"),
    ...(isDental ? {} : exampleCosts(plan)),
  };
}

function yesNo(value: boolean): string {
  return value ? "Yes" : "No";
}

function limits(plan: DemoPlan, prefix: "M" | "T"): Record<string, string> {
  const { deductible, outOfPocketMaximum: maximum } = plan;
  return {
    [`${prefix}EHBDedInnTier1Individual`]: dollars(deductible),
    [`${prefix}EHBDedInnTier1FamilyPerPerson`]: `$${deductible} per person`,
    [`${prefix}EHBDedInnTier1FamilyPerGroup`]: `$${2 * deductible} per group`,
    [`${prefix}EHBInnTier1IndividualMOOP`]: dollars(maximum),
    [`${prefix}EHBInnTier1FamilyPerPersonMOOP`]: `$${maximum} per person`,
    [`${prefix}EHBInnTier1FamilyPerGroupMOOP`]: `$${2 * maximum} per group`,
    [`${prefix}EHBDedOutOfNetIndividual`]: plan.issuer.planType === "HMO" ? "Not Applicable" : dollars(2 * deductible),
  };
}

/** The three treatments every summary of benefits prices, with the standard totals of the federal instructions. */
const treatments = [
  { prefix: "SBCHavingaBaby", total: 12_700, copays: 2, notCovered: 60 },
  { prefix: "SBCHavingDiabetes", total: 5_600, copays: 8, notCovered: 20 },
  { prefix: "SBCHavingSimplefracture", total: 2_800, copays: 3, notCovered: 0 },
];

function exampleCosts(plan: DemoPlan): Record<string, string> {
  const entries = treatments.flatMap(({ prefix, total, copays, notCovered }) => {
    const deductible = Math.min(plan.deductible, total);
    const copayment = Math.min(copays * plan.specialistCopay, plan.outOfPocketMaximum - deductible);
    const shared = Math.round(((total - deductible) * plan.coinsurancePercent) / 100 / 10) * 10;
    const coinsurance = Math.min(shared, plan.outOfPocketMaximum - deductible - copayment);
    return [
      [`${prefix}Deductible`, dollars(deductible)],
      [`${prefix}Copayment`, dollars(copayment)],
      [`${prefix}Coinsurance`, dollars(coinsurance)],
      [`${prefix}Limit`, dollars(notCovered)],
    ];
  });
  return Object.fromEntries(entries);
}
