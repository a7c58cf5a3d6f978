import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { hasDemonstrationMark, setDemonstrationMark } from "~db/demonstration-mark.server";
import { childEnvironment } from "../platform/env.server";

export type DemonstrationOptions = {
  readonly projectFolder: string;
  readonly ownerUrl: string;
  readonly settings: Readonly<Record<string, string | undefined>>;
  /** Ends the making. */
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
};

/**
 * Makes the demonstration world once (`shop demo`), and answers the lines that tell how to sign in (`shop demo sign-ins`).
 * A world whose making was interrupted is made again.
 */
export async function prepareDemonstration(options: DemonstrationOptions): Promise<string[]> {
  const { projectFolder, ownerUrl, say } = options;
  if (!existsSync(path.join(projectFolder, "app", "cli", "commands", "demo.ts"))) return [];
  if (!(await hasDemonstrationMark(ownerUrl))) {
    say("Making the demonstration world.");
    const made = await shop(options, ["demo"]);
    if (made.status !== 0) {
      say(`The demonstration world could not be made, so there is nobody to sign in as yet:\n${made.output.trim()}`);
      return [];
    }
    await setDemonstrationMark(ownerUrl);
  }
  const told = await shop(options, ["demo", "sign-ins"]);
  return told.status === 0 ? told.output.trimEnd().split("\n") : [];
}

function shop(
  { projectFolder, settings, signal }: DemonstrationOptions,
  words: readonly string[],
): Promise<{ status: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const program = path.join(projectFolder, "app", "cli", "shop.ts");
    const child = spawn(process.execPath, ["--import", "tsx", program, ...words], {
      cwd: projectFolder,
      env: childEnvironment(settings),
      stdio: ["ignore", "pipe", "pipe"],
      signal,
    });
    let output = "";
    const collect = (chunk: Buffer) => (output += chunk.toString("utf8"));
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", reject);
    child.once("close", (status) => resolve({ status, output }));
  });
}
