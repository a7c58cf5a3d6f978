import { referenceOf, type Read834, type ReadMember } from "./enrollment-model";
import type { TransactionSet } from "./envelope";
import type { Finding } from "./finding";
import { elementOf, type Segment } from "./tokenizer";

const relationshipCodes = new Set(
  "01 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 23 24 25 26 31 38 53 60 D2 G8 G9".split(" "),
);
const maintenanceCodes = new Set(["001", "021", "024", "025", "030"]);

type Found = Omit<Finding, "interchange">;

function memberFindings(member: ReadMember): Found[] {
  const at = (code: string, element?: number): Found => ({
    severity: "error",
    code,
    segment: member.position,
    segmentId: "INS",
    ...(element === undefined ? {} : { element }),
  });
  const findings: Found[] = [];
  if (!["Y", "N"].includes(member.subscriberCode)) findings.push(at("code-unknown", 1));
  if (!relationshipCodes.has(member.relationshipCode)) findings.push(at("code-unknown", 2));
  if (!maintenanceCodes.has(member.maintenanceCode)) findings.push(at("code-unknown", 3));
  if (referenceOf(member.references, "0F") === undefined) findings.push(at("subscriber-number-missing"));
  if (member.name === undefined) findings.push(at("member-name-missing"));
  for (const { position, dates } of member.coverages) {
    if (dates.length === 0)
      findings.push({ severity: "error", code: "coverage-date-missing", segment: position, segmentId: "HD" });
  }
  const categories = member.categories.filter(({ name, qualifier }) => name === "" || qualifier === "");
  if (categories.length > 0) findings.push(at("category-incomplete"));
  return findings;
}

/** QTY against what was counted: ET subscribers, DT dependents, TO all. */
function quantityFindings(model: Read834, segments: readonly Segment[]): Found[] {
  const subscribers = model.members.filter((member) => member.isSubscriber).length;
  const counted: Readonly<Record<string, number>> = {
    ET: subscribers,
    DT: model.members.length - subscribers,
    TO: model.members.length,
  };
  return segments.flatMap((segment): Found[] => {
    const expected = counted[elementOf(segment, 1)];
    if (segment.id !== "QTY" || expected === undefined || Number(elementOf(segment, 2)) === expected) return [];
    const params = { counted: expected };
    return [
      {
        severity: "error",
        code: "member-count-wrong",
        segment: segment.position,
        segmentId: "QTY",
        element: 2,
        params,
      },
    ];
  });
}

/** What every 834 must hold and this one does not. */
export function completenessFindings(model: Read834, { segments, interchange }: TransactionSet): Finding[] {
  const position = segments[0]?.position ?? 0;
  const missing = (code: string): Found => ({ severity: "error", code, segment: position, segmentId: "ST" });
  const findings: Found[] = [];
  if (segments[1]?.id !== "BGN" || segments.filter(({ id }) => id === "BGN").length !== 1) {
    findings.push(missing("beginning-missing"));
  }
  for (const entityCode of ["P5", "IN"]) {
    const count = model.parties.filter((party) => party.entityCode === entityCode).length;
    if (count !== 1)
      findings.push(missing(entityCode === "P5" ? "sponsor-not-exactly-one" : "insurer-not-exactly-one"));
  }
  if (model.members.length === 0) findings.push(missing("no-members"));
  const all = [findings, quantityFindings(model, segments), ...model.members.map(memberFindings)].flat();
  return all.map((finding) => ({ ...finding, interchange }));
}
