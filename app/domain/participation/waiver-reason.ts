/** What a person who turns the offer down is covered by instead. */
export const waiverReasons = [
  "spouse-employer-plan",
  "parent-employer-plan",
  "other-employer-plan",
  "medicare",
  "medicaid",
  "tricare",
  "individual-market",
  "other-minimum-essential-coverage",
  "none-of-these",
] as const;
export type WaiverReason = (typeof waiverReasons)[number];

/** Another employer's plan or a government's: all that counted before 2016, 45 CFR 155.705(b)(10) (2015). */
export const groupOrGovernmentReasons: readonly WaiverReason[] = [
  "spouse-employer-plan",
  "parent-employer-plan",
  "other-employer-plan",
  "medicare",
  "medicaid",
  "tricare",
];

/** Every kind of other minimum essential coverage, 45 CFR 155.706(b)(10). */
export const coveredElsewhereReasons: readonly WaiverReason[] = [
  ...groupOrGovernmentReasons,
  "individual-market",
  "other-minimum-essential-coverage",
];
