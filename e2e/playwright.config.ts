import { defineConfig, devices } from "@playwright/test";

const port = 4173;
const dataFolder = "test-results/journeys-data";
/** Set while writing a journey: a product that runs already. */
const runningAt = process.env["JOURNEYS_AT"];

/** The product as the README starts it, on a data folder of its own. */
const webServer = {
  command: "npm start",
  cwd: "..",
  url: `http://localhost:${port}/healthz`,
  timeout: 600_000,
  reuseExistingServer: false,
  gracefulShutdown: { signal: "SIGTERM" as const, timeout: 20_000 },
  env: { PORT: String(port), DATA_FOLDER: dataFolder },
};

export default defineConfig({
  testDir: "journeys",
  outputDir: "../test-results/journeys",
  fullyParallel: false,
  workers: 1,
  forbidOnly: true,
  retries: 0,
  timeout: 600_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    baseURL: runningAt ?? `http://localhost:${port}`,
    trace: "retain-on-failure",
    launchOptions: {
      ...(process.env["CHROMIUM_PATH"] ? { executablePath: process.env["CHROMIUM_PATH"] } : {}),
      args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"],
    },
  },
  projects: [
    { name: "desktop", use: { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 900 } } },
    { name: "phone", use: { ...devices["Desktop Chrome"], viewport: { width: 390, height: 844 }, hasTouch: true } },
  ],
  ...(runningAt ? {} : { webServer }),
});
