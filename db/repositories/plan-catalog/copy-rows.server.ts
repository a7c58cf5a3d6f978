import { once } from "node:events";
import { finished } from "node:stream/promises";
import type { ISql, JSONValue } from "postgres";

/** A statement runner: the pool's handle or one transaction's. */
export type Db = ISql;

/** Arrays are PostgreSQL arrays; wrap what goes into a jsonb column in `json`. */
export type CopyValue = string | number | boolean | null | readonly (string | number | null)[] | Int32Array | CopyJson;
type CopyJson = { readonly json: JSONValue | object };

const charactersPerWrite = 2 ** 16;

/** Loads rows by COPY, far faster than INSERT. Column names come from the code, never from data. */
export async function copyRows(
  tx: Db,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly CopyValue[]>,
): Promise<number> {
  const target = await tx.unsafe(`copy ${table} (${columns.join(", ")}) from stdin`).writable();
  let count = 0;
  let text = "";
  for (const row of rows) {
    count += 1;
    text += `${row.map(copyText).join("\t")}\n`;
    if (text.length < charactersPerWrite) continue;
    if (!target.write(text)) await once(target, "drain");
    text = "";
  }
  target.end(text);
  await finished(target);
  return count;
}

const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function copyText(value: CopyValue): string {
  if (value === null) return "\\N";
  if (typeof value === "string") return escaped(value);
  if (typeof value === "boolean") return value ? "t" : "f";
  if (typeof value === "number") return String(value);
  if (value instanceof Int32Array) return `{${value.join(",")}}`;
  if (isArray(value)) return escaped(arrayText(value));
  return escaped(JSON.stringify(value.json));
}

function isArray(value: readonly (string | number | null)[] | CopyJson): value is readonly (string | number | null)[] {
  return Array.isArray(value);
}

function arrayText(values: readonly (string | number | null)[]): string {
  const items = values.map((value) => {
    if (value === null) return "NULL";
    return typeof value === "number" ? String(value) : `"${value.replace(/["\\]/g, (sign) => `\\${sign}`)}"`;
  });
  return `{${items.join(",")}}`;
}

function escaped(text: string): string {
  return text.replace(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign);
}
