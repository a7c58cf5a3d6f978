import { readFile } from "node:fs/promises";
import { quoteGroup } from "~/features/plans/quote/quote-group.query.server";
import { quoteAnswerSchema, quoteRequestSchema } from "~/features/plans/quote/quote-group.rule.schema";
import { StartProblem } from "~/platform/start-problem";
import { type Command, type CommandIo, UsageProblem } from "../command";
import { withDatabase } from "../database";
import { jsonSchemas, printJson, printProblems, readJson, standardInput, withSentences } from "../json-io";

export const command: Command = {
  name: "quote",
  summary: "Prices a whole group against the imported catalog: JSON in, JSON out.",
  usage: "quote <request.json>\nquote - < request.json\nquote --schema",
  async run(args, io) {
    const [word, ...rest] = args;
    if (word === undefined || rest.length > 0) throw new UsageProblem("Say which request to price:");
    if (word !== "--schema") return quote(word, io);
    return printJson(jsonSchemas({ input: quoteRequestSchema, output: quoteAnswerSchema }), io);
  },
};

async function quote(file: string, io: CommandIo): Promise<number> {
  const request = readJson(quoteRequestSchema, file === "-" ? await standardInput(io) : await textOf(file));
  if (!request.ok) return printProblems(request.problems, io);
  const outcome = await withDatabase(() => quoteGroup(request.value));
  return outcome.ok ? printJson(withSentences(outcome.value), io) : printProblems(outcome.problems, io);
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new StartProblem(`The request cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
