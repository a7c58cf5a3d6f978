import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Cents } from "~/domain/money/cents";
import { formatWholeDollars } from "~/ui/format/money";
import { useLocale } from "~/ui/format/use-locale";

/** The way to the estimate, with its amount once there is one. The page loads `tax-credit`. */
export function CreditLink({ employerId, creditCents }: { employerId: string; creditCents: Cents | null }) {
  const { t } = useTranslation("tax-credit");
  const locale = useLocale();
  return (
    <p>
      {creditCents ? <>{t("known", { amount: formatWholeDollars(locale, creditCents) })} </> : null}
      <Link className="usa-link" to={`/employers/${employerId}/tax-credit`}>
        {t(creditCents === null ? "toEstimate" : "toKnown")}
      </Link>
    </p>
  );
}
