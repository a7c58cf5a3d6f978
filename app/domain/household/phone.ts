import { done, failed, type Outcome } from "../problem";

/** Ten digits, with or without the usual signs or a leading 1. Problem: `phone-not-ten-digits`. */
export function parsePhone(text: string, field = "phone"): Outcome<string> {
  const digits = text.replaceAll(/[\s().+/–-]/g, "").replace(/^1(?=\d{10}$)/, "");
  return /^[2-9]\d{9}$/.test(digits) ? done(digits) : failed({ code: "phone-not-ten-digits", field });
}
