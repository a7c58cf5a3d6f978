import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { InsurerDelivery, InsurerFile } from "./port";

/** The other end of a delivery, as a test sees it. */
export type FarEnd = {
  readonly delivery: InsurerDelivery;
  readonly names: () => Promise<string[]>;
  readonly read: (name: string) => Promise<Buffer>;
  /** Something of this name is there already, put by somebody else. */
  readonly place: (name: string, bytes: Buffer) => Promise<void>;
};

export function insurerFile(fileName: string, text: string): InsurerFile {
  const bytes = Buffer.from(text, "latin1");
  return { fileName, bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** What every way to an insurer must do; each adapter's test runs it against the real thing. */
export function insurerDeliveryContract(title: string, makeFarEnd: () => Promise<FarEnd>): void {
  describe(title, () => {
    it("brings the file whole, under its final name, and leaves nothing else", async () => {
      const far = await makeFarEnd();
      const file = insurerFile("834_10001_S_I_20140102_000000001_P.edi", "ISA*00~\u00e9".repeat(500));
      expect(await far.delivery.deliver(file)).toEqual({ delivered: true, alreadyThere: false });
      expect(await far.names()).toEqual([file.fileName]);
      expect((await far.read(file.fileName)).equals(Buffer.from(file.bytes))).toBe(true);
    });

    it("takes the same file a second time as delivered already", async () => {
      const far = await makeFarEnd();
      const file = insurerFile("a.edi", "one");
      await far.delivery.deliver(file);
      expect(await far.delivery.deliver(file)).toEqual({ delivered: true, alreadyThere: true });
      expect(await far.names()).toEqual(["a.edi"]);
    });

    it("never replaces a file that holds something else", async () => {
      const far = await makeFarEnd();
      await far.place("a.edi", Buffer.from("theirs"));
      expect(await far.delivery.deliver(insurerFile("a.edi", "ours"))).toMatchObject({
        delivered: false,
        failure: "name-taken",
      });
      expect((await far.read("a.edi")).toString()).toBe("theirs");
    });

    it("starts over when a half-written part was left behind", async () => {
      const far = await makeFarEnd();
      await far.place("a.edi.part", Buffer.from("IS"));
      expect(await far.delivery.deliver(insurerFile("a.edi", "ISA whole"))).toMatchObject({ delivered: true });
      expect((await far.read("a.edi")).toString()).toBe("ISA whole");
      expect(await far.names()).toEqual(["a.edi"]);
    });

    it("sends nothing when the bytes are not the stored ones", async () => {
      const far = await makeFarEnd();
      const damaged = { ...insurerFile("a.edi", "stored"), bytes: Buffer.from("changed") };
      expect(await far.delivery.deliver(damaged)).toMatchObject({ delivered: false, failure: "content-damaged" });
      expect(await far.names()).toEqual([]);
    });

    it("ends with one whole file when two runs deliver it at once", async () => {
      const far = await makeFarEnd();
      const file = insurerFile("a.edi", "x".repeat(200_000));
      await Promise.all([far.delivery.deliver(file), far.delivery.deliver(file)]);
      await far.delivery.deliver(file);
      expect(await far.names()).toEqual(["a.edi"]);
      expect((await far.read("a.edi")).equals(Buffer.from(file.bytes))).toBe(true);
    });
  });
}
