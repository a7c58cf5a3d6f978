import { json } from "@remix-run/node";
import type { z } from "zod";
import type { CalendarDate } from "~/domain/calendar/calendar-date";
import type { Problem } from "~/domain/problem";
import type { FormDraft } from "~/platform/drafts/drafts.server";
import { keepRefused } from "~/platform/drafts/form-drafts.server";
import { echoOf } from "~/platform/forms/parse-form";
import type { EmployeeReply } from "./employee.form";
import { listZipCounties } from "./zip-counties.query.server";

type ReplyContext = { today: CalendarDate; draft: FormDraft; schema: z.ZodObject };

/**
 * A refused form with what was typed; 409 when somebody changed the person first. For a ZIP in several counties it names
 * them. The form is also kept as a draft.
 */
export async function employeeReply(
  problems: readonly Problem[],
  form: FormData,
  { today, draft, schema }: ReplyContext,
) {
  const values = echoOf(form);
  await keepRefused(draft, form, schema);
  const zip = values["zip"]?.[0] ?? "";
  const needsCounty = problems.some(({ code }) => code === "county-choice-needed") || "countyFips" in values;
  const counties = needsCounty && zip !== "" ? await listZipCounties(zip, today) : [];
  const status = problems.some(({ code }) => code === "stale") ? 409 : 422;
  return json<EmployeeReply>({ problems, values, counties }, { status });
}
