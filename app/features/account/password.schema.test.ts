import { describe, expect, it } from "vitest";
import { passwordFault } from "./password.schema";

describe("a new password", () => {
  it.each([
    ["elevenchars", "password-too-short"],
    ["twelve chars", undefined],
    ["ñandúñandúñ", "password-too-short"],
    ["b ".repeat(20) + "c".repeat(88), undefined],
    ["b ".repeat(20) + "c".repeat(89), "password-too-long"],
    ["Password1234!", "password-too-common"],
    ["123456789012", "password-too-common"],
    ["qwertyuiop12", "password-too-common"],
    ["aaaaaaaaaaaa", "password-too-common"],
    ["abcabcabcabc", "password-too-common"],
    ["letmeinletmein", "password-too-common"],
    ["correct horse battery", undefined],
    ["pan dulce y café", undefined],
  ])("%j: %s", (password, fault) => {
    expect(passwordFault(password)).toBe(fault);
  });

  it("does not hold the name in the e-mail address", () => {
    expect(passwordFault("my rosa.diaz bakery", "Rosa.Diaz@panaderia.test")).toBe("password-contains-email");
    expect(passwordFault("my rosa diaz bakery", "Rosa.Diaz@panaderia.test")).toBeUndefined();
    expect(passwordFault("a bakery in town", "a@panaderia.test")).toBeUndefined();
  });
});
