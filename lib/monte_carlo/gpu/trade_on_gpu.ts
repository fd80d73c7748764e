import { type GpuPlan, openDesk } from "./gpu_desk.ts";
import { fitInFloat32, writeFinals } from "./gpu_finals.ts";
import { inTime } from "./open_device.ts";

/** Most paths in a dispatch: their finals take 15 MB. */
const MOST_PATHS = 2 ** 18;
/** Steps of the first dispatch's paths together. */
const FIRST_STEPS = 2 ** 22;
/** A dispatch should take about so many milliseconds: systems end those that take seconds. */
const DISPATCH = { least: 50, most: 200 };
/** Silence after which the adapter is given up, in milliseconds. */
const PATIENCE = 60_000;

/** Trades all paths and fills the traders' columns; tells between dispatches how many are done. */
export async function tradeOnGpu(
  device: GPUDevice,
  plan: GpuPlan,
  told: (done: number) => void,
): Promise<void> {
  const { paths, grid: { steps }, pairs } = plan;
  const most = Math.min(paths, MOST_PATHS);
  const lost = device.lost.then(({ message }): never => {
    throw new Error(`the graphics adapter was lost: ${message}`);
  });
  const watched = <T>(work: () => Promise<T>) =>
    inTime(Promise.race([lost, refused(device, work)]), PATIENCE, "the graphics adapter");
  const desks = await watched(() =>
    Promise.all(pairs.map((pair) => openDesk(device, plan, pair, most)))
  );
  let size = Math.ceil(FIRST_STEPS / steps);
  for (let from = 0; from < paths;) {
    const count = Math.min(size, most, paths - from);
    const start = performance.now();
    for (const [i, desk] of desks.entries()) {
      const numbers = await watched(() => desk(from, count));
      if (!fitInFloat32(numbers)) throw new Error("float32 cannot hold these profits");
      pairs[i].lanes.forEach((lane, j) => writeFinals(numbers, j, lane, from, count, steps));
    }
    const taken = performance.now() - start;
    if (taken < DISPATCH.least) size *= 2;
    else if (taken > DISPATCH.most) size = Math.ceil(size / 2);
    told(from += count);
  }
}

/** Does work on a device; what the device finds wrong with it becomes an error. */
async function refused<T>(device: GPUDevice, work: () => Promise<T>): Promise<T> {
  device.pushErrorScope("out-of-memory");
  device.pushErrorScope("validation");
  const result = await work();
  for (const error of [await device.popErrorScope(), await device.popErrorScope()]) {
    if (error) throw new Error(`the graphics adapter refused the work: ${error.message}`);
  }
  return result;
}
