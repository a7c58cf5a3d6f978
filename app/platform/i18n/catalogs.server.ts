import enAccount from "../../locales/en/account.json";
import enEmployer from "../../locales/en/employer.json";
import enEnrollment from "../../locales/en/enrollment.json";
import enFileProblems from "../../locales/en/file-problems.json";
import enGlossary from "../../locales/en/glossary.json";
import enLanding from "../../locales/en/landing.json";
import enNotices from "../../locales/en/notices.json";
import enOperations from "../../locales/en/operations.json";
import enPlanCompare from "../../locales/en/plan-compare.json";
import enPlanCost from "../../locales/en/plan-cost.json";
import enOfferDesign from "../../locales/en/offer-design.json";
import enPlans from "../../locales/en/plans.json";
import enQuote from "../../locales/en/quote.json";
import enProblems from "../../locales/en/problems.json";
import enRoster from "../../locales/en/roster.json";
import enInvitation from "../../locales/en/invitation.json";
import enContribution from "../../locales/en/contribution.json";
import enCoverage from "../../locales/en/coverage.json";
import enSubmission from "../../locales/en/submission.json";
import enExplanations from "../../locales/en/explanations.json";
import enRuleProblems from "../../locales/en/rule-problems.json";
import enExplain from "../../locales/en/explain.json";
import enTaxCredit from "../../locales/en/tax-credit.json";
import enShared from "../../locales/en/shared.json";
import esAccount from "../../locales/es/account.json";
import esEmployer from "../../locales/es/employer.json";
import esEnrollment from "../../locales/es/enrollment.json";
import esFileProblems from "../../locales/es/file-problems.json";
import esGlossary from "../../locales/es/glossary.json";
import esLanding from "../../locales/es/landing.json";
import esNotices from "../../locales/es/notices.json";
import esOperations from "../../locales/es/operations.json";
import esPlanCompare from "../../locales/es/plan-compare.json";
import esPlanCost from "../../locales/es/plan-cost.json";
import esOfferDesign from "../../locales/es/offer-design.json";
import esPlans from "../../locales/es/plans.json";
import esQuote from "../../locales/es/quote.json";
import esProblems from "../../locales/es/problems.json";
import esRoster from "../../locales/es/roster.json";
import esInvitation from "../../locales/es/invitation.json";
import esContribution from "../../locales/es/contribution.json";
import esCoverage from "../../locales/es/coverage.json";
import esSubmission from "../../locales/es/submission.json";
import esExplanations from "../../locales/es/explanations.json";
import esRuleProblems from "../../locales/es/rule-problems.json";
import esExplain from "../../locales/es/explain.json";
import esTaxCredit from "../../locales/es/tax-credit.json";
import esShared from "../../locales/es/shared.json";
import type { Locale, Namespace } from "./languages";

export type Catalog = { readonly [key: string]: string | Catalog };

/** Every sentence in every language, for pages rendered here, mail, documents and the command line. */
export const catalogs: Record<Locale, Record<Namespace, Catalog>> = {
  en: {
    shared: enShared,
    problems: enProblems,
    "file-problems": enFileProblems,
    "rule-problems": enRuleProblems,
    glossary: enGlossary,
    landing: enLanding,
    account: enAccount,
    employer: enEmployer,
    roster: enRoster,
    plans: enPlans,
    contribution: enContribution,
    "plan-compare": enPlanCompare,
    "plan-cost": enPlanCost,
    quote: enQuote,
    "offer-design": enOfferDesign,
    enrollment: enEnrollment,
    invitation: enInvitation,
    coverage: enCoverage,
    submission: enSubmission,
    explain: enExplain,
    explanations: enExplanations,
    "tax-credit": enTaxCredit,
    operations: enOperations,
    notices: enNotices,
  },
  es: {
    shared: esShared,
    problems: esProblems,
    "file-problems": esFileProblems,
    "rule-problems": esRuleProblems,
    glossary: esGlossary,
    landing: esLanding,
    account: esAccount,
    employer: esEmployer,
    roster: esRoster,
    plans: esPlans,
    contribution: esContribution,
    "plan-compare": esPlanCompare,
    "plan-cost": esPlanCost,
    quote: esQuote,
    "offer-design": esOfferDesign,
    enrollment: esEnrollment,
    invitation: esInvitation,
    coverage: esCoverage,
    submission: esSubmission,
    explain: esExplain,
    explanations: esExplanations,
    "tax-credit": esTaxCredit,
    operations: esOperations,
    notices: esNotices,
  },
};
