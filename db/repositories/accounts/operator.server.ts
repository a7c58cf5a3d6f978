import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { operators } from "../../schema/accounts";

/** Makes a person an operator, as the database's owner: the application's own role may read this table and not write it. */
export async function insertOperator({ ownerUrl, userId }: { ownerUrl: string; userId: string }): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await drizzle(sql).insert(operators).values({ userId }).onConflictDoNothing();
  } finally {
    await sql.end();
  }
}
