import { z } from "zod";
import { isRuleName, loadRule } from "../../cli/rules/rule-list";
import { runShop } from "../../cli/run-shop";

/** Runs the shop command in this process: words and standard input in, exit status and lines out. */
export async function shop(words: readonly string[], input = "") {
  const lines: string[] = [];
  const errors: string[] = [];
  const status = await runShop(words, {
    out: (line) => lines.push(line),
    error: (line) => errors.push(line),
    input: () => Promise.resolve(input),
  });
  return { status, output: lines.join("\n"), errors: errors.join("\n") };
}

const refusal = z.object({
  problems: z.array(
    z.object({
      code: z.string(),
      field: z.string().optional(),
      params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      citation: z.string().optional(),
      sentence: z.string().min(1),
    }),
  ),
});

type Refusal = z.output<typeof refusal>["problems"][number];
type Answer = Readonly<Record<string, unknown>>;

const answerShape = z.record(z.string(), z.unknown());

/** Asks a rule as somebody at a keyboard does, and holds its answer against the rule's own output schema. */
export async function askRule(name: string, document: unknown): Promise<Answer> {
  const { status, output, errors } = await shop(["rule", name], JSON.stringify(document));
  if (status !== 0) throw new Error(`${name} answered ${status}: ${output}${errors}`);
  if (!isRuleName(name)) throw new Error(`there is no rule ${name}`);
  const answer = answerShape.parse(JSON.parse(output));
  const fits = (await loadRule(name)).output.safeParse(answer);
  if (!fits.success) throw new Error(`${name} answers what its schema does not say: ${fits.error.message}`);
  return answer;
}

/** What a rule refuses, each with its sentence. */
export async function refusalsOf(name: string, document: unknown): Promise<readonly Refusal[]> {
  const { status, output, errors } = await shop(["rule", name], JSON.stringify(document));
  if (status !== 1) throw new Error(`${name} answered ${status}: ${output}${errors}`);
  return refusal.parse(JSON.parse(output)).problems;
}
