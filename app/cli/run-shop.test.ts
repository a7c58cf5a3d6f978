import { describe, expect, it } from "vitest";
import { commandNames, loadCommand, runShop } from "./run-shop";

async function shop(...words: string[]) {
  const lines: string[] = [];
  const errors: string[] = [];
  const status = await runShop(words, { out: (line) => lines.push(line), error: (line) => errors.push(line) });
  return { status, output: lines.join("\n"), errors: errors.join("\n") };
}

describe("the shop command", () => {
  it.each([[[]], [["--help"]], [["help"]]])("lists every command for %j", async (words) => {
    const { status, output } = await shop(...words);
    expect(status).toBe(0);
    for (const name of commandNames()) expect(output).toContain(name);
    expect(output).toContain("migrate");
  });

  it.each(["frobnicate", "../shop", "Migrate"])("refuses %s, which does not exist", async (word) => {
    const { status, errors } = await shop(word);
    expect(status).toBe(2);
    expect(errors).toContain(`There is no command "${word}"`);
  });

  it("explains one command without running it", async () => {
    const { status, output } = await shop("migrate", "--help");
    expect(status).toBe(0);
    expect(output).toContain("npm run shop -- migrate");
  });

  it("has commands that say what they do in one line and how to call them", async () => {
    for (const name of commandNames()) {
      const command = await loadCommand(name);
      expect(command.summary).not.toContain("\n");
      expect(command.usage.startsWith(name)).toBe(true);
    }
  });
});
