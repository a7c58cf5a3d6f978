import type { Problem } from "~/domain/problem";
import { translator } from "~/platform/i18n/translator.server";
import { problemSentence } from "~/platform/problems";

/** A refusal in English, as the screens say it. */
export function sentence(problem: Problem): string {
  return problemSentence(translator("en", "problems"), "en", problem);
}
