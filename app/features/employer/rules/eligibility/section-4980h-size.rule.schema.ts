import { z } from "zod";
import { citation, section4980hSize, sizeBases } from "~/domain/eligibility/section-4980h-size.rule";
import { profileFor } from "~/domain/exchange-profile/profile-for";
import { done } from "~/domain/problem";
import { day, stateCode, wholeOut, yesOrNoOut } from "~/platform/forms/json/json-fields";
import { jsonRule } from "~/platform/forms/json/json-rule";
import { daysOverLimit, fteOut, seasonalOut, seasonalWorkYear } from "./work-months.schema";

export const rule = jsonRule({
  summary: "Whether an employer is within the size limit by its months, with the exception for seasonal workers.",
  citation,
  input: z.strictObject({
    state: stateCode("Where the business is: its exchange has the size limit"),
    on: day("First day of the plan year"),
    basis: z.enum(sizeBases).describe("Which months these are; a new business counts those it expects this year"),
    months: seasonalWorkYear,
    daysOverLimit,
  }),
  output: z.strictObject({
    fte: fteOut,
    sizeLimitFte: wholeOut("The exchange's limit, in full-time equivalents"),
    basis: z.enum(sizeBases),
    withinLimit: yesOrNoOut("Within the limit, by the average or by the exception"),
    seasonal: seasonalOut.nullable().describe("Null: the average is within the limit"),
  }),
  run: ({ state, on, basis, months, daysOverLimit: days }) => {
    const profile = profileFor({ state, on });
    if (!profile.ok) return profile;
    const { sizeLimitFte } = profile.value;
    const counted = days === undefined ? {} : { daysOverLimit: days };
    const size = section4980hSize({ basis, months, sizeLimitFte, ...counted });
    return size.ok ? done({ ...size.value, sizeLimitFte }) : size;
  },
});
