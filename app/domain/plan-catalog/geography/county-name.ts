type NamedCounty = { readonly fips: string; readonly name: string; readonly state: string };

const kindWords = /_(?:COUNTY|PARISH|BOROUGH|CENSUS_AREA|MUNICIPALITY|MUNICIPIO|CITY_AND_BOROUGH)$/;

/** `DANE_COUNTY_WI` for Dane County, Wisconsin: capitals, no accents, blanks as underscores. */
export function countyKeyOf(name: string, state: string): string {
  return `${keyText(name)}_${state}`;
}

function keyText(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toUpperCase()
    .replace(/['.]/g, "")
    .replace(/[^A-Z0-9]+/g, "_")
    .replace(/^_|_$/g, "");
}

function looseKey(key: string): string {
  const state = key.slice(-2);
  return `${key.slice(0, -3).replace(kindWords, "").replaceAll("_", "")}_${state}`;
}

/**
 * Finds counties by name. A name matches in full first; else without its kind of county (`COUNTY`, `PARISH`, ...), if
 * only one county of the state is left: Richmond County and Richmond city must not be taken for each other.
 */
export function countyFinder(counties: readonly NamedCounty[]): (countyKey: string) => string | undefined {
  const exact = new Map<string, string>();
  const loose = new Map<string, Set<string>>();
  for (const county of counties) {
    const key = countyKeyOf(county.name, county.state);
    exact.set(key, county.fips);
    const bare = looseKey(key);
    loose.set(bare, (loose.get(bare) ?? new Set()).add(county.fips));
  }
  return (countyKey) => {
    const found = exact.get(countyKey);
    if (found) return found;
    const candidates = loose.get(looseKey(countyKey));
    return candidates?.size === 1 ? [...candidates][0] : undefined;
  };
}
