import type { z } from "zod";
import { done, failed, type Outcome, type Ruling } from "../../../domain/problem";
import { jsonProblemsOf } from "./json-problems";

/** One rule of the domain with a JSON document in and a JSON document out. */
export type JsonRule = {
  /** One line that says what is answered. */
  readonly summary: string;
  readonly citation: string;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /** Problems: those of the input, with the path as field, and the rule's own. */
  readonly answer: (document: unknown) => Outcome<unknown>;
};

/** The same lists and objects with nothing to change, which is how the domain answers. */
type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;

/** `run` is the domain's function: the schemas are checked against its types. */
export function jsonRule<Input extends z.ZodType, Output extends z.ZodType>(rule: {
  readonly summary: string;
  readonly citation: string;
  readonly input: Input;
  readonly output: Output;
  readonly run: (input: z.output<Input>) => Outcome<Frozen<z.input<Output>>>;
}): JsonRule {
  const { run, ...described } = rule;
  return {
    ...described,
    answer(document) {
      const parsed = described.input.safeParse(document);
      return parsed.success ? run(parsed.data) : failed(...jsonProblemsOf(parsed.error));
    },
  };
}

/** A ruling as an answer: what it allows with the facts beside it, or its refusals. */
export function allowedWith<Facts extends object>(
  ruling: Ruling,
  facts: Facts,
): Outcome<Facts & { readonly allowed: true }> {
  return ruling.allowed ? done({ ...facts, allowed: true }) : failed(...ruling.problems);
}
