import { createOperator } from "~/features/account/operator/create-operator.command.server";
import { openAccount } from "~/features/account/open-account.command.server";
import { StartProblem } from "~/platform/start-problem";
import { type Command, type CommandIo, UsageProblem } from "../command";
import { withDatabase } from "../database";
import { demoGroups, demoOperator } from "../demo/world/demo-groups";
import { demoPassword } from "../demo/world/demo-password";
import { makeGroup, must } from "../demo/world/make-group";
import { makeOffer } from "../demo/world/make-offer";
import { loadCommand } from "../run-shop";

export const command: Command = {
  name: "demo",
  summary: "Makes the demonstration world, or tells how to sign in to it.",
  usage: "demo\ndemo sign-ins",
  async run(args, io) {
    if (args.length === 0) return makeWorld(io);
    if (args.length === 1 && args[0] === "sign-ins") return tellSignIns(io);
    throw new UsageProblem("Say what to do with the demonstration:");
  },
};

/** Can be run again after it was interrupted: what is there already stays as it is. */
async function makeWorld(io: CommandIo): Promise<number> {
  const status = await (await loadCommand("catalog")).run(["demo"], io);
  if (status !== 0) return status;
  return withDatabase(async ({ ownerUrl }) => {
    if (!ownerUrl) throw new StartProblem("The demonstration is made in a database that Shopfront has made itself.");
    must(await openAccount({ ...demoOperator, password: demoPassword(), language: "en" }));
    must(await createOperator({ email: demoOperator.email, name: demoOperator.fullName }, ownerUrl));
    for (const group of Object.values(demoGroups)) {
      const acting = await makeGroup(group);
      if (group.offers.length > 0) await makeOffer(group, acting);
      io.out(`${group.business["legalName"]}: made`);
    }
    return 0;
  });
}

function tellSignIns(io: CommandIo): number {
  const { bakery, bookshop, carpentry } = demoGroups;
  const people = [
    [bakery.owner.email, "owner; the employees are choosing"],
    [bookshop.owner.email, "owner; the group is enrolled"],
    [carpentry.owner.email, "owner; has just begun"],
    [demoOperator.email, "operator"],
  ] as const;
  io.out("Sign in as one of these; all have the password " + demoPassword());
  for (const [email, who] of people) io.out(`  ${email.padEnd(34)} ${who}`);
  return 0;
}
