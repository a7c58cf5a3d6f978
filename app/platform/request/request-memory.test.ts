import { describe, expect, it } from "vitest";
import { clientAddress, forgetAnswers, inRequest, oncePerRequest } from "./request-memory.server";

describe("what is remembered during a request", () => {
  it("asks once inside one request and again in the next", async () => {
    let asked = 0;
    const ask = () => oncePerRequest("who", async () => (asked += 1));
    const twice = () => Promise.all([ask(), ask()]);
    expect(await inRequest({ clientAddress: "192.0.2.1" }, twice)).toEqual([1, 1]);
    expect(await inRequest({ clientAddress: "192.0.2.1" }, twice)).toEqual([2, 2]);
  });

  it("asks again after an act that changed the answer", async () => {
    let asked = 0;
    const ask = () => oncePerRequest("who", async () => (asked += 1));
    await inRequest({ clientAddress: "192.0.2.1" }, async () => {
      await ask();
      forgetAnswers();
      expect(await ask()).toBe(2);
    });
  });

  it("keeps two requests at once apart", async () => {
    const asker = (name: string) => () =>
      oncePerRequest("who", async () => {
        await new Promise((resolve) => setImmediate(resolve));
        return `${name} ${clientAddress()}`;
      });
    const answers = await Promise.all([
      inRequest({ clientAddress: "192.0.2.1" }, asker("ana")),
      inRequest({ clientAddress: "192.0.2.2" }, asker("bo")),
    ]);
    expect(answers).toEqual(["ana 192.0.2.1", "bo 192.0.2.2"]);
  });

  it("remembers nothing outside a request", async () => {
    let asked = 0;
    await oncePerRequest("who", async () => (asked += 1));
    await oncePerRequest("who", async () => (asked += 1));
    expect(asked).toBe(2);
    expect(clientAddress()).toBe("unknown");
  });
});
