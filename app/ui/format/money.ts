import type { BasisPoints, Cents } from "../../domain/money/cents";
import type { Locale } from "../../platform/i18n/languages";

/** United States number formats in both languages, as readers here expect: $1,284.50. */
export const intlLocales: Record<Locale, string> = { en: "en-US", es: "es-US" };

function perLocale<F>(make: (locale: string) => F): Record<Locale, F> {
  return { en: make(intlLocales.en), es: make(intlLocales.es) };
}

const exact = perLocale((l) => new Intl.NumberFormat(l, { style: "currency", currency: "USD" }));
const whole = perLocale(
  (l) => new Intl.NumberFormat(l, { style: "currency", currency: "USD", maximumFractionDigits: 0 }),
);
const percent = perLocale((l) => new Intl.NumberFormat(l, { style: "percent", maximumFractionDigits: 2 }));
const plain = perLocale((l) => new Intl.NumberFormat(l, { maximumFractionDigits: 2 }));
const lists = perLocale((l) => new Intl.ListFormat(l, { type: "conjunction" }));

/** `$1,284.50`; a negative amount gets a minus sign. */
export function formatCents(locale: Locale, amount: Cents): string {
  return exact[locale].format(amount / 100);
}

/** `$1,285`: for estimates and chart labels only. */
export function formatWholeDollars(locale: Locale, amount: Cents): string {
  return whole[locale].format(amount / 100);
}

/** `50%`, `66.67%`. */
export function formatBasisPoints(locale: Locale, share: BasisPoints): string {
  return percent[locale].format(share / 10_000);
}

export function formatNumber(locale: Locale, value: number): string {
  return plain[locale].format(value);
}

/** `Ana, Bo, and Cy` / `Ana, Bo y Cy`. */
export function formatList(locale: Locale, items: readonly string[]): string {
  return lists[locale].format(items);
}
