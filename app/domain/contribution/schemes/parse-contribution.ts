// What an offer promises, read back from where it is stored. Whatever is not exactly one of the schemes is refused: money
// is never worked out from half a promise.

import { employmentTypes } from "../../household/employment";
import { basisPoints, cents, type BasisPoints, type Cents } from "../../money/cents";
import type { ReferenceAverages } from "../../rating/composite/composite-reference.rule";
import { coverageTiers } from "../../rating/composite/coverage-tier";
import { contributionBuckets } from "./contribution-bucket";
import { contributionSchemeMethods, type ContributionScheme } from "./contribution-scheme";

/** Undefined for anything that is not a whole scheme. */
export function parseContributionScheme(value: unknown): ContributionScheme | undefined {
  if (!isRecord(value)) return undefined;
  const method = contributionSchemeMethods.find((candidate) => candidate === value["method"]);
  if (!method) return undefined;
  const amounts = byEmployment(value["amounts"], coverageTiers, readCents);
  if (method === "fixed-dollars") return amounts && { method, amounts };
  const shares = byEmployment(value["shares"], contributionBuckets, readShare);
  if (method !== "capped-percent") return shares && { method, shares };
  const limits = byEmployment(value["limits"], coverageTiers, readCents);
  return shares && limits && { method, shares, limits };
}

/** Null for none; undefined for anything that is no pair of averages. */
export function parseReferenceAverages(value: unknown): ReferenceAverages | null | undefined {
  if (value === null || value === undefined) return null;
  if (!isRecord(value)) return undefined;
  const [adultCents, childCents] = [value["adultCents"], value["childCents"]].map((amount) =>
    amount === null ? null : readCents(amount),
  );
  return adultCents === undefined || childCents === undefined ? undefined : { adultCents, childCents };
}

function byEmployment<Key extends string, T>(
  value: unknown,
  keys: readonly Key[],
  read: (value: unknown) => T | undefined,
) {
  return recordOf(value, employmentTypes, (inner) => recordOf(inner, keys, read));
}

/** Exactly these keys, each readable. */
function recordOf<Key extends string, T>(
  value: unknown,
  keys: readonly Key[],
  read: (value: unknown) => T | undefined,
): Readonly<Record<Key, T>> | undefined {
  if (!isRecord(value) || Object.keys(value).length !== keys.length) return undefined;
  const entries = keys.map((key) => [key, read(value[key])] as const);
  if (entries.some(([, inner]) => inner === undefined)) return undefined;
  return Object.fromEntries(entries) as Record<Key, T>;
}

function readShare(value: unknown): BasisPoints | undefined {
  return isWhole(value) && value <= 10_000 ? basisPoints(value) : undefined;
}

function readCents(value: unknown): Cents | undefined {
  return isWhole(value) ? cents(value) : undefined;
}

function isWhole(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
