/** Whether the machine that runs the tests has a graphics adapter: the tests' names say which. */
import { openDevice } from "../../../lib/monte_carlo/gpu/open_device.ts";

async function find(): Promise<string | undefined> {
  try {
    const { device, adapter } = await openDevice();
    device.destroy();
    return adapter;
  } catch {
    return undefined;
  }
}

/** The adapter's name; undefined where there is none. */
export const adapterHere = await find();

/** For the names of tests. */
export const where = adapterHere === undefined
  ? "on the CPU, as no adapter is here,"
  : `on the adapter ${adapterHere}`;
