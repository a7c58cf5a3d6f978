import type { DemoPlan } from "./demo-plans";

type CostShare = readonly [copay: string, coinsurance: string];
const notApplicable = "Not Applicable";

/** The Benefits and Cost Sharing records of one variant, in the order the plan pages show them. */
export function benefitRecords(plan: DemoPlan, year: number, variant: "00" | "01"): Record<string, string>[] {
  const benefits = plan.issuer.line === "medical" ? medicalBenefits(plan) : dentalBenefits(plan);
  return benefits.map(({ name, share, limit, covered }) => ({
    ...{ BusinessYear: String(year), StateCode: plan.issuer.state, IssuerId: plan.issuer.issuerId, SourceName: "HIOS" },
    ...{ StandardComponentId: plan.planId, PlanId: `${plan.planId}-${variant}`, BenefitName: name },
    ...{ CopayInnTier1: covered ? share[0] : "", CoinsInnTier1: covered ? share[1] : "" },
    ...{ CopayOutofNet: covered ? notApplicable : "", CoinsOutofNet: covered ? outOfNetwork(plan) : "" },
    ...{ IsEHB: covered ? "Yes" : "", IsCovered: covered ? "Covered" : "Not Covered" },
    ...{ QuantLimitOnSvc: limit ? "Yes" : "", LimitQty: limit?.[0] ?? "", LimitUnit: limit?.[1] ?? "" },
  }));
}

type Benefit = {
  readonly name: string;
  readonly share: CostShare;
  readonly covered: boolean;
  readonly limit?: readonly [quantity: string, unit: string];
};

function outOfNetwork({ issuer, coinsurancePercent }: DemoPlan): string {
  const closed = issuer.planType === "HMO" || issuer.planType === "EPO";
  return closed ? "100%" : `${Math.min(coinsurancePercent + 20, 60)}% Coinsurance after deductible`;
}

function medicalBenefits(plan: DemoPlan): Benefit[] {
  const after: CostShare = [notApplicable, `${plan.coinsurancePercent}% Coinsurance after deductible`];
  const copay = (amount: number): CostShare => (plan.hsa ? after : [`$${amount}`, notApplicable]);
  const free: CostShare = ["No Charge", "No Charge"];
  const covered = (name: string, share: CostShare, limit?: Benefit["limit"]): Benefit =>
    limit ? { name, share, limit, covered: true } : { name, share, covered: true };
  const { primaryCareCopay: primary, specialistCopay: specialist } = plan;
  return [
    covered("Primary Care Visit to Treat an Injury or Illness", copay(primary)),
    covered("Specialist Visit", copay(specialist)),
    covered("Preventive Care/Screening/Immunization", free),
    covered("Emergency Room Services", plan.hsa ? after : ["$350 Copay after deductible", notApplicable]),
    covered("Urgent Care Centers or Facilities", copay(primary + 25)),
    covered("Inpatient Hospital Services (e.g., Hospital Stay)", after),
    covered("Outpatient Surgery Physician/Surgical Services", after),
    covered("Laboratory Outpatient and Professional Services", copay(primary)),
    covered("Imaging (CT/PET Scans, MRIs)", after),
    covered("Generic Drugs", copay(10)),
    covered("Preferred Brand Drugs", copay(specialist)),
    covered("Non-Preferred Brand Drugs", copay(2 * specialist)),
    covered("Specialty Drugs", after),
    covered("Mental/Behavioral Health Outpatient Services", copay(primary)),
    covered("Prenatal and Postnatal Care", free),
    covered("Delivery and All Inpatient Services for Maternity Care", after),
    covered("Outpatient Rehabilitation Services", copay(specialist), ["20", "Visit(s) per Year"]),
    covered("Routine Eye Exam for Children", free, ["1", "Exam(s) per Year"]),
    { name: "Dental Check-Up for Children", share: free, covered: false },
    { name: "Bariatric Surgery", share: after, covered: false },
  ];
}

function dentalBenefits(plan: DemoPlan): Benefit[] {
  const after = (percent: number): CostShare => [notApplicable, `${percent}% Coinsurance after deductible`];
  const adults = !plan.childOnly;
  return [
    {
      name: "Dental Check-Up for Children",
      share: ["No Charge", notApplicable],
      covered: true,
      limit: ["1", "Visit(s) per 6 Months"],
    },
    { name: "Basic Dental Care - Child", share: after(plan.coinsurancePercent), covered: true },
    { name: "Major Dental Care - Child", share: after(50), covered: true },
    { name: "Orthodontia - Child", share: after(50), covered: true },
    { name: "Routine Dental Services (Adult)", share: ["No Charge", notApplicable], covered: adults },
    { name: "Basic Dental Care - Adult", share: after(plan.coinsurancePercent), covered: adults },
    { name: "Major Dental Care - Adult", share: after(50), covered: adults },
  ];
}
