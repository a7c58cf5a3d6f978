import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";

const names = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "chrome"];
const knownPlaces = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];
const packages = ["chromium", "fonts-liberation", "fonts-noto-core"];
const downloadLimitMs = 60_000;
const packageLimitMs = 600_000;

/** A Chrome or Chromium to test with: an installed one, else the distribution's, else Playwright's download; or undefined. */
export function findBrowser(): string | undefined {
  return installed() ?? fromDistribution() ?? downloaded();
}

function installed(): string | undefined {
  const asked = process.env["CHROMIUM_PATH"];
  const onPath = (process.env["PATH"] ?? "")
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)));
  const candidates = [...(asked ? [asked] : []), ...onPath, ...knownPlaces, chromium.executablePath()];
  return candidates.find((file) => existsSync(file));
}

function fromDistribution(): string | undefined {
  if (process.getuid?.() !== 0 || spawnSync("apt-get", ["--version"]).status !== 0) return undefined;
  console.log(`No Chrome or Chromium found; installing the distribution's: ${packages.join(", ")}`);
  const install = ["install", "-y", "--no-install-recommends", ...packages];
  if (aptGet(install) !== 0 && aptGet(["update"]) === 0) aptGet(install);
  return installed();
}

function aptGet(args: readonly string[]): number | null {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync("apt-get", args, { env, stdio: ["ignore", "ignore", "inherit"], timeout: packageLimitMs }).status;
}

function downloaded(): string | undefined {
  console.log("No Chrome or Chromium found; asking Playwright to download one (at most a minute).");
  const program = path.join("node_modules", "@playwright", "test", "cli.js");
  spawnSync(process.execPath, [program, "install", "chromium"], { stdio: "inherit", timeout: downloadLimitMs });
  return installed();
}
