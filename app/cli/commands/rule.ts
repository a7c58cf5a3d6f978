import { type Command, type CommandIo, UsageProblem } from "../command";
import { jsonSchemas, parseJson, printJson, printProblems, standardInput, withSentences } from "../json-io";
import { isRuleName, loadRule, ruleNames, type RuleName } from "../rules/rule-list";

export const command: Command = {
  name: "rule",
  summary: "Answers one rule of eligibility, prices, contributions, days or the tax credit: JSON in, JSON out.",
  usage: "rule --list\nrule <name> --schema\nrule <name> < input.json",
  async run([name, ...args], io) {
    if (name === "--list" && args.length === 0) return printRules(io);
    if (name === undefined || args.length > 1) throw new UsageProblem("Say which rule to ask:");
    if (!isRuleName(name)) throw new UsageProblem(`There is no rule "${name}". See the list: rule --list`);
    const [option] = args;
    if (option === undefined) return ask(name, io);
    if (option === "--schema") return printJson(jsonSchemas(await loadRule(name)), io);
    throw new UsageProblem(`"${option}" is not known. A rule reads its input from standard input:`);
  },
};

async function ask(name: RuleName, io: CommandIo): Promise<number> {
  const document = parseJson(await standardInput(io));
  if (!document.ok) return printProblems(document.problems, io);
  const rule = await loadRule(name);
  const outcome = rule.answer(document.value);
  return outcome.ok ? printJson(withSentences(outcome.value), io) : printProblems(outcome.problems, io);
}

async function printRules(io: CommandIo): Promise<number> {
  const width = Math.max(...ruleNames.map((name) => name.length));
  for (const name of ruleNames) {
    const { summary, citation } = await loadRule(name);
    io.out(`${name.padEnd(width)}  ${summary} [${citation}]`);
  }
  return 0;
}
