import { describe, expect, test } from "vitest";
import { family } from "../testing/enrollment-fixture";
import { fileAround, firstTransaction, rendered } from "../testing/reread";
import { dateOf, referenceOf, type Read834 } from "./enrollment-model";
import { read834 } from "./read-834";

const sound = fileAround([rendered(family)]);

function read(text: string) {
  return read834(firstTransaction(text));
}

function modelOf(text: string): Read834 {
  const { model } = read(text);
  if (model === undefined) throw new Error("no model");
  return model;
}

const codesOf = (text: string): string[] => read(text).findings.map((finding) => finding.code);

describe("a transaction of ours", () => {
  const model = modelOf(sound);

  test("is read without findings, and nothing in it is left unread", () => {
    expect(read(sound).findings).toEqual([]);
    expect([model.unread, ...model.members.map((member) => member.unread)]).toEqual([[], [], [], []]);
  });

  test("gives the header", () => {
    expect(model).toMatchObject({
      purpose: "00",
      reference: "70023",
      createdOn: "2026-09-21",
      zone: "CT",
      action: "2",
    });
    expect(referenceOf(model.references, "38")).toBe("GRP-88-001");
    expect(model.parties.map((party) => [party.entityCode, party.id])).toEqual([
      ["P5", "431234567"],
      ["IN", "430000001"],
      ["BO", "88888888"],
    ]);
  });

  test("gives each person with coverage and amounts", () => {
    const [subscriber, spouse, child] = model.members;
    expect(subscriber).toMatchObject({
      isSubscriber: true,
      relationshipCode: "18",
      employmentCode: "FT",
      bornOn: "1985-04-12",
    });
    expect(subscriber?.name).toMatchObject({ last: "PENA", first: "ROSA", idQualifier: "34", id: "899120001" });
    expect(subscriber?.address).toMatchObject({ city: "COLUMBIA", state: "MO", zip: "65201", county: "29019" });
    expect(dateOf(subscriber?.dates ?? [], "336")).toBe("2020-03-15");
    expect(spouse?.name?.suffix).toBe("JR");
    expect(child?.address).toBeUndefined();
    expect(child?.coverages.map((coverage) => coverage.lineCode)).toEqual(["HLT"]);
    expect(subscriber?.categories.map((category) => [category.name, category.value])).toContainEqual([
      "PRE AMT TOT",
      "1413.85",
    ]);
  });
});

describe("a defect inside a transaction is found:", () => {
  const cases: [string, string, string, string][] = [
    ["a birth date that does not exist", "DMG*D8*19850412", "DMG*D8*19850431", "not-a-date"],
    ["a state that does not exist", "*MO*65201", "*XX*65201", "state-unknown"],
    ["a malformed ZIP code", "*MO*65201", "*MO*652O1", "zip-malformed"],
    ["a person who is neither subscriber nor dependent", "INS*N*01*", "INS*X*01*", "code-unknown"],
    ["an unknown relationship", "INS*N*01*", "INS*N*99*", "code-unknown"],
    ["an unknown maintenance kind", "INS*N*01*021", "INS*N*01*029", "code-unknown"],
    ["an unknown sex", "*19850412*F", "*19850412*X", "code-unknown"],
    ["a count of people that is off", "QTY*TO*3", "QTY*TO*4", "member-count-wrong"],
    ["no beginning", "BGN*", "BGM*", "beginning-missing"],
    ["no employer", "N1*P5*", "N1*ZZ*", "sponsor-not-exactly-one"],
    ["two insurers", "N1*BO*", "N1*IN*", "insurer-not-exactly-one"],
    ["no subscriber number", "REF*0F*", "REF*0X*", "subscriber-number-missing"],
    ["a person without a name", "NM1*IL*1*O'NEIL*JOHN***JR*34*899120002~", "", "member-name-missing"],
    ["coverage without a date", "HD*021**HLT**FAM~DTP*348*D8*20261001~", "HD*021**HLT**FAM~", "coverage-date-missing"],
    ["segments out of order", "REF*38*GRP-88-001~QTY*ET*1~", "QTY*ET*1~REF*38*GRP-88-001~", "segment-out-of-order"],
    ["a segment that does not belong", "HLH*N~", "CLM*N~", "segment-not-expected"],
    ["categories that are not closed", "LE*2700~INS", "INS", "category-loop-not-closed"],
    ["categories that are not opened", "LS*2700~", "", "segment-not-expected"],
    ["categories numbered wrongly", "LX*2~", "LX*3~", "category-number-out-of-order"],
    ["a category without a value", "N1*75*PRE AMT TOT~REF*9X*1413.85~", "N1*75*PRE AMT TOT~", "category-incomplete"],
  ];

  test.each(cases)("%s", (_what, from, to, code) => {
    const edited = sound.replace(from, to);
    expect(edited).not.toBe(sound);
    expect(codesOf(edited)).toContain(code);
  });

  test("a transaction without people", () => {
    const empty = sound.replace(/INS\*.*LE\*2700~/, "");
    expect(codesOf(empty)).toContain("no-members");
  });
});

test("another guide is told, not read", () => {
  const { model, findings } = read(sound.replaceAll("005010X220A1", "005010X307"));
  expect(model).toBeUndefined();
  expect(findings.map((finding) => [finding.severity, finding.code])).toEqual([["notice", "guide-not-supported"]]);
});

test("loops that the model does not hold are named and spoil nothing", () => {
  const extra = "NM1*31*1~N3*PO BOX 1~N4*COLUMBIA*MO*65201~";
  const payer = "COB*P*890111*5~NM1*IN*2*OTHER PLAN~";
  const text = sound.replace("HD*021", `${extra}HD*021`).replace("LS*2700", `${payer}LS*2700`);
  const { model, findings } = read(text);
  expect(findings).toEqual([]);
  expect(model?.members[0]?.unread).toEqual(["NM1", "N3", "N4", "COB", "NM1"]);
  expect(model?.members[0]?.name?.last).toBe("PENA");
});
