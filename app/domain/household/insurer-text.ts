import { insurerCharacterRules } from "../enrollment/insurer-characters";
import { done, failed, type Outcome } from "../problem";
import { toX12Text } from "../x12/characters";

/**
 * Text that goes to insurers as it is typed: a street, a city, a business's name; trimmed, with single spaces. Accents
 * are fine, they are dropped in the file. Problems, so that nobody learns it after the group is submitted:
 * `text-not-spellable` {character} and `text-too-long` {maximum}, counted as it is sent.
 */
export function parseInsurerText(text: string, { maximum }: { maximum: number }): Outcome<string> {
  const typed = text.normalize("NFC").trim().replaceAll(/\s+/gu, " ");
  const sent = toX12Text(typed, insurerCharacterRules);
  if (!sent.ok) {
    const character = sent.problems[0]?.params?.["character"] ?? typed;
    return failed({ code: "text-not-spellable", params: { character } });
  }
  return Math.max(sent.value.length, typed.length) > maximum
    ? failed({ code: "text-too-long", params: { maximum } })
    : done(typed);
}
