import type { QualifiedDate, QualifiedValue, ReadAddress, ReadMember } from "./enrollment-model";
import { postalStates } from "./postal-states";
import { unreadElements, type ReadingPlace } from "./reading-place";
import { elementOf, type Segment } from "./tokenizer";

/** A member from its INS, everything else still empty. */
export function startMember(segment: Segment): ReadMember {
  const value = (number: number) => elementOf(segment, number);
  return {
    position: segment.position,
    subscriberCode: value(1),
    isSubscriber: value(1) === "Y",
    relationshipCode: value(2),
    maintenanceCode: value(3),
    reasonCode: value(4),
    benefitStatus: value(5),
    employmentCode: value(8),
    handicapCode: value(10),
    references: [],
    dates: [],
    name: undefined,
    contacts: [],
    address: undefined,
    bornOn: undefined,
    sex: "",
    healthCode: "",
    languages: [],
    coverages: [],
    categories: [],
    unread: unreadElements(segment, [1, 2, 3, 4, 5, 8, 10]),
  };
}

type Lists = { readonly references: QualifiedValue[]; readonly dates: QualifiedDate[]; readonly unread: string[] };

/** REF and DTP of a loop. */
function readNumbersAndDates({ references, dates, unread }: Lists, segment: Segment, { day }: ReadingPlace): void {
  if (segment.id === "REF") {
    references.push({ qualifier: elementOf(segment, 1), value: elementOf(segment, 2) });
    unread.push(...unreadElements(segment, [1, 2]));
  } else if (elementOf(segment, 2) === "RD8") {
    unread.push(segment.id);
  } else {
    const on = day(segment, 3);
    if (on !== undefined) dates.push({ qualifier: elementOf(segment, 1), on });
    if (elementOf(segment, 2) !== "D8") unread.push("DTP02");
    unread.push(...unreadElements(segment, [1, 2, 3]));
  }
}

function addressOf(member: ReadMember): ReadAddress {
  member.address ??= { line1: "", line2: "", city: "", state: "", zip: "", countyQualifier: "", county: "" };
  return member.address;
}

function isUnitedStates(country: string): boolean {
  return country === "" || country === "US" || country === "USA";
}

function readCity(member: ReadMember, segment: Segment, { error }: ReadingPlace): void {
  const value = (number: number) => elementOf(segment, number);
  const place = { city: value(1), state: value(2), zip: value(3), countyQualifier: value(5), county: value(6) };
  Object.assign(addressOf(member), place);
  if (!isUnitedStates(value(4))) return void member.unread.push("N404");
  if (!postalStates.has(value(2))) error("state-unknown", segment, 2);
  if (!/^\d{5}(\d{4})?$/.test(value(3))) error("zip-malformed", segment, 3);
  member.unread.push(...unreadElements(segment, [1, 2, 3, 5, 6]));
}

function readContacts(member: ReadMember, segment: Segment): void {
  for (let element = 3; element < segment.elements.length; element += 2) {
    member.contacts.push({ qualifier: elementOf(segment, element), value: elementOf(segment, element + 1) });
  }
  if (elementOf(segment, 1) !== "IP") member.unread.push("PER01");
  if (elementOf(segment, 2) !== "") member.unread.push("PER02");
}

function readDemographics(member: ReadMember, segment: Segment, place: ReadingPlace): void {
  member.bornOn = place.day(segment, 2);
  member.sex = elementOf(segment, 3);
  if (!["M", "F", "U"].includes(member.sex)) place.error("code-unknown", segment, 3);
  if (elementOf(segment, 1) !== "D8") place.error("code-unknown", segment, 1);
  member.unread.push(...unreadElements(segment, [1, 2, 3]));
}

