import { sql, type SQL } from "drizzle-orm";
import type { Tx } from "./client.server";

export type LibraryResult = { readonly rows: Record<string, unknown>[]; readonly rowCount: number };

/**
 * Runs a statement that a library wrote itself, with `$1`-style parameters, in our transaction. The text comes from the
 * library's own code and never from a person; values always travel as parameters.
 */
export async function runLibraryStatement(
  tx: Tx,
  text: string,
  values: readonly unknown[] = [],
): Promise<LibraryResult> {
  const rows = await tx.execute<Record<string, unknown>>(withParameters(text, values));
  return { rows: [...rows], rowCount: rows.length > 0 ? rows.length : rows.count };
}

function withParameters(text: string, values: readonly unknown[]): SQL {
  const chunks = text.split(/\$(\d+)/).map((piece, at) => {
    if (at % 2 === 0) return sql.raw(piece);
    return sql`${parameter(values[Number(piece) - 1])}`;
  });
  return sql.join(chunks);
}

/** Objects travel as JSON text, as the libraries' own driver sends them. */
function parameter(value: unknown): unknown {
  if (value === undefined) return null;
  const isPlain = typeof value !== "object" || value === null || value instanceof Date;
  return isPlain ? value : JSON.stringify(value);
}
