import { closePool } from "~db/client.server";
import { startTimetable } from "../jobs/timetable.server";
import { refuseToStart, stopWithSupervisor, tellSupervisor } from "./supervised.server";

async function startWorker(): Promise<void> {
  const timetable = await startTimetable();
  tellSupervisor({ kind: "ready" });
  stopWithSupervisor(async () => {
    await timetable.stop();
    await closePool();
  });
}

startWorker().catch(refuseToStart);
