import type {
  QualifiedDate,
  QualifiedValue,
  Read834,
  ReadCategory,
  ReadCoverage,
  ReadMember,
} from "./enrollment-model";
import { factsFrom, type Facts } from "./meant-facts";

type Texts = Record<string, string | undefined>;

const relationshipsByCode: Readonly<Record<string, string>> = {
  "18": "self",
  "01": "spouse",
  "53": "domestic-partner",
  "19": "child",
  "17": "stepchild",
  "09": "adopted-child",
  "10": "foster-child",
  "15": "ward",
  "05": "grandchild",
};

const levels: Readonly<Record<string, string>> = {
  EMP: "employee",
  ESP: "employee spouse",
  ECH: "employee children",
  FAM: "employee spouse children",
};

/** A code as a word, or the code itself where it is none that an initial enrollment has. */
function word(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? (code === "" ? "" : `code ${code}`);
}

function relationshipOf(member: ReadMember): string {
  const disabled = member.handicapCode === "Y";
  if (disabled && member.relationshipCode === "G8") return "disabled-child";
  const plain = word(relationshipsByCode, member.relationshipCode);
  return member.handicapCode === "" ? plain : `${plain}, handicap ${member.handicapCode}`;
}

/** Values by their qualifier's field name; a qualifier that is unknown or comes again keeps its own field. */
function byQualifier(values: readonly QualifiedValue[], names: Readonly<Record<string, string>>, other: string): Texts {
  const texts: Texts = {};
  for (const { qualifier, value } of values) {
    let field = names[qualifier] ?? `${other}.${qualifier}`;
    while (texts[field] !== undefined) field += ".again";
    texts[field] = value === "" ? "nothing" : value;
  }
  return texts;
}

function datesAsValues(dates: readonly QualifiedDate[]): QualifiedValue[] {
  return dates.map(({ qualifier, on }) => ({ qualifier, value: on }));
}

function coverageFacts(coverage: ReadCoverage, index: number): Texts {
  const texts: Texts = {
    maintenance: word({ "021": "add" }, coverage.maintenanceCode),
    line: word({ HLT: "medical", DEN: "dental" }, coverage.lineCode),
    planText: coverage.planText,
    level: word(levels, coverage.levelCode),
    ...byQualifier(datesAsValues(coverage.dates), { "348": "startOn" }, "date"),
    ...byQualifier(coverage.references, { CE: "planId", "1L": "policyId" }, "reference"),
  };
  return Object.fromEntries(Object.entries(texts).map(([field, value]) => [`coverage.${index}.${field}`, value]));
}

type CategoryForm = { readonly field: string; readonly qualifier: string; readonly read: (value: string) => string };

const inCents = (value: string) =>
  /^-?\d+\.\d\d$/.test(value) ? String(Number(value.replace(".", ""))) : `text ${value}`;
const asWritten = (value: string) => value;
const areaOf = (value: string) =>
  value.replace(/^R-([A-Z]{2})(\d{3})$/, (_all, state, digits) => `${state} ${Number(digits)}`);

const categoryForms: Readonly<Record<string, CategoryForm>> = {
  "PRE AMT 1": { field: "premiumCents", qualifier: "9X", read: inCents },
  "PRE AMT TOT": { field: "totalPremiumCents", qualifier: "9X", read: inCents },
  "TOT RES AMT": { field: "employeeShareCents", qualifier: "9V", read: inCents },
  "TOT EMP RES AMT": { field: "employerShareCents", qualifier: "9V", read: inCents },
  "RATING AREA": { field: "ratingArea", qualifier: "9X", read: areaOf },
  "SOURCE EXCHANGE ID": { field: "exchange", qualifier: "17", read: asWritten },
  "REQUEST SUBMIT TIMESTAMP": { field: "submittedAt", qualifier: "17", read: asWritten },
};

function categoryFacts(categories: readonly ReadCategory[]): Texts {
  const texts: Texts = {};
  for (const { name, qualifier, value, on } of categories) {
    const form = categoryForms[name];
    let field = form?.field ?? `category.${name}`;
    while (texts[field] !== undefined) field += ".again";
    const fits = form !== undefined && form.qualifier === qualifier;
    texts[field] = fits ? form.read(value) : `${qualifier} ${value}`;
    if (on !== undefined) texts[`${field}.on`] = on;
  }
  return texts;
}

