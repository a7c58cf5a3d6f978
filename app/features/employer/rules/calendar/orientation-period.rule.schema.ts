import { z } from "zod";
import {
  citation,
  eligibleAfterOrientationOn,
  measuredCoverageStartsByOn,
  orientationEndsByOn,
} from "~/domain/calendar/orientation-period.rule";
import { latestCoverageStartOn } from "~/domain/calendar/waiting-period.rule";
import { done } from "~/domain/problem";
import { day, dayOut } from "~/platform/forms/json/json-fields";
import { jsonRule } from "~/platform/forms/json/json-rule";

export const rule = jsonRule({
  summary: "How long an orientation period may last, and how long hours that vary may be measured.",
  citation,
  input: z.strictObject({ hiredOn: day("First day of work") }),
  output: z.strictObject({
    orientationEndsByOn: dayOut("Last day that an orientation period may have"),
    eligibleOn: dayOut("The 90 days of a waiting period count from this day after a full orientation period"),
    latestCoverageStartOn: dayOut("Coverage starts at the latest after a full orientation and waiting period"),
    measuredCoverageStartsByOn: dayOut("Coverage starts at the latest for somebody whose hours are measured first"),
  }),
  run: ({ hiredOn }) => {
    const eligibleOn = eligibleAfterOrientationOn(hiredOn);
    return done({
      orientationEndsByOn: orientationEndsByOn(hiredOn),
      eligibleOn,
      latestCoverageStartOn: latestCoverageStartOn(eligibleOn),
      measuredCoverageStartsByOn: measuredCoverageStartsByOn(hiredOn),
    });
  },
});
