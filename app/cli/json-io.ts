import { text } from "node:stream/consumers";
import { z } from "zod";
import { done, failed, type Outcome, type Problem } from "~/domain/problem";
import { jsonProblemsOf } from "~/platform/forms/json/json-problems";
import { type CommandIo, UsageProblem } from "./command";
import { sentence } from "./sentence";

/** Problem: `json-malformed` {reason}. */
export function parseJson(source: string): Outcome<unknown> {
  try {
    return done(JSON.parse(source));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return failed({ code: "json-malformed", params: { reason: error.message.slice(0, 200) } });
  }
}

/** Reads one JSON document by a schema. Problem: `json-malformed`, or those of the schema with the path as field. */
export function readJson<S extends z.ZodType>(schema: S, source: string): Outcome<z.output<S>> {
  const document = parseJson(source);
  if (!document.ok) return document;
  const result = schema.safeParse(document.value);
  return result.success ? done(result.data) : failed(...jsonProblemsOf(result.error));
}

/** All of standard input. A keyboard is no document: the caller is told how to give one. */
export async function standardInput(io: CommandIo): Promise<string> {
  if (io.input) return io.input();
  if (process.stdin.isTTY) throw new UsageProblem("Give the input as JSON on standard input:");
  return text(process.stdin);
}

/** Prints the answer and says that all went well. */
export function printJson(value: unknown, io: CommandIo): number {
  io.out(JSON.stringify(value, null, 2));
  return 0;
}

/** Prints what is wrong as data, each with its sentence, and says that it failed. */
export function printProblems(problems: readonly Problem[], io: CommandIo): number {
  printJson({ problems: problems.map(spoken) }, io);
  return 1;
}

function spoken(problem: Problem): Problem & { readonly sentence: string } {
  return { ...problem, sentence: sentence(problem) };
}

/** Refusals that stand inside an answer get their sentences too: each is a `problem` or one of the `problems`. */
export function withSentences(value: unknown, isProblem = false): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => withSentences(item, isProblem));
  if (typeof value !== "object" || value === null) return value;
  if (isProblem && hasCode(value)) return spoken(value);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withSentences(item, key === "problem" || key === "problems")]),
  );
}

function hasCode(value: object): value is Problem {
  return "code" in value && typeof value.code === "string";
}

/** The JSON Schemas of what goes in and what comes out. */
export function jsonSchemas({ input, output }: { input: z.ZodType; output: z.ZodType }): unknown {
  const options = { unrepresentable: "any", override: withoutMachineLimits } as const;
  return {
    input: z.toJSONSchema(input, { io: "input", ...options }),
    output: z.toJSONSchema(output, { io: "output", ...options }),
  };
}

/** What a number can be in this program is no limit of the rule. */
function withoutMachineLimits({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}
