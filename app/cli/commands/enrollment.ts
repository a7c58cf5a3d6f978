import { parseArgs } from "node:util";
import { releaseHeldEnrollments } from "../../features/enrollment/sent/release-held-enrollments.command.server";
import { today } from "../../platform/clock.server";
import { isId } from "../../platform/id.server";
import { type Command, UsageProblem } from "../command";
import { withDatabase } from "../database";

const options = { employer: { type: "string" } } as const;

export const command: Command = {
  name: "enrollment",
  summary: "Checks a business's held enrollments again and sends what is in order.",
  usage: "enrollment release --employer <id>",
  async run(args, io) {
    const employerId = employerOf(args);
    return withDatabase(async () => {
      const { releasedCount, stillHeldCount } = await releaseHeldEnrollments({
        employerId,
        actor: null,
        todayIn: today,
      });
      io.out(`Released: ${releasedCount}. Still held: ${stillHeldCount}.`);
      return 0;
    });
  },
};

function employerOf(args: readonly string[]): string {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [verb, ...rest] = positionals;
    if (verb === "release" && rest.length === 0 && isId(values.employer)) return values.employer;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UsageProblem(error.message);
  }
  throw new UsageProblem("Say which business, by its id: enrollment release --employer <id>");
}
