import { describe, expect, it } from "vitest";
import { translator } from "~/platform/i18n/translator.server";
import { historySentence } from "./history-sentence";

const say = (action: string, details = {}, locale: "en" | "es" = "en") =>
  historySentence(translator(locale, "employer"), locale, { action, details });

describe("a line of the history", () => {
  it("is a sentence in the reader's language, with days and shares written out", () => {
    expect(say("coverage-year-saved", { startOn: "2027-01-01" })).toBe("Set coverage to start on January 1, 2027");
    expect(say("join-approved", { person: "Hana" }, "es")).toBe("Dio acceso a Hana");
    const offer = { line: "dental", employeeBasisPoints: 7000, dependentsBasisPoints: 5000 };
    expect(say("offer-saved", offer)).toContain("dental offer: the business pays 70% of the premium");
  });

  it("names an action that has no sentence yet, and bears whatever it is told", () => {
    expect(say("something-new", { n: null, yes: true })).toBe("Recorded: something-new");
    expect(say("constructor")).toBe("Recorded: constructor");
    expect(say("join-approved")).toContain("act for the business");
    expect(say("employee-added", { name: "$t(employer:start.title)" })).toBe(
      "Added $t(employer:start.title) to the roster",
    );
  });
});
