/** The languages a list may be headed in. */
type Locale = "en" | "es";

/** The columns of an uploaded list: their heading in the template, and what else is understood. */
export type UploadColumn = {
  readonly key: string;
  readonly heading: Readonly<Record<Locale, string>>;
  readonly aliases: readonly string[];
  /** A list without this column, or an employee without a value in it, cannot be read. */
  readonly required?: true;
};

export const uploadColumns = [
  {
    key: "familyId",
    heading: { en: "Family ID", es: "Familia" },
    aliases: ["family", "household", "household id", "family number", "id de familia"],
  },
  {
    key: "relationship",
    heading: { en: "Relationship", es: "Parentesco" },
    aliases: ["relation", "relationship to employee", "employee relationship", "relacion"],
  },
  {
    key: "firstName",
    heading: { en: "First name", es: "Nombre" },
    aliases: ["first", "given name", "fname", "primer nombre", "nombres"],
    required: true,
  },
  {
    key: "middleName",
    heading: { en: "Middle name", es: "Segundo nombre" },
    aliases: ["middle", "middle initial", "mi"],
  },
  {
    key: "lastName",
    heading: { en: "Last name", es: "Apellido" },
    aliases: ["last", "surname", "family name", "lname", "apellidos"],
    required: true,
  },
  { key: "suffix", heading: { en: "Suffix", es: "Sufijo" }, aliases: ["name suffix"] },
  {
    key: "email",
    heading: { en: "E-mail", es: "Correo electrónico" },
    aliases: ["e-mail address", "email address", "work email", "correo"],
  },
  {
    key: "ssn",
    heading: { en: "SSN", es: "Número de Seguro Social" },
    aliases: ["social security number", "social security", "ssn tin", "ssn / tin", "seguro social", "nss"],
  },
  {
    key: "bornOn",
    heading: { en: "Birth date", es: "Fecha de nacimiento" },
    aliases: ["date of birth", "dob", "birthdate", "birthday", "born", "nacimiento"],
    required: true,
  },
  { key: "sex", heading: { en: "Sex", es: "Sexo" }, aliases: ["gender", "genero"] },
  {
    key: "hiredOn",
    heading: { en: "Hire date", es: "Fecha de contratación" },
    aliases: ["date of hire", "hired", "hired on", "doh", "start date", "contratacion"],
    required: true,
  },
  {
    key: "employmentBasis",
    heading: { en: "Full-time or part-time", es: "Tiempo completo o parcial" },
    aliases: [
      "employment",
      "employment type",
      "employment status",
      "full time part time",
      "ft/pt",
      "status",
      "jornada",
    ],
  },
  {
    key: "isOwner",
    heading: { en: "Owner", es: "Dueño" },
    aliases: ["is owner", "is business owner", "is business owner?", "owner?", "business owner", "propietario"],
  },
  {
    key: "usesTobacco",
    heading: { en: "Tobacco", es: "Tabaco" },
    aliases: ["tobacco use", "uses tobacco", "smoker", "tobacco user", "fumador"],
  },
  {
    key: "phone",
    heading: { en: "Phone", es: "Teléfono" },
    aliases: ["telephone", "phone number", "mobile", "cell", "celular"],
  },
  {
    key: "addressLine1",
    heading: { en: "Address", es: "Dirección" },
    aliases: ["address 1", "address line 1", "street", "street address", "home address", "calle"],
  },
  {
    key: "addressLine2",
    heading: { en: "Address line 2", es: "Dirección 2" },
    aliases: ["address 2", "apartment", "apt", "unit", "apartamento"],
  },
  { key: "city", heading: { en: "City", es: "Ciudad" }, aliases: ["town"] },
  { key: "state", heading: { en: "State", es: "Estado" }, aliases: [] },
  { key: "zip", heading: { en: "ZIP", es: "Código postal" }, aliases: ["zip code", "zipcode", "postal code", "zip5"] },
  { key: "county", heading: { en: "County", es: "Condado" }, aliases: ["county name"] },
  { key: "language", heading: { en: "Language", es: "Idioma" }, aliases: ["preferred language", "lengua"] },
] as const satisfies readonly UploadColumn[];

export type UploadKey = (typeof uploadColumns)[number]["key"];

/** Where each column stands; a column that is not there is left out. */
export type UploadLayout = {
  readonly places: ReadonlyMap<UploadKey, number>;
  readonly missing: readonly UploadKey[];
  /** Headings that nobody understood. */
  readonly unknown: readonly string[];
};

/** The column that our own list of rejected rows adds. */
export const adviceHeadings = { en: "What to correct", es: "Qué corregir" } as const;

/** Capitals, accents, spaces and signs do not count. */
export function plainWord(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}

const byWord = new Map<string, UploadKey>(
  (uploadColumns as readonly (UploadColumn & { key: UploadKey })[]).flatMap(({ key, heading, aliases }) =>
    [key, heading.en, heading.es, ...aliases].map((word) => [plainWord(word), key] as const),
  ),
);
const adviceWords = Object.values(adviceHeadings).map(plainWord);

/** Reads the first line of a list. Of two columns with one meaning the first counts. */
export function uploadLayout(headings: readonly string[]): UploadLayout {
  const places = new Map<UploadKey, number>();
  const unknown: string[] = [];
  for (const [place, heading] of headings.entries()) {
    const word = plainWord(heading);
    const key = byWord.get(word);
    if (key !== undefined && !places.has(key)) places.set(key, place);
    else if (word !== "" && !adviceWords.includes(word)) unknown.push(heading.trim());
  }
  const missing = (uploadColumns as readonly UploadColumn[])
    .filter(({ key, required }) => required && !places.has(key as UploadKey))
    .map(({ key }) => key as UploadKey);
  return { places, missing, unknown };
}

export function uploadHeading(key: UploadKey, locale: Locale): string {
  return uploadColumns.find((column) => column.key === key)?.heading[locale] ?? key;
}
