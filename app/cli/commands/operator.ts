import { parseArgs } from "node:util";
import { createOperator } from "../../features/account/operator/create-operator.command.server";
import { translator } from "../../platform/i18n/translator.server";
import { problemSentence } from "../../platform/problems";
import { StartProblem } from "../../platform/start-problem";
import { type Command, type CommandIo, UsageProblem } from "../command";
import { withDatabase } from "../database";
import type { Problem } from "../../domain/problem";

const options = { name: { type: "string" } } as const;

export const command: Command = {
  name: "operator",
  summary: "Lets somebody open the operators' screens.",
  usage: 'operator create <email> [--name "Full Name"]',
  async run(args, io) {
    const words = wordsOf(args);
    return withDatabase(async ({ ownerUrl }) => {
      if (!ownerUrl)
        throw new StartProblem("DATABASE_OWNER_URL is not set: it names the role that may make operators.");
      const outcome = await createOperator(words, ownerUrl);
      if (!outcome.ok) return tell(io, outcome.problems);
      const { passwordUrl } = outcome.value;
      io.out(`${outcome.value.email} is an operator.`);
      if (passwordUrl) io.out(`The account is new. Set its password within 30 minutes: ${passwordUrl}`);
      return 0;
    });
  },
};

function wordsOf(args: readonly string[]): { email: string; name: string | undefined } {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [verb, email, ...rest] = positionals;
    if (verb === "create" && email !== undefined && rest.length === 0) return { email, name: values.name };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UsageProblem(error.message);
  }
  throw new UsageProblem("Say whom: operator create <email>");
}

function tell(io: CommandIo, problems: readonly Problem[]): number {
  const t = translator("en", "problems");
  for (const problem of problems) io.error(problemSentence(t, "en", problem));
  return 1;
}
