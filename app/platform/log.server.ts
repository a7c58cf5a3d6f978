import pino, { type Logger } from "pino";
import { env } from "./env.server";

const redactedFields = ["ssn", "socialSecurityNumber", "password", "token", "cookie", "authorization", "dateOfBirth"];

/** Hides anything shaped like a Social Security number, whatever field it got into. */
export function withoutSocialSecurityNumbers(line: string): string {
  return line
    .replace(/(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/g, "***-**-****")
    .replace(/(?<![\w.-])\d{9}(?![\w.-])/g, "*********");
}

/** An error for the log: kind, code, first line and stack frames. Statement parameters may hold personal data and stay out. */
export function loggableError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error).slice(0, 500) };
  const cause: unknown = error.cause;
  const code: unknown = Reflect.get(error, "code");
  return {
    type: error.name,
    message: error.message.split("\n", 1)[0]?.slice(0, 500),
    ...(typeof code === "string" ? { code } : {}),
    stack: error.stack?.split("\n").filter((line) => /^\s+at /.test(line)),
    ...(cause === undefined ? {} : { cause: loggableError(cause) }),
  };
}

function makeLog(): Logger {
  return pino(
    {
      level: env().nodeEnvironment === "test" ? "silent" : env().logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: loggableError },
      redact: { paths: redactedFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: "[hidden]" },
    },
    { write: (line: string) => void process.stdout.write(withoutSocialSecurityNumbers(line)) },
  );
}

let current: Logger | undefined;

/** The process's log: one JSON object a line on standard output. */
export function log(): Logger {
  current ??= makeLog();
  return current;
}
