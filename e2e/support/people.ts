import type { Language } from "./words";

/** The people and the business of one run. Each run has its own, so that runs can share one product. */
export type Business = {
  readonly legalName: string;
  readonly ein: string;
  readonly address: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  readonly county?: string;
  readonly phone: string;
};
export type Worker = {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly bornOn: string;
  readonly sex: "Female" | "Male";
  readonly ssn: string;
  readonly hiredOn: string;
  readonly speaks: Language;
};
export type Owner = { readonly fullName: string; readonly email: string; readonly password: string };
export type Cast = {
  readonly owner: Owner;
  readonly business: Business;
  /** Chooses a plan for the family. */
  readonly parent: Worker;
  /** Turns coverage down. */
  readonly decliner: Worker;
};

export const passwordOfAll = "three small green boats";

/** `run` tells runs apart; it becomes part of every address and number. */
export function castOf(
  run: string,
  { parentSpeaks, declinerSpeaks }: { parentSpeaks: Language; declinerSpeaks: Language },
): Cast {
  const number = runNumber(run);
  const at = `${run}-${number}.example`;
  return {
    owner: { fullName: "Harriet Vance", email: `harriet@${at}`, password: passwordOfAll },
    business: {
      ...{ legalName: `Harbor Street Cycles ${run}`, ein: `39-${number}` },
      ...{ address: "18 E Wilson St", city: "Madison", state: "Wisconsin", zip: "53703", phone: "608 555 0133" },
    },
    parent: {
      ...{ firstName: "Joaquin", lastName: "Reyes", email: `joaquin@${at}`, bornOn: "03/14/1988", sex: "Male" },
      ...{ ssn: `733-1${number.slice(0, 1)}-${number.slice(1, 5)}`, hiredOn: "05/02/2019", speaks: parentSpeaks },
    },
    decliner: {
      ...{ firstName: "Beth", lastName: "Carver", email: `beth@${at}`, bornOn: "11/30/1975", sex: "Female" },
      ...{ ssn: `733-2${number.slice(0, 1)}-${number.slice(1, 5)}`, hiredOn: "09/12/2016", speaks: declinerSpeaks },
    },
  };
}

/** Seven digits that differ from run to run and from start to start. */
function runNumber(run: string): string {
  const sum = [...run].reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) % 1_000, 7);
  return String(((Date.now() % 900_000) + 100_000) * 10 + (sum % 10)).padStart(7, "1");
}
