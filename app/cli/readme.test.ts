import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { importCatalog } from "~/features/plans/import-catalog.command.server";
import { importGeoFile } from "~/features/plans/import-geo.command.server";
import { shop } from "~/platform/testing/shop-command";
import { useTestDatabase } from "~/platform/testing/test-database";
import { writeDemoCatalog } from "./demo/catalog/write-demo-catalog";

/** The command finds the installation's database; here that is the test's. */
vi.mock("./database", () => ({ withDatabase: <T>(work: () => Promise<T>) => work() }));

const database = useTestDatabase();

/** What stands after a `$` in the README, and the lines that it says are printed. */
type Example = { readonly command: string; readonly printed: string };

function examplesIn(markdown: string): Example[] {
  const blocks = [...markdown.matchAll(/^```console\n(.*?)^```$/gms)].map(([, block = ""]) => block);
  return blocks.flatMap((block) =>
    block.split(/^\$ /m).flatMap((part) => {
      const [command = "", ...lines] = part.trimEnd().split("\n");
      return command === "" ? [] : [{ command, printed: lines.join("\n") }];
    }),
  );
}

const examples = examplesIn(readFileSync("README.md", "utf8"));

/** Words and standard input of a command as it is typed: a document may be piped into it. */
function partsOf(command: string): { words: string[]; input: string } {
  const match = /^(?:echo '([^']*)' \| )?npm run --silent shop -- (\S+(?: \S+)*)$/.exec(command);
  if (!match) throw new Error(`this test cannot run: ${command}`);
  return { words: (match[2] ?? "").split(" "), input: match[1] ?? "" };
}

describe("the README's examples", () => {
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), "readme-"));
    const sql = postgres(database.urls.ownerUrl, { max: 1, onnotice: () => undefined });
    try {
      const path = await writeDemoCatalog({ folder, years: [2026, 2027] });
      const places = await importGeoFile({ sql, path, years: { yearFrom: 2026, yearTo: 2027 } });
      const catalog = await importCatalog({ sql, folder, source: "Demonstration" });
      if (!places.ok || !catalog.ok) throw new Error("the demonstration catalog was refused");
    } finally {
      await sql.end();
      await rm(folder, { recursive: true });
    }
  }, 600_000);

  it("show a rule and a quote", () => {
    const asked = examples.map(({ command }) => partsOf(command).words[0]);
    expect(new Set(asked)).toEqual(new Set(["rule", "quote"]));
  });

  it.each(examples)("$command", async ({ command, printed }) => {
    const { words, input } = partsOf(command);
    const { output, errors } = await shop(words, input);
    expect(errors).toBe("");
    expect(output).toBe(printed);
  });
});
