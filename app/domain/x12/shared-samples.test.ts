import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { describeWithRealData } from "../../platform/testing/real-data";
import type { TransactionSet } from "./reading/envelope";
import { readEnvelopes } from "./reading/envelope-reader";
import type { Finding } from "./reading/finding";
import { read834 } from "./reading/read-834";

const errorsIn = (findings: readonly Finding[]) =>
  findings.filter((f) => f.severity === "error").map((f) => `${f.code} ${f.segmentId ?? ""}${f.element ?? ""}`.trim());

function readSample(folder: string, name: string) {
  const envelopes = readEnvelopes(readFileSync(`${folder}/x12/${name}`, "latin1"));
  const grouped = envelopes.interchanges.flatMap((i) => i.groups.flatMap((group) => group.transactions));
  const transactions: readonly TransactionSet[] = [...grouped, ...envelopes.fragments];
  const readings = transactions.filter((t) => t.type === "834").map(read834);
  return { envelopes, transactions, readings };
}

const sound: [string, { transactions: number; members: number }][] = [
  ["820-x218-group-premium-list-bill.edi", { transactions: 1, members: 0 }],
  ["834-multiple-st-audit.edi", { transactions: 4, members: 4 }],
  ["834-x220a1-add-dependent-student.edi", { transactions: 1, members: 1 }],
  ["834-x220a1-cancel-dependent.edi", { transactions: 1, members: 1 }],
  ["834-x220a1-change-subscriber.edi", { transactions: 1, members: 1 }],
  ["834-x220a1-enroll-employee-multiple-products.edi", { transactions: 1, members: 1 }],
  ["834-x220a1-reinstate-employee.edi", { transactions: 1, members: 1 }],
  ["834-x220a1-terminate-subscriber.edi", { transactions: 1, members: 1 }],
  ["834-x307-shop-group-enrollment.edi", { transactions: 1, members: 0 }],
  ["999-accepted-834.edi", { transactions: 1, members: 0 }],
  ["999-partial-834.edi", { transactions: 1, members: 0 }],
  ["ta1-accepted-and-rejected.edi", { transactions: 0, members: 0 }],
];

describeWithRealData("files of other makers", (folder) => {
  test.each(sound)("%s is sound", (name, { transactions, members }) => {
    const sample = readSample(folder, name);
    expect(errorsIn(sample.envelopes.findings)).toEqual([]);
    expect(sample.readings.flatMap((reading) => errorsIn(reading.findings))).toEqual([]);
    expect(sample.transactions).toHaveLength(transactions);
    expect(sample.readings.flatMap((reading) => reading.model?.members ?? [])).toHaveLength(members);
  });

  test.each(["834-x307-shop-group-enrollment.edi", "820-x218-group-premium-list-bill.edi"])(
    "%s follows a guide that is not ours: told, not an error",
    (name) => {
      const codes = readSample(folder, name).envelopes.findings.map((finding) => [finding.severity, finding.code]);
      expect(codes).toEqual([["notice", "guide-not-supported"]]);
    },
  );

  test("a piece without an interchange says so and its people and money are shown", () => {
    const { envelopes, readings } = readSample(folder, "834-shop-dc-st-se-fragment.edi");
    expect(errorsIn(envelopes.findings)).toEqual(["no-interchange-header"]);
    expect(errorsIn(readings[0]?.findings ?? [])).toEqual([]);
    const members = readings[0]?.model?.members ?? [];
    const amounts = members.flatMap((m) => m.categories.filter((c) => c.name === "PRE AMT 1").map((c) => c.value));
    expect(amounts).toEqual(["516.63", "537.01", "360.21"]);
  });

  test("a file with an impossible group date and an unknown state names both, and the rest is read", () => {
    const { envelopes, readings } = readSample(folder, "834-ffe-initial-enrollment-family-2700.edi");
    expect(errorsIn(envelopes.findings)).toEqual(["not-a-date GS4"]);
    const inside = errorsIn(readings[0]?.findings ?? []);
    expect(new Set(inside)).toEqual(new Set(["state-unknown N42"]));
    expect(inside).toHaveLength(5);
    expect(readings[0]?.model?.members).toHaveLength(4);
  });

  test("two acknowledgments in two interchanges are both there", () => {
    const { envelopes } = readSample(folder, "ta1-accepted-and-rejected.edi");
    expect(
      envelopes.interchanges.flatMap((i) => i.acknowledgments.map((a) => [a.controlNumber, a.code, a.note])),
    ).toEqual([
      ["000000021", "A", "000"],
      ["000000022", "R", "025"],
    ]);
  });

  test("what is no X12 is told", () => {
    const text = readFileSync(`${folder}/x12/rcni-issuer-reconciliation-sample.txt`, "latin1");
    expect(errorsIn(readEnvelopes(text).findings)).toEqual(["not-x12"]);
  });
});
