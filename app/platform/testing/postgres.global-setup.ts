import type { TestProject } from "vitest/node";
import { releaseTestServer } from "./test-server";

declare module "vitest" {
  export interface ProvidedContext {
    /** The process that counts as the test server's user: the run, not its workers. */
    testRunPid: number;
  }
}

/** The server itself starts with the first test that asks for a database; here it only learns when the run is over. */
export default function setup(project: TestProject): () => Promise<void> {
  project.provide("testRunPid", process.pid);
  return () => releaseTestServer(process.pid);
}
