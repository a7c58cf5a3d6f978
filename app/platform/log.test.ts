import { describe, expect, it } from "vitest";
import { loggableError, withoutSocialSecurityNumbers } from "./log.server";

describe("the log", () => {
  it.each([
    ['{"note":"SSN 123-45-6789 seen"}', '{"note":"SSN ***-**-**** seen"}'],
    ['{"value":"123456789"}', '{"value":"*********"}'],
    ['{"time":1764000000000}', '{"time":1764000000000}'],
    ['{"id":"0198f3a1-1234-7abc-8def-123456789012"}', '{"id":"0198f3a1-1234-7abc-8def-123456789012"}'],
    ['{"phone":"202-555-0143"}', '{"phone":"202-555-0143"}'],
  ])("turns %s into %s", (line, expected) => {
    expect(withoutSocialSecurityNumbers(line)).toBe(expected);
  });

  it("keeps statement parameters out of a failed query's entry", () => {
    const error = new Error("Failed query: insert into people values ($1)\nparams: Maria Lopez", {
      cause: Object.assign(new Error("duplicate key"), { code: "23505" }),
    });
    const entry = loggableError(error);
    expect(JSON.stringify(entry)).not.toContain("Maria");
    expect(entry).toMatchObject({ message: "Failed query: insert into people values ($1)", cause: { code: "23505" } });
  });
});
