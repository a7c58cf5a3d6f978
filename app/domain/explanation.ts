export type Explanation = {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly citation?: string;
  readonly steps?: readonly Explanation[];
};
