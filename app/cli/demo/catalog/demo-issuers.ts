/** Fictional insurers of the demonstration: no company, product or number of theirs exists. */
export type DemoIssuer = {
  readonly issuerId: string;
  readonly state: "WI" | "DC";
  readonly line: "medical" | "dental";
  readonly name: string;
  readonly networkName: string;
  readonly planType: "HMO" | "PPO" | "EPO" | "POS";
  /** Against the market's middle; thousandths. */
  readonly costThousandths: number;
  /** Rating areas it serves; null: the whole state. */
  readonly areas: readonly number[] | null;
  /** The county of these in which only every second ZIP is served; null: none. */
  readonly hasPartialCounty: boolean;
  /** What a user of tobacco pays at 64, in thousandths of the ordinary price; null: no price of its own. */
  readonly tobaccoAt64Thousandths: number | null;
  /** At most this many children under 21 are charged; 3 is the general rule. */
  readonly childCap: 1 | 2 | 3;
};

const medical = { line: "medical", hasPartialCounty: false, childCap: 3, areas: null } as const;
const dental = {
  line: "dental",
  hasPartialCounty: false,
  childCap: 3,
  areas: null,
  tobaccoAt64Thousandths: null,
} as const;

export const demoIssuers: readonly DemoIssuer[] = [
  {
    ...medical,
    ...{ issuerId: "99101", state: "WI", name: "Driftless Prairie Health", networkName: "Prairie Open Access" },
    ...{ planType: "PPO", costThousandths: 1_060, tobaccoAt64Thousandths: 1_500 },
  },
  {
    ...medical,
    ...{ issuerId: "99102", state: "WI", name: "Kettlewood Mutual", networkName: "Kettlewood Select" },
    ...{ planType: "HMO", costThousandths: 940, tobaccoAt64Thousandths: 1_300 },
  },
  {
    ...medical,
    ...{ issuerId: "99103", state: "WI", name: "Northpine Care Cooperative", networkName: "Northpine Statewide" },
    ...{ planType: "EPO", costThousandths: 985, tobaccoAt64Thousandths: 1_200, childCap: 2 },
  },
  {
    ...medical,
    ...{ issuerId: "99104", state: "WI", name: "Harbor Isthmus Health", networkName: "Isthmus Community" },
    ...{ planType: "HMO", costThousandths: 910, tobaccoAt64Thousandths: null, areas: [5, 6, 9, 10, 13, 14] },
    hasPartialCounty: true,
  },
  {
    ...medical,
    ...{ issuerId: "99105", state: "WI", name: "Coulee Ridge Insurance", networkName: "Ridge Point of Service" },
    ...{ planType: "POS", costThousandths: 1_020, tobaccoAt64Thousandths: 1_400, areas: [1, 2, 3, 4, 5, 6, 7, 8] },
  },
  {
    ...medical,
    ...{ issuerId: "99201", state: "DC", name: "Potomac Fern Health", networkName: "Fern Metropolitan" },
    ...{ planType: "HMO", costThousandths: 950, tobaccoAt64Thousandths: null },
  },
  {
    ...medical,
    ...{ issuerId: "99202", state: "DC", name: "Capital Elm Mutual", networkName: "Elm National" },
    ...{ planType: "PPO", costThousandths: 1_070, tobaccoAt64Thousandths: null },
  },
  {
    ...medical,
    ...{ issuerId: "99203", state: "DC", name: "Heron Bridge Care", networkName: "Heron Direct" },
    ...{ planType: "EPO", costThousandths: 1_000, tobaccoAt64Thousandths: null },
  },
  {
    ...dental,
    ...{ issuerId: "99121", state: "WI", name: "Whitebirch Dental", networkName: "Whitebirch Dentists" },
    ...{ planType: "PPO", costThousandths: 1_000 },
  },
  {
    ...dental,
    ...{ issuerId: "99122", state: "WI", name: "Lantern Lake Dental", networkName: "Lantern Preferred" },
    ...{ planType: "HMO", costThousandths: 900 },
  },
  {
    ...dental,
    ...{ issuerId: "99221", state: "DC", name: "Cobalt Arch Dental", networkName: "Cobalt Dentists" },
    ...{ planType: "PPO", costThousandths: 1_080 },
  },
];

export function networkIdOf(issuer: DemoIssuer): string {
  return `${issuer.state}N001`;
}

export function serviceAreaIdOf(issuer: DemoIssuer): string {
  return `${issuer.state}S001`;
}
