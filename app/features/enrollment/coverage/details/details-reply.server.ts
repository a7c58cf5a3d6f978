import { json } from "@remix-run/node";
import type { CalendarDate } from "~/domain/calendar/calendar-date";
import type { Problem } from "~/domain/problem";
import { echoOf } from "~/platform/forms/parse-form";
import type { DetailsReply } from "./details.form";
import { listHomeCounties } from "./zip-counties.query.server";

/** 422 with what was typed, 409 when somebody else changed it first; for a ZIP in several counties it names them. */
export async function detailsReply(problems: readonly Problem[], form: FormData, today: CalendarDate) {
  const values = echoOf(form);
  const needsCounty = problems.some(({ code }) => code === "county-choice-needed") || "countyFips" in values;
  const zip = values["zip"]?.[0] ?? "";
  const counties = needsCounty && zip !== "" ? await listHomeCounties(zip, today) : [];
  const status = problems.some(({ code }) => code === "stale") ? 409 : 422;
  return json<DetailsReply>({ problems, values, counties }, { status });
}