function readNameSegment(member: ReadMember, segment: Segment, place: ReadingPlace): void {
  const value = (number: number) => elementOf(segment, number);
  const known = (...elements: number[]) => member.unread.push(...unreadElements(segment, elements));
  switch (segment.id) {
    case "NM1": {
      if (member.name !== undefined) place.error("segment-repeated", segment);
      const person = { last: value(3), first: value(4), middle: value(5), suffix: value(7) };
      member.name = { entityCode: value(1), ...person, idQualifier: value(8), id: value(9) };
      if (value(2) !== "1") place.error("code-unknown", segment, 2);
      return void known(1, 2, 3, 4, 5, 7, 8, 9);
    }
    case "PER":
      return readContacts(member, segment);
    case "N3":
      Object.assign(addressOf(member), { line1: value(1), line2: value(2) });
      return void known(1, 2);
    case "N4":
      return readCity(member, segment, place);
    case "DMG":
      return readDemographics(member, segment, place);
    case "HLH":
      member.healthCode = value(1);
      return void known(1);
    case "LUI":
      member.languages.push({ code: value(2), use: value(4) });
      if (value(1) !== "LE") member.unread.push("LUI01");
      return void known(1, 2, 4);
    default:
      member.unread.push(segment.id);
  }
}

function readCoverageSegment(member: ReadMember, segment: Segment, place: ReadingPlace): void {
  const value = (number: number) => elementOf(segment, number);
  if (segment.id === "HD") {
    const codes = { maintenanceCode: value(1), lineCode: value(3), planText: value(4), levelCode: value(5) };
    member.coverages.push({ position: segment.position, ...codes, dates: [], references: [] });
    return void member.unread.push(...unreadElements(segment, [1, 3, 4, 5]));
  }
  const coverage = member.coverages.at(-1);
  if (coverage === undefined || (segment.id !== "REF" && segment.id !== "DTP"))
    return void member.unread.push(segment.id);
  readNumbersAndDates({ ...coverage, unread: member.unread }, segment, place);
}

function readCategorySegment(member: ReadMember, segment: Segment, place: ReadingPlace): void {
  const value = (number: number) => elementOf(segment, number);
  if (segment.id === "LS") {
    if (segment.elements.join() !== "2700") place.error("loop-id-unknown", segment, 1);
    return;
  }
  if (segment.id === "LX") {
    if (Number(value(1)) !== member.categories.length + 1) place.error("category-number-out-of-order", segment, 1);
    member.categories.push({ number: value(1), name: "", qualifier: "", value: "", on: undefined });
    return void member.unread.push(...unreadElements(segment, [1]));
  }
  const category = member.categories.at(-1);
  if (category === undefined) return place.error("segment-out-of-order", segment);
  if (segment.id === "N1") {
    category.name = value(2);
    member.unread.push(...unreadElements(segment, value(1) === "75" ? [1, 2] : [2]));
  } else if (segment.id === "REF") {
    Object.assign(category, { qualifier: value(1), value: value(2) });
    member.unread.push(...unreadElements(segment, [1, 2]));
  } else if (value(1) === "007" && value(2) === "D8") {
    category.on = place.day(segment, 3);
    member.unread.push(...unreadElements(segment, [1, 2, 3]));
  } else {
    member.unread.push(segment.id);
  }
}

/** Puts one segment of a member's loop 2000 where it belongs. */
export function readMemberSegment(member: ReadMember, segment: Segment, place: ReadingPlace): void {
  switch (place.loop) {
    case "member":
      return readNumbersAndDates(member, segment, place);
    case "name":
      return readNameSegment(member, segment, place);
    case "coverage":
      return readCoverageSegment(member, segment, place);
    case "categories":
      return readCategorySegment(member, segment, place);
    default:
      // Mail addresses, schools, custodial parents, providers and other payers are seen, named and left alone; but
      // a state that does not exist is told wherever it stands.
      if (segment.id === "N4" && isUnitedStates(elementOf(segment, 4)) && !postalStates.has(elementOf(segment, 2))) {
        place.error("state-unknown", segment, 2);
      }
      member.unread.push(segment.id);
  }
}
