import { describe, expect, it } from "vitest";
import { repeat } from "./repeat.server";

async function until(isTrue: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!isTrue() && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe("a repeated job", () => {
  it("comes again after a run that failed, and never while one is under way", async () => {
    let runs = 0;
    let under = 0;
    let most = 0;
    const job = repeat({
      name: "test",
      everySeconds: 0.01,
      run: async () => {
        runs += 1;
        most = Math.max(most, (under += 1));
        await new Promise((resolve) => setTimeout(resolve, 20));
        under -= 1;
        if (runs === 1) throw new Error("the first run fails");
      },
    });
    await until(() => runs >= 3);
    await job.stop();
    const ended = runs;
    expect(ended).toBeGreaterThanOrEqual(3);
    expect([under, most]).toEqual([0, 1]);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(runs).toBe(ended);
  });

  it("is stopped out of a long wait at once", async () => {
    const job = repeat({ name: "test", everySeconds: 3_600, run: async () => undefined });
    await new Promise((resolve) => setTimeout(resolve, 10));
    const before = Date.now();
    await job.stop();
    expect(Date.now() - before).toBeLessThan(1_000);
  });
});
