import { json } from "@remix-run/node";
import type { CalendarDate } from "~/domain/calendar/calendar-date";
import type { Problem } from "~/domain/problem";
import type { FormDraft } from "~/platform/drafts/drafts.server";
import { keepRefused } from "~/platform/drafts/form-drafts.server";
import { echoOf } from "~/platform/forms/parse-form";
import type { DetailsReply } from "./details.form";
import { detailsSchema } from "./details.schema";
import { listHomeCounties } from "./zip-counties.query.server";

type ReplyContext = { today: CalendarDate; draft: FormDraft };

/**
 * 422 with what was typed, 409 when somebody else changed it first; for a ZIP in several counties it names them. The
 * form is also kept as a draft.
 */
export async function detailsReply(problems: readonly Problem[], form: FormData, { today, draft }: ReplyContext) {
  await keepRefused(draft, form, detailsSchema);
  const values = echoOf(form);
  const needsCounty = problems.some(({ code }) => code === "county-choice-needed") || "countyFips" in values;
  const zip = values["zip"]?.[0] ?? "";
  const counties = needsCounty && zip !== "" ? await listHomeCounties(zip, today) : [];
  const status = problems.some(({ code }) => code === "stale") ? 409 : 422;
  return json<DetailsReply>({ problems, values, counties }, { status });
}