function nameFacts({ name }: ReadMember): Texts {
  if (name === undefined) return {};
  const ssnOnly = name.idQualifier === "34" || (name.idQualifier === "" && name.id === "");
  return {
    nameKind: name.entityCode === "IL" ? "" : name.entityCode,
    lastName: name.last,
    firstName: name.first,
    middleName: name.middle,
    suffix: name.suffix,
    ssn: ssnOnly ? name.id : `other ${name.idQualifier}`,
    ssnKind: name.idQualifier === "34" && name.id === "" ? "34" : "",
  };
}

function addressFacts({ address }: ReadMember): Texts {
  if (address === undefined) return {};
  const { line1, line2, city, state, zip, county, countyQualifier } = address;
  return {
    line1,
    line2,
    city,
    state,
    zip,
    countyFips: countyQualifier === "CY" ? county : `${countyQualifier} ${county}`,
  };
}

function languageFacts({ languages }: ReadMember): Texts {
  const texts = languages.map(({ code, use }) => (use === "5" ? code : `${code} use ${use}`));
  return { language: texts.join(", ") };
}

function memberFacts(member: ReadMember, index: number): Facts {
  const references = { "0F": "subscriberNumber", "1L": "policyId", "17": "exchangeMemberId" };
  const dates = { "356": "eligibleOn", "336": "hiredOn", "300": "signedOn" };
  const texts: Texts = {
    role: member.isSubscriber ? "subscriber" : "dependent",
    relationship: relationshipOf(member),
    maintenance: word({ "021": "add" }, member.maintenanceCode),
    reason: word({ EC: "member choice" }, member.reasonCode),
    benefitStatus: word({ A: "active" }, member.benefitStatus),
    employmentBasis: word({ FT: "full-time", PT: "part-time" }, member.employmentCode),
    ...byQualifier(member.references, references, "reference"),
    ...byQualifier(datesAsValues(member.dates), dates, "date"),
    ...nameFacts(member),
    ...byQualifier(member.contacts, { TE: "phone", EM: "email" }, "contact"),
    ...addressFacts(member),
    bornOn: member.bornOn,
    sex: member.sex,
    tobacco: word({ T: "yes", N: "no", U: "unknown" }, member.healthCode),
    ...languageFacts(member),
    "coverage.count": String(member.coverages.length),
    ...Object.assign({}, ...member.coverages.map(coverageFacts)),
    ...categoryFacts(member.categories),
    unread: member.unread.join(" "),
  };
  return factsFrom(texts, `members.${index}.`);
}

function partyFacts(model: Read834): Texts {
  const kinds: Readonly<Record<string, { prefix: string; ids: Readonly<Record<string, string>> }>> = {
    P5: { prefix: "employer", ids: { FI: "ein" } },
    IN: { prefix: "issuer", ids: { FI: "federalTaxId", "94": "issuerId" } },
    BO: { prefix: "broker", ids: { "94": "nationalProducerNumber" } },
  };
  const texts: Texts = {};
  for (const { entityCode, name, idQualifier, id } of model.parties) {
    const kind = kinds[entityCode];
    let prefix = kind?.prefix ?? `party.${entityCode}`;
    while (texts[`${prefix}.name`] !== undefined) prefix += ".again";
    texts[`${prefix}.name`] = name;
    texts[`${prefix}.${kind?.ids[idQualifier] ?? `id.${idQualifier}`}`] = id;
  }
  return texts;
}

/** Everything the transaction says, in the words of the enrollment. */
export function readFacts(model: Read834): Facts {
  const facts = factsFrom({
    controlNumber: Number(model.controlNumber),
    purpose: word({ "00": "original" }, model.purpose),
    reference: model.reference,
    createdOn: model.createdOn,
    createdTime: model.createdTime,
    zone: model.zone,
    originalReference: model.originalReference,
    action: word({ "2": "change" }, model.action),
    ...byQualifier(model.references, { "38": "groupPolicyNumber" }, "reference"),
    ...byQualifier(datesAsValues(model.dates), {}, "date"),
    ...byQualifier(model.quantities, { ET: "subscribers", DT: "dependents", TO: "people" }, "quantity"),
    ...partyFacts(model),
    unread: model.unread.join(" "),
  });
  model.members.forEach((member, index) => {
    for (const [field, value] of memberFacts(member, index)) facts.set(field, value);
  });
  return facts;
}
