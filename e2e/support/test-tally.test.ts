import { describe, expect, it } from "vitest";
import { gatesIn, playwrightTally, sum, vitestTally, withEnding } from "./test-tally";

describe("the tally of all tests", () => {
  it("counts a test file that could not be loaded as a failure", () => {
    const loaded = { status: "passed", assertionResults: [{}, {}] };
    const unloaded = { status: "failed", assertionResults: [] };
    const counts = { numPassedTests: 2, numFailedTests: 0, numPendingTests: 1 };
    expect(vitestTally({ ...counts, testResults: [loaded] })).toEqual({ passed: 2, failed: 0, skipped: 1 });
    expect(vitestTally({ ...counts, testResults: [loaded, unloaded] })).toEqual({ passed: 2, failed: 1, skipped: 1 });
  });

  it("counts repeated journeys as passed, and errors outside journeys as failures", () => {
    const stats = { expected: 5, unexpected: 1, flaky: 2, skipped: 3 };
    expect(playwrightTally({ stats, errors: [{}] })).toEqual({ passed: 7, failed: 2, skipped: 3 });
  });

  it.each([
    [{ passed: 3, failed: 0, skipped: 0 }, 1, 1],
    [{ passed: 3, failed: 0, skipped: 0 }, null, 1],
    [{ passed: 3, failed: 2, skipped: 0 }, 1, 2],
    [{ passed: 3, failed: 0, skipped: 0 }, 0, 0],
  ])("%j that ended with status %s has %i failures", (tally, status, failed) => {
    expect(withEnding(tally, status).failed).toBe(failed);
  });

  it("adds up", () => {
    const tallies = [
      { passed: 1, failed: 0, skipped: 2 },
      { passed: 4, failed: 1, skipped: 0 },
    ];
    expect(sum(tallies)).toEqual({ passed: 5, failed: 1, skipped: 2 });
  });

  it("reads the gates from the check script", () => {
    expect(gatesIn("npm run typecheck && npm run -s lint && npm run format:check")).toEqual([
      "typecheck",
      "lint",
      "format:check",
    ]);
    expect(gatesIn(undefined)).toEqual([]);
  });
});
