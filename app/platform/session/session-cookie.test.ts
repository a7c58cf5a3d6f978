import { describe, expect, it } from "vitest";
import { clearedSessionCookie, sessionCookie, sessionTokenOf } from "./session-cookie.server";
import { isToken, newToken, tokenHash } from "./token.server";

const token = "a".repeat(43);

describe("the session cookie", () => {
  it.each([
    ["https://shop.example", `__Host-shopfront=${token}; Path=/; HttpOnly; SameSite=Lax; Secure`],
    ["http://localhost:3000", `__Host-shopfront=${token}; Path=/; HttpOnly; SameSite=Lax; Secure`],
    ["http://127.0.0.1:3000", `__Host-shopfront=${token}; Path=/; HttpOnly; SameSite=Lax; Secure`],
    ["http://shop.test", `shopfront=${token}; Path=/; HttpOnly; SameSite=Lax`],
  ])("at %s is what a browser accepts there", (origin, cookie) => {
    expect(sessionCookie(token, origin)).toBe(cookie);
  });

  it("is taken away with the attributes it was given with", () => {
    expect(clearedSessionCookie("https://shop.example")).toBe(
      "__Host-shopfront=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0",
    );
  });

  it("is found among others, and only with the shape of a token", () => {
    const asked = (cookie: string) =>
      sessionTokenOf(new Request("https://shop.example/", { headers: { Cookie: cookie } }), "https://shop.example");
    expect(asked(`lang=es; __Host-shopfront=${token}`)).toBe(token);
    expect(asked(`shopfront=${token}`)).toBeUndefined();
    expect(asked("__Host-shopfront=short")).toBeUndefined();
    expect(asked(`__Host-shopfront=${token}x`)).toBeUndefined();
    expect(asked("")).toBeUndefined();
  });
});

describe("a token", () => {
  it("has 256 bits, is never the same, and is stored as its hash", () => {
    const tokens = Array.from({ length: 1_000 }, () => newToken());
    expect(new Set(tokens).size).toBe(1_000);
    expect(tokens.every((text) => isToken(text) && Buffer.from(text, "base64url").length === 32)).toBe(true);
    expect(tokenHash("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });
});
