import type { CharacterRules } from "../x12/characters";
import { usualDelimiters } from "../x12/delimiters";

/** The characters our insurers take: e-mail addresses need the extended set, and small letters are kept. */
export const insurerCharacterRules: CharacterRules = { set: "extended", upperCase: false, delimiters: usualDelimiters };
