import path from "node:path";
import { z } from "zod";
import { keyFromFile } from "./key-file.server";
import { StartProblem } from "./start-problem";

const port = z.coerce.number().int().min(1).max(65_535);
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgres:// URL" });
const httpOrigin = z
  .url({ protocol: /^https?$/, error: "must be an http:// or https:// origin" })
  .refine((text) => !URL.canParse(text) || new URL(text).origin === text, {
    error: "must be an origin only, such as https://example.org, without a path or closing slash",
  });

const settingsSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  PORT: port.default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  PUBLIC_ORIGIN: httpOrigin.optional(),
  TRUSTED_PROXY_COUNT: z.coerce.number().int().min(0).max(5).default(0),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_OWNER_URL: postgresUrl.optional(),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(100).default(8),
  STATEMENT_TIMEOUT_MS: z.coerce.number().int().min(100).default(15_000),
  LOCK_TIMEOUT_MS: z.coerce.number().int().min(100).default(5_000),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must be an smtp:// or smtps:// URL" }).optional(),
  MAIL_FROM: z.string().min(3).default("Shopfront <no-reply@localhost>"),
  SHOPFRONT_KEY: z
    .string()
    .refine((text) => Buffer.from(text, "base64").length === 32, { error: "must be 32 bytes in base64" })
    .optional(),
  SHOPFRONT_TODAY: z.iso.date({ error: "must be a day such as 2026-03-31" }).optional(),
  DATA_FOLDER: z.string().min(1).default(".data"),
  DROP_FOLDER: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(["silent", "fatal", "error", "warn", "info", "debug"]).optional(),
  CHROMIUM_PATH: z.string().min(1).optional(),
  npm_lifecycle_event: z.string().optional(),
  CI: z.string().optional(),
});

export type Environment = {
  readonly nodeEnvironment: "development" | "production" | "test";
  readonly port: number;
  readonly host: string;
  /** Where browsers reach us; every form must come from here. */
  readonly publicOrigin: string;
  /** True when PUBLIC_ORIGIN was not given, so that localhost and 127.0.0.1 are the same place. */
  readonly publicOriginIsDefault: boolean;
  readonly trustedProxyCount: number;
  /** Undefined means the embedded database. */
  readonly databaseUrl: string | undefined;
  readonly databaseOwnerUrl: string | undefined;
  readonly databasePoolSize: number;
  readonly statementTimeoutMs: number;
  readonly lockTimeoutMs: number;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** The 32 bytes that every other key derives from. The embedded mode keeps them in a file; throws where there are none. */
  readonly keyEncryptionKey: Buffer;
  /** ISO day that stands for today, for tests and demonstrations. */
  readonly fixedToday: string | undefined;
  readonly projectFolder: string;
  readonly dataFolder: string;
  readonly dropFolder: string;
  readonly logLevel: string;
  readonly chromiumPath: string | undefined;
  readonly isCi: boolean;
  /** True in what `npm start` and `npm run` start. */
  readonly startedByNpm: boolean;
};

/** Reads and checks the settings. An empty value counts as not given. Throws `StartProblem`. */
export function parseEnvironment(source: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new StartProblem(`These settings are wrong:\n${lines.join("\n")}`);
  }
  const values = parsed.data;
  if (values.DATABASE_OWNER_URL && !values.DATABASE_URL) {
    throw new StartProblem("DATABASE_OWNER_URL is set but DATABASE_URL is not: set both, or neither.");
  }
  if (values.DATABASE_URL && values.DATABASE_URL === values.DATABASE_OWNER_URL) {
    throw new StartProblem("DATABASE_URL and DATABASE_OWNER_URL must name two different roles.");
  }
  const projectFolder = process.cwd();
  const dataFolder = path.resolve(projectFolder, values.DATA_FOLDER);
  return {
    nodeEnvironment: values.NODE_ENV,
    port: values.PORT,
    host: values.HOST,
    publicOrigin: values.PUBLIC_ORIGIN ?? `http://localhost:${values.PORT}`,
    publicOriginIsDefault: values.PUBLIC_ORIGIN === undefined,
    trustedProxyCount: values.TRUSTED_PROXY_COUNT,
    databaseUrl: values.DATABASE_URL,
    databaseOwnerUrl: values.DATABASE_OWNER_URL,
    databasePoolSize: values.DATABASE_POOL_SIZE,
    statementTimeoutMs: values.STATEMENT_TIMEOUT_MS,
    lockTimeoutMs: values.LOCK_TIMEOUT_MS,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    get keyEncryptionKey() {
      if (values.SHOPFRONT_KEY) return Buffer.from(values.SHOPFRONT_KEY, "base64");
      if (values.DATABASE_URL === undefined) return keyFromFile(path.join(dataFolder, "shopfront.key"));
      throw new StartProblem("SHOPFRONT_KEY is not set: with a database of your own, give 32 random bytes in base64.");
    },
    fixedToday: values.SHOPFRONT_TODAY,
    projectFolder,
    dataFolder,
    dropFolder: values.DROP_FOLDER
      ? path.resolve(projectFolder, values.DROP_FOLDER)
      : path.join(dataFolder, "outbound"),
    logLevel: values.LOG_LEVEL ?? (values.DATABASE_URL ? "info" : "warn"),
    chromiumPath: values.CHROMIUM_PATH,
    isCi: values.CI !== undefined && values.CI !== "false" && values.CI !== "0",
    startedByNpm: values.npm_lifecycle_event !== undefined,
  };
}

let current: Environment | undefined;

/** The settings of this process, read once. */
export function env(): Environment {
  current ??= parseEnvironment(process.env);
  return current;
}

/** The surroundings a child process gets: ours, changed where `changes` says so. */
export function childEnvironment(changes: Readonly<Record<string, string | undefined>>): NodeJS.ProcessEnv {
  return { ...process.env, ...changes };
}
