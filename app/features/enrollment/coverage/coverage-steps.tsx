import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { CoverageLine } from "~/domain/coverage-line";
import { StepIndicator } from "~/ui/content/step-indicator";

export type CoverageStep = "details" | "family" | CoverageLine | "check";

/** What the pages of one offer have in common. */
export type CoverageFrame = {
  /** `/coverage/<employer>`. */
  readonly base: string;
  readonly businessName: string;
  readonly lines: readonly CoverageLine[];
  readonly offersDependents: boolean;
};

export function stepsOf({ lines, offersDependents }: CoverageFrame): readonly CoverageStep[] {
  return ["details", ...(offersDependents ? (["family"] as const) : []), ...lines, "check"];
}

/** The business that the coverage comes from, and the way back to the person's own page there. */
export function CoverageEyebrow({ frame: { base, businessName } }: { frame: CoverageFrame }) {
  return (
    <Link className="usa-link" to={base}>
      {businessName}
    </Link>
  );
}

/** Where the person is between the first page and the signature. */
export function CoverageSteps({ frame, current }: { frame: CoverageFrame; current: CoverageStep }) {
  const { t } = useTranslation("coverage");
  const steps = stepsOf(frame).map((key) => ({ key, label: t(`step.${key}`) }));
  return <StepIndicator steps={steps} currentKey={current} />;
}
