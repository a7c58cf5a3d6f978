import { createOperator } from "~/features/account/operator/create-operator.command.server";
import { openAccount } from "~/features/account/open-account.command.server";
import { env } from "~/platform/env.server";
import { StartProblem } from "~/platform/start-problem";
import { hasDemonstrationMark } from "~db/demonstration-mark.server";
import { type Command, type CommandIo, UsageProblem } from "../command";
import { withDatabase } from "../database";
import { demoClock } from "../demo/world/demo-clock";
import { demoGroups, demoOperator } from "../demo/world/demo-groups";
import { demoPassword } from "../demo/world/demo-password";
import { must } from "../demo/world/make-group";
import { makeWorld } from "../demo/world/make-world";
import { loadCommand } from "../run-shop";

export const command: Command = {
  name: "demo",
  summary: "Makes the demonstration world, or tells how to sign in to it.",
  usage: "demo\ndemo sign-ins",
  async run(args, io) {
    if (args.length === 0) return makeDemonstration(io);
    if (args.length === 1 && args[0] === "sign-ins") return tellSignIns(io);
    throw new UsageProblem("Say what to do with the demonstration:");
  },
};

/** Can be run again after it was interrupted; a world that is complete is left to those who live in it. */
async function makeDemonstration(io: CommandIo): Promise<number> {
  const status = await (await loadCommand("catalog")).run(["demo"], io);
  if (status !== 0) return status;
  return withDatabase(async ({ ownerUrl }) => {
    if (!ownerUrl) throw new StartProblem("The demonstration is made in a database that Shopfront has made itself.");
    if (await hasDemonstrationMark(ownerUrl)) {
      io.out("The demonstration world is there already.");
      return 0;
    }
    must(await openAccount({ ...demoOperator, password: demoPassword(), language: "en" }));
    must(await createOperator({ email: demoOperator.email, name: demoOperator.fullName }, ownerUrl));
    await makeWorld(demoClock(), io.out);
    return 0;
  });
}

function tellSignIns(io: CommandIo): number {
  const { bakery, bookshop, carpentry } = demoGroups;
  const people = [
    [bakery.owner.email, "owner; the employees are choosing"],
    ["rafael@lakeside-bakery.example", "employee there; has chosen for a family, in Spanish"],
    ["priya@lakeside-bakery.example", "employee there; still has to choose"],
    [bookshop.owner.email, "owner; the group is enrolled"],
    [carpentry.owner.email, "owner; has just begun"],
    [demoOperator.email, "operator"],
  ] as const;
  const { publicOrigin, smtpUrl, dropFolder } = env();
  io.out("Sign in as one of these; all have the password " + demoPassword());
  for (const [email, who] of people) io.out(`  ${email.padEnd(34)} ${who}`);
  if (smtpUrl === undefined) io.out(`Mail that is sent is shown at ${new URL("/mailbox", publicOrigin).href}`);
  io.out(`Files for insurers land in ${dropFolder}`);
  return 0;
}
