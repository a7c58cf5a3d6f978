/** Where a command reads and writes: lines, without a line end. */
export type CommandIo = {
  readonly out: (line: string) => void;
  readonly error: (line: string) => void;
  /** All of standard input; the process's own when left out. */
  readonly input?: () => Promise<string>;
};

/** One noun of `npm run shop -- <noun> <verb> [args]`. Each lives in commands/<name>.ts as `export const command`. */
export type Command = {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The ways to call it, one a line, without `npm run shop --`. */
  readonly usage: string;
  /** `args` is what follows the noun. Answers the exit status; 0 is success. */
  run(args: readonly string[], io: CommandIo): Promise<number>;
};

/** The command was called wrongly: its message and usage are printed, and the exit status is 2. */
export class UsageProblem extends Error {
  override readonly name = "UsageProblem";
}
