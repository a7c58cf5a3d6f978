// npm run bench -- <name>: runs bench/<name>.bench.ts and prints its figures as a table and as JSON.

import { readdirSync } from "node:fs";
import { loadavg } from "node:os";
import { machine, type Benchmark, type Figure } from "./benchmark";

const names = readdirSync(new URL(".", import.meta.url))
  .flatMap((file) => /^(.+)\.bench\.ts$/.exec(file)?.[1] ?? [])
  .sort();

function verdictOf({ value, target }: Figure): string {
  if (!target) return "";
  const met = "atMost" in target ? value <= target.atMost : value >= target.atLeast;
  const goal = "atMost" in target ? `at most ${target.atMost}` : `at least ${target.atLeast}`;
  return `${goal}: ${met ? "met" : "missed"}`;
}

async function runBenchmark(name: string): Promise<void> {
  const { bench } = (await import(new URL(`${name}.bench.ts`, import.meta.url).href)) as { bench: Benchmark };
  const [busyBefore = 0] = loadavg();
  const figures = await bench.run();
  console.log(`${name}: ${bench.about}`);
  console.table(
    figures.map((figure) => ({
      figure: figure.name,
      value: Number(figure.value.toPrecision(4)),
      unit: figure.unit,
      target: verdictOf(figure),
    })),
  );
  // A machine that has other work gives times that mean little; ratios of one run still do.
  const run = { name, machine: machine(), loadBefore: Number(busyBefore.toFixed(2)), figures };
  console.log(JSON.stringify(run, null, 2));
}

const [name] = process.argv.slice(2);
if (name === undefined || !names.includes(name)) {
  console.error(`Say which benchmark: npm run bench -- ${names.join(" | ")}`);
  process.exitCode = 2;
} else {
  await runBenchmark(name);
}
