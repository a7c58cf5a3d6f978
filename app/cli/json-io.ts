import { z } from "zod";
import { done, failed, type Outcome, type Problem } from "~/domain/problem";
import { problemsOf } from "~/platform/forms/parse-form";
import type { CommandIo } from "./command";
import { sentence } from "./import-report";

/** Reads one JSON document by a schema. Problem: `json-malformed`, or those of the schema with the path as field. */
export function readJson<S extends z.ZodType>(schema: S, text: string): Outcome<z.output<S>> {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return failed({ code: "json-malformed", params: { reason: error.message.slice(0, 200) } });
  }
  const result = schema.safeParse(document);
  return result.success ? done(result.data) : failed(...problemsOf(result.error));
}

/** Prints the answer and says that all went well. */
export function printJson(value: unknown, io: CommandIo): number {
  io.out(JSON.stringify(value, null, 2));
  return 0;
}

/** Prints what is wrong as data, each with its sentence, and says that it failed. */
export function printProblems(problems: readonly Problem[], io: CommandIo): number {
  io.out(
    JSON.stringify({ problems: problems.map((problem) => ({ ...problem, sentence: sentence(problem) })) }, null, 2),
  );
  return 1;
}

/** The JSON Schemas of what goes in and what comes out. */
export function jsonSchemas({ input, output }: { input: z.ZodType; output: z.ZodType }): unknown {
  return {
    input: z.toJSONSchema(input, { io: "input", unrepresentable: "any" }),
    output: z.toJSONSchema(output, { io: "output", unrepresentable: "any" }),
  };
}
