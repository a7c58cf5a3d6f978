import { json } from "@remix-run/node";
import type { CalendarDate } from "~/domain/calendar/calendar-date";
import type { Problem } from "~/domain/problem";
import { saveDraft } from "~/platform/drafts/drafts.server";
import { echoOf } from "~/platform/forms/parse-form";
import type { EmployeeReply } from "./employee.form";
import { listZipCounties } from "./zip-counties.query.server";

type ReplyContext = { today: CalendarDate; draft?: { userId: string; formKey: string } };

/**
 * A refused form with what was typed; 409 when somebody changed the person first. For a ZIP in several counties it names
 * them. With `draft` the form is also kept, without the Social Security number and what was not asked by name.
 */
export async function employeeReply(problems: readonly Problem[], form: FormData, { today, draft }: ReplyContext) {
  const values = echoOf(form);
  if (draft) await saveDraft(draft.userId, draft.formKey, draftOf(values));
  const zip = values["zip"]?.[0] ?? "";
  const needsCounty = problems.some(({ code }) => code === "county-choice-needed") || "countyFips" in values;
  const counties = needsCounty && zip !== "" ? await listZipCounties(zip, today) : [];
  const status = problems.some(({ code }) => code === "stale") ? 409 : 422;
  return json<EmployeeReply>({ problems, values, counties }, { status });
}

const notKept = ["ssn", "employeeId", "isAnotherPerson", "ageConfirmed"];

function draftOf(values: Readonly<Record<string, readonly string[]>>) {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !notKept.includes(name)));
}
