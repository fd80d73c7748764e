/** A device, and what its adapter is called. */
export interface OpenDevice {
  /** Where work is sent. */
  readonly device: GPUDevice;
  /** The adapter's name, as far as it tells one. */
  readonly adapter: string;
}

/** How long an adapter may take to answer, in milliseconds. */
const PATIENCE = 10_000;

/**
 * Opens the machine's graphics adapter, in a browser or in Deno.
 *
 * @throws {Error} Where there is none: the message follows "as".
 */
export async function openDevice(): Promise<OpenDevice> {
  // Pages without a secure origin and older browsers have no such property.
  const gpu = navigator.gpu as GPU | undefined;
  if (!gpu) throw new Error("WebGPU is not offered here");
  const wish = gpu.requestAdapter({ powerPreference: "high-performance" });
  const adapter = await inTime(wish, PATIENCE, "the graphics adapter");
  if (!adapter) throw new Error("no graphics adapter was found");
  const { maxStorageBufferBindingSize, maxBufferSize } = adapter.limits;
  const device = await inTime(
    adapter.requestDevice({ requiredLimits: { maxStorageBufferBindingSize, maxBufferSize } }),
    PATIENCE,
    "the graphics adapter",
  );
  const { description, vendor, architecture } = adapter.info;
  const name = description || [vendor, architecture].filter(Boolean).join(" ");
  return { device, adapter: name || "without a name" };
}

/** A promise's value, or an error where it takes longer than some milliseconds. */
export async function inTime<T>(promise: Promise<T>, patience: number, who: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    const late = () => reject(new Error(`${who} did not answer in ${patience / 1000} seconds`));
    timer = setTimeout(late, patience);
  });
  try {
    return await Promise.race([promise, silence]);
  } finally {
    clearTimeout(timer);
  }
}
