import type { CalendarDate } from "~/domain/calendar/calendar-date";
import type { Census } from "~/domain/household/census";
import { done, failed, type Outcome, type Problem } from "~/domain/problem";
import { parseForm } from "~/platform/forms/parse-form";
import { readUploadText } from "../upload/upload-text.server";
import { censusAgesSchema, censusFileLargestBytes, censusWays, type CensusWay } from "./census-ages.schema";
import { withoutSsn } from "./census-values";
import { readCensusAges } from "./read-census-ages";
import { readCensusList, type CensusReading, type RefusedCensusRow } from "./read-census-list.server";

/** What a visitor told about the people, and what of it may be kept to fill the form again. */
export type ToldCensus = {
  readonly way: CensusWay;
  /** Without those in refused rows. */
  readonly census: Outcome<Census>;
  readonly refused: readonly RefusedCensusRow[];
  readonly unknownColumns: readonly string[];
  readonly ssnIgnored: boolean;
  /** By input name; never a Social Security number, never the file itself. */
  readonly typed: Readonly<Record<string, readonly string[]>>;
};

const keptName = /^(way|ages|list|families\.\d{1,3}\.(age|tobacco|spouse|children))$/;
const longestList = 60_000;

/** The people of a posted form, in the way that it says. */
export async function readCensusForm(form: FormData, { today }: { today: CalendarDate }): Promise<ToldCensus> {
  const way = censusWays.find((known) => known === form.get("way")) ?? "ages";
  const typed = typedIn(form);
  const told = { way, refused: [], unknownColumns: [], ssnIgnored: false };
  if (way === "ages") {
    const parsed = parseForm(censusAgesSchema, form);
    return { ...told, typed, census: parsed.ok ? readCensusAges(parsed.value) : parsed };
  }
  const text = await listOf(form);
  if (!text.ok) return { ...told, typed, census: text };
  const scrubbed = withoutSsn(text.value);
  const reading = readCensusList(text.value, { today });
  const list = reading.ok ? withoutSsn(reading.value.keptText) : scrubbed;
  const ssnIgnored = scrubbed !== text.value || (reading.ok && reading.value.ssnIgnored);
  const kept = { ...typed, list: [list] };
  return { ...told, ...partsOf(reading), ssnIgnored, typed: kept };
}

function partsOf(reading: Outcome<CensusReading>): Pick<ToldCensus, "census" | "refused" | "unknownColumns"> {
  if (!reading.ok) return { census: reading, refused: [], unknownColumns: [] };
  const { census, refused, unknownColumns } = reading.value;
  return { census: done(census), refused, unknownColumns };
}

function typedIn(form: FormData): Record<string, string[]> {
  const names = [...new Set(form.keys())].filter((name) => keptName.test(name));
  const textOf = (name: string) => form.getAll(name).filter((value) => typeof value === "string");
  return Object.fromEntries(
    names.map((name) => [name, textOf(name).map((text) => withoutSsn(text.slice(0, longestList)))]),
  );
}

/** The uploaded file, or what was pasted. */
async function listOf(form: FormData): Promise<Outcome<string>> {
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) {
    const pasted = form.get("list");
    const text = typeof pasted === "string" ? pasted : "";
    if (text.length <= longestList) return done(text);
    return failed({ code: "text-too-long", field: "list", params: { maximum: longestList } });
  }
  if (file.size > censusFileLargestBytes) return failed(censusFileTooLarge);
  const text = readUploadText(new Uint8Array(await file.arrayBuffer()));
  if (!text.ok) return failed(...text.problems.map((problem) => ({ ...problem, field: "file" })));
  return text.value.text.length <= longestList ? done(text.value.text) : failed(censusFileTooLarge);
}

const censusFileTooLarge: Problem = {
  code: "file-too-large",
  field: "file",
  params: { megabytes: censusFileLargestBytes / 1_000_000 },
};
