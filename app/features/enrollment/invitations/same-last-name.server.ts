const suffixes = /[\s,]+(jr|sr|ii|iii|iv)\.?$/u;

/** The same but for capitals, accents, marks, spaces and a suffix that was typed along. */
export function isSameLastName(typed: string, onRoster: string): boolean {
  const name = plain(typed);
  return name !== "" && name === plain(onRoster);
}

function plain(name: string): string {
  return name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .trim()
    .replace(suffixes, "")
    .replaceAll(/[^\p{L}]/gu, "");
}
