import { toX12Text, type CharacterRules } from "../../x12/characters";
import type { EnrolledMember } from "../enrollment-event";
import { block, type Fixer, type PreSendFinding } from "./pre-send-finding";

export type TextToSend = {
  readonly field: string;
  readonly value: string | undefined;
  readonly min: number;
  /** Characters, counted as they are sent. */
  readonly max: number;
  readonly required: boolean;
  readonly member?: EnrolledMember;
  readonly who: Fixer;
};

/** A text that is missing, too short or too long, or that the insurer's character set cannot spell. */
export function textFinding(text: TextToSend, rules: CharacterRules): PreSendFinding[] {
  const { field, value = "", min, max, required, member, who } = text;
  const at = { who, field, ...(member && { member }) };
  if (value.trim() === "") return required ? [block("send-text-missing", { ...at, params: { field } })] : [];
  const sent = toX12Text(value, rules);
  if (!sent.ok) {
    const character = sent.problems[0]?.params?.["character"];
    return [
      block("send-text-unspellable", { ...at, params: { field, ...(character !== undefined && { character }) } }),
    ];
  }
  const length = sent.value.length;
  if (length < min) return [block("send-text-too-short", { ...at, params: { field, length, min } })];
  return length > max ? [block("send-text-too-long", { ...at, params: { field, length, max } })] : [];
}
