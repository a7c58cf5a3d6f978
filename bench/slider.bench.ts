import postgres from "postgres";
import { quantile, type Benchmark } from "./benchmark";
import { openSliderWorld, today, type SliderWorld } from "./slider-world";

/** What is asked when the employer moves a contribution. */
function previewPath({ employerId, referencePlanId }: SliderWorld, percent: number): string {
  const terms = new URLSearchParams({
    ...{ choiceModel: "metal-level", metalLevel: "silver", issuerId: "", referencePlanId },
    ...{ employeeBasisPoints: String(percent), dependentsBasisPoints: String(100 - percent) },
  });
  return `/employers/${employerId}/offer/medical?${terms.toString()}`;
}

const rounds = 200;
const warmUp = 20;

/** Milliseconds until the whole answer is there. */
async function askFor(world: SliderWorld, path: string): Promise<number> {
  const before = performance.now();
  const response = await fetch(world.origin + path, { headers: { cookie: world.cookie } });
  const body = await response.text();
  if (response.status !== 200 || body.length === 0) throw new Error(`${path} answered ${response.status}`);
  return performance.now() - before;
}

async function measure(world: SliderWorld) {
  const times = { slider: [] as number[], health: [] as number[] };
  for (let round = -warmUp; round < rounds; round += 1) {
    const slider = await askFor(world, previewPath(world, 50 + (Math.abs(round) % 51)));
    const health = await askFor(world, "/healthz");
    if (round < 0) continue;
    times.slider.push(slider);
    times.health.push(health);
  }
  return times;
}

export const bench: Benchmark = {
  about:
    "a contribution is moved: 50 employees and their families, 96 plans to choose from, over HTTP, against /healthz",
  run: async () => {
    process.env["SHOPFRONT_TODAY"] = today;
    process.env["LOG_LEVEL"] = "silent";
    const world = await openSliderWorld((url) => postgres(url, { max: 1, onnotice: () => undefined }));
    const { slider, health } = await measure(world).finally(() => world.close());
    const [ninetyFive, ofHealth] = [quantile(slider, 0.95), quantile(health, 0.95)];
    return [
      { name: "slider, median", value: quantile(slider, 0.5), unit: "ms" },
      { name: "slider, p95", value: ninetyFive, unit: "ms" },
      { name: "/healthz, median", value: quantile(health, 0.5), unit: "ms" },
      { name: "/healthz, p95", value: ofHealth, unit: "ms" },
      { name: "slider p95 / healthz p95", value: ninetyFive / ofHealth, unit: "", target: { atMost: 2 } },
    ];
  },
};
