import { describe, expect, it } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import type { InitialEnrollment } from "~/domain/enrollment/enrollment-event";
import { readEnvelopes } from "~/domain/x12/reading/envelope-reader";
import { employee, family, familySsns } from "~/domain/x12/testing/enrollment-fixture";
import { composeTransmission, transmissionFileName } from "./transmission-file.server";

const made = { on: calendarDate("2026-09-21"), time: "061500" };

function compose(events: readonly InitialEnrollment[]) {
  const sets = events.map((_, index) => 41 + index);
  return composeTransmission({
    issuerId: "12345",
    events,
    ssns: familySsns,
    numbers: { interchange: 7, group: 9, sets },
    made,
  });
}

const neighbour: InitialEnrollment = { ...family, eventId: "e-2", policyId: "MO-2026-000124" };

describe("a file for an insurer", () => {
  it("holds one transaction set for each event, with the numbers it was given", () => {
    const file = compose([family, neighbour]);
    expect(file.invalid).toEqual([]);
    const reading = readEnvelopes(file.bytes?.toString("latin1") ?? "");
    const [interchange] = reading.interchanges;
    expect(interchange?.controlNumber).toBe("000000007");
    expect(interchange?.groups[0]?.controlNumber).toBe("9");
    expect(interchange?.groups[0]?.transactions.map((set) => set.controlNumber)).toEqual(["0041", "0042"]);
    expect([...file.setNumbers]).toEqual([
      ["e-1", 41],
      ["e-2", 42],
    ]);
  });

  it("leaves out an event that cannot be written, and sends its neighbours", () => {
    const bad: InitialEnrollment = {
      ...family,
      eventId: "e-bad",
      members: [{ ...employee, lastName: "李" }],
    };
    const file = compose([family, bad, neighbour]);
    expect(file.invalid.map(({ eventId }) => eventId)).toEqual(["e-bad"]);
    expect([...file.setNumbers.keys()]).toEqual(["e-1", "e-2"]);
    expect(file.bytes?.toString("latin1")).toContain("ST*834*0043*");
    expect(file.bytes?.toString("latin1")).not.toContain("ST*834*0042*");
  });

  it("leaves out an event whose written form does not say what was meant, and sends its neighbours", () => {
    // Stands for a writer that puts a wrong number into the file: the second look at the map is the comparison's.
    class Slipping extends Map<string, string> {
      private readonly seen = new Set<string>();
      override get(memberId: string): string | undefined {
        const slips = memberId === "m-1" && this.seen.has(memberId);
        this.seen.add(memberId);
        return slips ? "899120009" : super.get(memberId);
      }
    }
    const others = neighbour.members.map((member) => ({ ...member, memberId: `n-${member.memberId}` }));
    const file = composeTransmission({
      issuerId: "12345",
      events: [family, { ...neighbour, members: others }],
      ssns: new Slipping(familySsns),
      numbers: { interchange: 7, group: 9, sets: [41, 42] },
      made,
    });
    expect(file.invalid).toMatchObject([
      { eventId: "e-1", problems: [{ code: "file-differs-from-enrollment", params: { memberId: "m-1" } }] },
    ]);
    expect([...file.setNumbers]).toEqual([["e-2", 42]]);
    expect(JSON.stringify(file.invalid)).not.toContain("89912");
  });

  it("is no file at all when nothing can be sent", () => {
    const { bytes, invalid } = compose([{ ...family, members: [] }]);
    expect(bytes).toBeNull();
    expect(invalid).toHaveLength(1);
  });

  it("names its partner, kind, day, number and usage", () => {
    const name = transmissionFileName({ issuerId: "12345", madeOn: made.on, interchangeControlNumber: 7 });
    expect(name).toBe("834_12345_S_I_20260921_000000007_P.edi");
  });
});
