import { withDoor } from "~db/client.server";
import {
  listEmployments,
  listWorkplaces,
  type Employment,
  type Workplace,
} from "~db/repositories/accounts/account-access.server";

export type Start = {
  /** Businesses that are open to the person. */
  readonly workplaces: readonly Workplace[];
  /** Requests to join that nobody has decided. They carry no name: whoever knows an EIN can make one. */
  readonly waitingCount: number;
  readonly employments: readonly Employment[];
};

/** What the person runs, has asked to join, and is covered by. Two statements in one transaction. */
export async function loadStart(userId: string): Promise<Start> {
  return withDoor(
    { kind: "person", userId },
    async (tx) => {
      const [workplaces, employments] = await Promise.all([listWorkplaces(tx, userId), listEmployments(tx, userId)]);
      return {
        workplaces: workplaces.filter(({ state }) => state === "active"),
        waitingCount: workplaces.filter(({ state }) => state === "requested").length,
        employments,
      };
    },
    { readOnly: true },
  );
}
