import { z } from "zod";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import {
  citation,
  minimumParticipation,
  participationStatuses,
  waivedStatus,
} from "~/domain/participation/minimum-participation.rule";
import { waiverReasons } from "~/domain/participation/waiver-reason";
import { done } from "~/domain/problem";
import { day, distinct, ownId, problemOut, stateCode, wholeOut, yesOrNoOut } from "~/platform/forms/json/json-fields";
import { jsonRule } from "~/platform/forms/json/json-rule";

const person = z
  .strictObject({
    employeeId: ownId("The employee"),
    offered: z.boolean().default(true).describe("Whether the employee is offered coverage"),
    isOwnerOrOwnerSpouse: z.boolean().default(false),
    fullTime: z.boolean().default(true).describe("30 hours a week or more"),
    status: z.enum(participationStatuses).optional().describe("This, or waiverReason"),
    waiverReason: z
      .enum(waiverReasons)
      .optional()
      .describe("Why coverage is turned down; the exchange says what counts"),
  })
  .superRefine(({ status, waiverReason }, ctx) => {
    if ((status === undefined) === (waiverReason === undefined)) {
      ctx.addIssue({ code: "custom", message: "json-one-of-two-fields", params: { fields: "status, waiverReason" } });
    }
  });

export const rule = jsonRule({
  summary: "How many people take part, against the exchange's minimum.",
  citation,
  input: z.strictObject({
    state: stateCode("Where the business is: its exchange has the formula and the rate"),
    startOn: day("First day of the plan year"),
    submittedOn: day("The day on which the group is submitted"),
    people: z
      .array(person)
      .max(10_000)
      .superRefine(distinct(({ employeeId }) => employeeId, "employeeId")),
  }),
  output: z.strictObject({
    requiredHeads: wholeOut("Heads needed: the rate of the denominator, rounded up"),
    countedHeads: wholeOut("Heads that count towards it"),
    denominator: wholeOut("Heads that the rate is taken of"),
    shortfallHeads: wholeOut("Heads still missing"),
    reachedBasisPoints: wholeOut("Counted heads of the denominator, in basis points, rounded down; for display"),
    acceptingHeads: wholeOut("Heads who enroll"),
    coveredElsewhereHeads: wholeOut("Heads who turn it down for other coverage that counts"),
    undecidedHeads: wholeOut("Heads who have not answered"),
    rateMet: yesOrNoOut("The arithmetic alone, before any waiver"),
    waivedByWindow: yesOrNoOut("The annual window takes the group without any minimum"),
    waivedByStartMonth: yesOrNoOut("No rate is asked for this start month"),
    nonOwnerEnrolled: yesOrNoOut("Somebody enrolls who is no owner"),
    met: yesOrNoOut("Rate met or waived, and somebody enrolls who is no owner where that is asked"),
    problems: z.array(problemOut()),
  }),
  run: ({ state, startOn, submittedOn, people }) => {
    const profile = profileFor({ state, on: startOn });
    if (!profile.ok) return profile;
    const counted = people.map(({ status, waiverReason, ...facts }) => ({
      ...facts,
      status: waiverReason ? waivedStatus({ reason: waiverReason, profile: profile.value }) : (status ?? "undecided"),
    }));
    return done(minimumParticipation({ people: counted, profile: profile.value, startOn, submittedOn }));
  },
});
