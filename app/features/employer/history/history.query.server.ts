import { sql } from "drizzle-orm";
import { withDoor } from "~db/client.server";
import { auditLog } from "~db/schema/employers";
import { historyPageRows, type HistorySearch } from "./history.search";

export type HistoryLine = {
  readonly sequence: number;
  /** ISO instant. */
  readonly at: string;
  readonly actorName: string;
  /** True for the timetable's own work. */
  readonly isAutomatic: boolean;
  readonly action: string;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
};

export type History = { readonly lines: readonly HistoryLine[]; readonly page: number; readonly pageCount: number };

type Row = { readonly total: number; readonly lines: readonly HistoryLine[] | null };

/** One page of the record of who did what, the newest first; a page beyond the end is empty. One statement. */
export async function listHistory(
  { employerId, userId }: { employerId: string; userId: string },
  { page }: HistorySearch,
): Promise<History> {
  const rows = await withDoor(
    { kind: "employer", employerId, userId },
    (tx) =>
      tx.execute<Row>(sql`
        select (select count(*)::int from ${auditLog} where ${auditLog.employerId} = ${employerId}) as total,
          (select json_agg(json_build_object('sequence', l.sequence, 'at', l.at, 'actorName', l.actor_name,
              'isAutomatic', l.actor_user_id is null, 'action', l.action, 'details', l.details) order by l.sequence desc)
            from (select * from audit_log where employer_id = ${employerId} order by sequence desc
              limit ${historyPageRows} offset ${(page - 1) * historyPageRows}) l) as lines`),
    { readOnly: true },
  );
  const [row] = [...rows];
  return { lines: row?.lines ?? [], page, pageCount: Math.max(1, Math.ceil((row?.total ?? 0) / historyPageRows)) };
}
