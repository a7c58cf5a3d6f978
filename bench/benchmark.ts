import { cpus, totalmem } from "node:os";

/** One figure of a run. `target` says what it should be, in words, where there is a goal. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly target?: { readonly atMost: number } | { readonly atLeast: number };
};

/** What a file `bench/<name>.bench.ts` exports as `bench`. */
export type Benchmark = { readonly about: string; readonly run: () => Promise<readonly Figure[]> };

export function quantile(samples: readonly number[], share: number): number {
  const ordered = [...samples].sort((a, b) => a - b);
  return ordered[Math.min(ordered.length - 1, Math.floor(share * ordered.length))] ?? Number.NaN;
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

/**
 * Milliseconds of processor time of each call, the ways in turn: other work on the machine, which lengthens the wait, is
 * not counted, and what it does to the caches falls on all ways alike.
 */
export function timeInTurn<Name extends string>(
  ways: Readonly<Record<Name, () => unknown>>,
  { rounds, warmUp }: { rounds: number; warmUp: number },
): Record<Name, number[]> {
  const names = Object.keys(ways) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const name of names) {
      const before = process.cpuUsage();
      ways[name]();
      const { user, system } = process.cpuUsage(before);
      if (round >= 0) samples[name].push((user + system) / 1_000);
    }
  }
  return samples;
}

export function machine(): Readonly<Record<string, string | number>> {
  const cores = cpus();
  return {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    processor: cores[0]?.model ?? "unknown",
    cores: cores.length,
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
  };
}
