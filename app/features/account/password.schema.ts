import { z } from "zod";

export const shortestPassword = 12;
export const longestPassword = 128;

/** Words that the passwords found most often in published leaks are built on, with digits or marks behind them. */
const commonBases = new Set(
  (
    "password passwords passw0rd p@ssword p@ssw0rd contraseña contrasena qwerty qwertyuiop qwertyui asdfghjkl zxcvbnm " +
    "qazwsx qazwsxedc letmein welcome bienvenido admin administrator login master dragon monkey football baseball " +
    "basketball superman batman princess princesa sunshine shadow michael jennifer iloveyou teamo tequiero trustno " +
    "starwars freedom whatever computer internet changeme secret default abc abcdef abcdefgh abcdefghijkl " +
    "shopfront healthcare insurance company business america summer winter spring autumn"
  ).split(" "),
);

export type PasswordFault =
  "password-too-short" | "password-too-long" | "password-too-common" | "password-contains-email";

/** Long enough, not guessed first, and not the e-mail name; nothing about capitals, digits or marks. */
export function passwordFault(password: string, email = ""): PasswordFault | undefined {
  const length = [...password].length;
  if (length < shortestPassword) return "password-too-short";
  if (length > longestPassword) return "password-too-long";
  const plain = password.toLowerCase();
  if (isCommon(plain)) return "password-too-common";
  const emailName = email.toLowerCase().split("@")[0] ?? "";
  return emailName.length >= 4 && plain.includes(emailName) ? "password-contains-email" : undefined;
}

function isCommon(plain: string): boolean {
  const base = plain.replace(/^[\d\W_]+|[\d\W_]+$/gu, "");
  if (base === "" && /^\d+$/.test(plain)) return true;
  return commonBases.has(base) || commonBases.has(plain) || isRepetition(plain);
}

/** `aaaaaaaaaaaa`, `abcabcabcabc`, `passwordpassword`. */
function isRepetition(plain: string): boolean {
  const again = (plain + plain).indexOf(plain, 1);
  return again < plain.length && (again <= 4 || commonBases.has(plain.slice(0, again)));
}

/** As typed, spaces included. Set `checked` for a new password; an old one is only compared. */
export function passwordField({ checked }: { checked: boolean }) {
  return z
    .string()
    .min(1)
    .max(1_000)
    .superRefine((password, ctx) => {
      const fault = checked ? passwordFault(password) : undefined;
      if (fault) ctx.addIssue({ code: "custom", message: fault, params: faultParams });
    });
}

export const faultParams = { minimum: shortestPassword, maximum: longestPassword } as const;
