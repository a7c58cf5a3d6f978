import type { TFunction } from "i18next";
import { contributionBuckets, type BucketShares } from "../../domain/contribution/schemes/contribution-bucket";
import {
  differsForPartTime,
  type ContributionScheme,
  type TierCents,
} from "../../domain/contribution/schemes/contribution-scheme";
import type { EmploymentType } from "../../domain/household/employment";
import { coverageTiers } from "../../domain/rating/composite/coverage-tier";
import { formatBasisPoints, formatCents } from "./money";
import type { Locale } from "../../platform/i18n/languages";

type Words = { readonly t: TFunction; readonly locale: Locale };
export type ContributionWord = { readonly key: string; readonly label: string; readonly value: string };
/** Whose words: the owner's "your share", or the employee's "for you". */
type Audience = "row" | "own";
type Promise = { readonly scheme: ContributionScheme; readonly dependents: boolean };

/** What a business promises, line by line, for the owner; part-time people apart only where they get something else. */
export function promisedRows(words: Words, { scheme, dependents }: Promise): readonly ContributionWord[] {
  const { t } = words;
  const rowsFor = (employment: EmploymentType) => wordsOf(words, { scheme, dependents, employment, audience: "row" });
  if (!differsForPartTime(scheme)) return rowsFor("full-time");
  const partTime = rowsFor("part-time").map(({ key, label, value }) => ({
    ...{ key: `part-time ${key}`, label: t("contribution:row.partTime", { label }), value },
  }));
  return [...rowsFor("full-time"), ...partTime];
}

/** The same for one employee, as that person works. */
export function promisedToYou(words: Words, promise: Promise & { employment: EmploymentType }) {
  return wordsOf(words, { ...promise, audience: "own" });
}

function wordsOf(
  words: Words,
  promise: Promise & { employment: EmploymentType; audience: Audience },
): readonly ContributionWord[] {
  const { scheme, employment, audience, dependents } = promise;
  const look = { audience, dependents };
  if (scheme.method === "fixed-dollars")
    return amountWords(words, scheme.amounts[employment], { ...look, as: "aMonth" });
  const shares = shareWords(words, scheme.shares[employment], look);
  if (scheme.method !== "capped-percent") return shares;
  return [...shares, ...amountWords(words, scheme.limits[employment], { ...look, as: "atMost" })];
}

type Look = { readonly audience: Audience; readonly dependents: boolean };

function shareWords({ t, locale }: Words, shares: BucketShares, { audience, dependents }: Look): ContributionWord[] {
  const word = (key: string, bucket: keyof BucketShares) => ({
    ...{ key, label: t(`contribution:${audience}.${key}`), value: formatBasisPoints(locale, shares[bucket]) },
  });
  const own = word("employee", "employee");
  if (!dependents) return [own];
  if (areAlike(shares)) return [own, word("dependents", "spouse")];
  return [own, word("spouse", "spouse"), word("partner", "domestic-partner"), word("child", "child-under-26")];
}

function amountWords(
  { t, locale }: Words,
  amounts: TierCents,
  { audience, dependents, as }: Look & { as: "aMonth" | "atMost" },
): ContributionWord[] {
  const tiers = dependents ? coverageTiers : coverageTiers.slice(0, 1);
  return tiers.map((tier) => ({
    key: tier,
    label: t(`contribution:${audience}.${tier}`),
    value: t(`contribution:row.${as}`, { amount: formatCents(locale, amounts[tier]) }),
  }));
}

function areAlike(shares: BucketShares): boolean {
  const dependents = contributionBuckets.filter((bucket) => bucket !== "employee");
  return dependents.every((bucket) => shares[bucket] === shares.spouse);
}

/** One sentence for a mail or a letter that goes to everybody: no figures where part-time people get others. */
export function promisedSentence(words: Words, promise: Promise & { business: string }): string {
  const { t, locale } = words;
  const { scheme, business, dependents } = promise;
  if (differsForPartTime(scheme)) return t("contribution:mail.apart", { business });
  const amounts =
    scheme.method === "fixed-dollars"
      ? scheme.amounts["full-time"]
      : "limits" in scheme
        ? scheme.limits["full-time"]
        : null;
  const dollars = amounts && {
    alone: formatCents(locale, amounts["employee-only"]),
    family: formatCents(locale, amounts.family),
  };
  const shares = scheme.method === "fixed-dollars" ? undefined : scheme.shares["full-time"];
  return t(`contribution:mail.${scheme.method}${dependents ? "Family" : ""}`, {
    business,
    ...dollars,
    ...(shares ? sharesInSentence(words, shares) : {}),
  });
}

function sharesInSentence({ t, locale }: Words, shares: BucketShares) {
  const say = (share: BucketShares["employee"]) => formatBasisPoints(locale, share);
  const family = [shares.spouse, shares["domestic-partner"], shares["child-under-26"]];
  const least = family.reduce((a, b) => (b < a ? b : a));
  const most = family.reduce((a, b) => (b > a ? b : a));
  return {
    employeeShare: t("contribution:mail.share", { share: say(shares.employee) }),
    dependentsShare: areAlike(shares)
      ? t("contribution:mail.share", { share: say(shares.spouse) })
      : t("contribution:mail.shareBetween", { least: say(least), most: say(most) }),
  };
}
