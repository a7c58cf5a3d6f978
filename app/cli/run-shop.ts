import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { StartProblem } from "../platform/start-problem";
import { type Command, type CommandIo, UsageProblem } from "./command";

const commandsFolder = new URL("./commands/", import.meta.url);

/** Runs one command line and answers its exit status: 0 done, 1 failed, 2 called wrongly. */
export async function runShop(words: readonly string[], io: CommandIo): Promise<number> {
  const [noun, ...args] = words;
  if (noun === undefined || noun === "--help" || noun === "help") return printList(io);
  if (!commandNames().includes(noun)) {
    io.error(`There is no command "${noun}". See the list: npm run shop -- --help`);
    return 2;
  }
  try {
    const command = await loadCommand(noun);
    if (args.includes("--help")) return printHelp(command, io);
    return await runCommand(command, { args, io });
  } catch (error) {
    io.error(sentenceOf(error));
    return 1;
  }
}

async function runCommand(command: Command, { args, io }: { args: readonly string[]; io: CommandIo }): Promise<number> {
  try {
    return await command.run(args, io);
  } catch (error) {
    if (!(error instanceof UsageProblem)) throw error;
    io.error(error.message);
    io.error(usageOf(command));
    return 2;
  }
}

export function commandNames(): string[] {
  const files = existsSync(commandsFolder) ? readdirSync(fileURLToPath(commandsFolder)) : [];
  return files.flatMap((file) => /^([a-z0-9-]+)\.ts$/.exec(file)?.[1] ?? []).sort();
}

export async function loadCommand(name: string): Promise<Command> {
  const module: unknown = await import(new URL(`${name}.ts`, commandsFolder).href);
  const command: unknown = typeof module === "object" && module !== null ? Reflect.get(module, "command") : undefined;
  if (!isCommand(command) || command.name !== name)
    throw new Error(`commands/${name}.ts exports no command "${name}".`);
  return command;
}

function isCommand(value: unknown): value is Command {
  return typeof value === "object" && value !== null && "name" in value && "summary" in value && "run" in value;
}

async function printList(io: CommandIo): Promise<number> {
  io.out("Usage: npm run shop -- <command> [arguments]");
  io.out("");
  const commands = await Promise.all(commandNames().map(loadCommand));
  const width = Math.max(...commands.map((command) => command.name.length));
  for (const command of commands) io.out(`  ${command.name.padEnd(width)}  ${command.summary}`);
  io.out("");
  io.out("More about one: npm run shop -- <command> --help");
  return 0;
}

function printHelp(command: Command, io: CommandIo): number {
  io.out(command.summary);
  io.out(usageOf(command));
  return 0;
}

function usageOf(command: Command): string {
  return command.usage
    .split("\n")
    .map((line) => `  npm run shop -- ${line}`)
    .join("\n");
}

/** One line. A failed statement is told by its cause, because its own message lists parameters. */
function sentenceOf(error: unknown): string {
  if (error instanceof StartProblem) return error.message;
  const innermost = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return innermost instanceof Error ? (innermost.message.split("\n", 1)[0] ?? innermost.name) : String(innermost);
}
