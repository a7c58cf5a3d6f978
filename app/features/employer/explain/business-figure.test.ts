import { beforeAll, describe, expect, it } from "vitest";
import { calendarDate } from "~/domain/calendar/calendar-date";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { checkEligibility } from "~/features/employer/eligibility/check-eligibility.command.server";
import { checkEligibilitySchema } from "~/features/employer/eligibility/check-eligibility.schema";
import { latestDetermination } from "~/features/employer/eligibility/eligibility.query.server";
import { employerCalendar } from "~/features/employer/home/employer-calendar";
import { submissionReview } from "~/features/employer/submission/submission-review.query.server";
import { explainBoardParticipation, loadBoard } from "~/features/enrollment/board/board.query.server";
import { readBoardSearch } from "~/features/enrollment/board/board.search";
import { explainedLine, type ExplainedLine } from "~/platform/explanations";
import { parsePosted } from "~/platform/forms/parse-form";
import { locales } from "~/platform/i18n/languages";
import { translator } from "~/platform/i18n/translator.server";
import { useTestDatabase } from "~/platform/testing/test-database";
import { countStatements } from "~db/client.server";
import { insertCatalog, insertEnrolledGroup, type EnrolledGroup } from "~db/testing/enrolled-group";
import type { Explanation } from "~/domain/explanation";
import { readBusinessFigure } from "./business-figure.search";
import { loadBusinessFigure } from "./business-figure.server";

const database = useTestDatabase();
const today = calendarDate("2026-03-05");
let group: EnrolledGroup;

beforeAll(async () => {
  const catalogVersionId = await database.asAdmin((admin) => insertCatalog(admin, ["99101"]));
  const people = [
    { answer: "elects" },
    { answer: "waives-covered" },
    { answer: "silent" },
    { answer: "silent" },
  ] as const;
  group = await database.asAdmin((admin) =>
    insertEnrolledGroup(admin, { catalogVersionId, issuerId: "99101", people }),
  );
});

const act = () => ({ employerId: group.employerId, userId: group.ownerUserId, state: "TN", today });
const figureOf = (keys: Record<string, string>) => {
  const asked = readBusinessFigure(new URLSearchParams(keys));
  return asked ? loadBusinessFigure(act(), asked) : Promise.resolve(undefined);
};

async function answer(changes: Record<string, string>) {
  const input = parsePosted(checkEligibilitySchema, {
    ...{ sizeMethod: "count", fullTimeHeads: "7", partTimeWeeklyHours: "45", sizeAttested: "yes" },
    ...{ principalAddressInState: "yes", offersAllFullTime: "yes", atLeastOneNonOwnerEnrolling: "yes" },
    ...changes,
  });
  if (!input.ok) throw new Error("the answers are complete");
  const saved = await checkEligibility({ ...act(), actorName: "Olga Owner", input: input.value });
  expect(saved.ok).toBe(true);
}

function textsOf({ text, steps }: ExplainedLine): string[] {
  return [text, ...steps.flatMap(textsOf)];
}

function isReadable(explanation: Explanation | undefined) {
  if (!explanation) throw new Error("there is no explanation");
  const codeInText = /explain-|\{\{|undefined|null|NaN|\d{4}-\d{2}-\d{2}|\bTN\b/;
  const texts = locales.flatMap((locale) =>
    textsOf(explainedLine({ t: translator(locale, "explain"), locale }, explanation, {})),
  );
  expect(texts.filter((text) => codeInText.test(text))).toEqual([]);
}

describe("the working behind an answer about the business", () => {
  it("is not there before the first answer", async () => {
    expect(await figureOf({ figure: "fte" })).toBeUndefined();
    expect(await figureOf({ figure: "eligibility" })).toBeUndefined();
  });

  it.each([
    [{}, "explain-fte-marketplace-calculator"],
    [{ sizeMethod: "typed", fte: "51", offersAllFullTime: "no" }, "explain-fte-typed"],
  ])("ends at the count and the answer that the eligibility page shows: %j", async (changes, code) => {
    await answer(changes);
    const latest = await latestDetermination(act());
    const size = await figureOf({ figure: "fte" });
    expect(size?.explanation).toMatchObject({ code, params: { fte: latest?.answers.fte } });
    const eligibility = await figureOf({ figure: "eligibility" });
    expect(eligibility?.explanation.code).toBe(
      latest?.eligible ? "explain-eligibility-met" : "explain-eligibility-not-met",
    );
    expect(eligibility?.explanation.params["unmet"]).toBe(latest?.findings.filter(({ met }) => !met).length);
    isReadable(size?.explanation);
    isReadable(eligibility?.explanation);
  });

  it("ends at the participation of the board and of the submission page", async () => {
    const review = await submissionReview(act());
    const { countedHeads, requiredHeads } = review?.readiness.participation ?? {};
    const figure = await figureOf({ figure: "participation" });
    expect(figure?.explanation.params).toMatchObject({ countedHeads, requiredHeads });
    const boardAct = { ...act(), employerState: "TN", now: new Date("2026-03-05T15:00:00Z") };
    const board = await loadBoard(boardAct, readBoardSearch(new URLSearchParams()));
    const { result, statements } = await countStatements(() => explainBoardParticipation(boardAct));
    expect(statements).toBe(1);
    expect(result?.params).toMatchObject({
      countedHeads: board?.participation?.countedHeads,
      requiredHeads: board?.participation?.requiredHeads,
    });
    isReadable(result);
  });

  it("ends at the dates of the home page's calendar", async () => {
    const profile = profileFor({ state: "TN", on: today });
    if (!profile.ok) throw new Error("Tennessee has a profile");
    const calendar = employerCalendar({ application: null, profile: profile.value, today });
    const figure = await figureOf({ figure: "dates", start: calendar?.startOn ?? "" });
    const days = (figure?.explanation.steps ?? []).flatMap((step) => Object.values(step.params));
    const shown = calendar?.milestones.filter(({ code }) => ["publish-by", "submit-by", "binder-due"].includes(code));
    expect(shown?.length).toBeGreaterThan(1);
    for (const { on } of shown ?? []) expect(days).toContain(on);
    isReadable(figure?.explanation);
  });

  it.each([{ figure: "dates" }, { figure: "dates", start: "soon" }, { figure: "nonsense" }])(
    "is not there for %j",
    async (keys) => {
      expect(await figureOf(keys as Record<string, string>)).toBeUndefined();
    },
  );
});
