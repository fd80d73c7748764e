import type { PriceProcess } from "../../market/price_process.ts";
import type { TimeGrid } from "../../time_grid.ts";
import type { CompiledPolicies } from "../compiled_policies.ts";
import type { Lane } from "../kernel.ts";
import { gpuReals } from "./gpu_tables.ts";
import type { PhiloxKey } from "./philox.ts";
import { FINAL, SHADER, WORKGROUP } from "./shader.ts";

/** A run on the GPU. */
export interface GpuPlan {
  /** The session's clock. */
  readonly grid: TimeGrid;
  /** The key of the random numbers. */
  readonly key: PhiloxKey;
  /** Number of the first path. */
  readonly firstPath: number;
  /** Number of paths. */
  readonly paths: number;
  /** How the mid-price moves: one of the two processes that the shader knows. */
  readonly price: PriceProcess;
  /** Traders two by two, or one twice, with their tables. */
  readonly pairs: readonly GpuPair[];
}

/** Two traders who share a pass over a path. */
export interface GpuPair {
  /** Their tables. */
  readonly tables: CompiledPolicies;
  /** Where their rows are, and where their finals go. */
  readonly lanes: readonly [Lane, Lane];
}

/** Flags of buffers, by the standard's numbers: TypeScript's library for browsers has no names for them. */
const UPLOAD = 0x8 | 0x80, UNIFORM = 0x8 | 0x40, RESULT = 0x4 | 0x80, READ_BACK = 0x1 | 0x8;
const MAP_READ = 1;

/** Sends a pair's tables to the device; the answer trades paths and reads their numbers back. */
export async function openDesk(
  device: GPUDevice,
  plan: GpuPlan,
  { tables, lanes }: GpuPair,
  most: number,
): Promise<(from: number, count: number) => Promise<Float32Array>> {
  const { grid, price, firstPath } = plan;
  const module = device.createShaderModule({ code: SHADER });
  const compute = { module, entryPoint: "trade" };
  const { messages } = await module.getCompilationInfo();
  const mistake = messages.find(({ type }) => type === "error");
  if (mistake) throw new Error(`the shader was refused: ${mistake.message} (${mistake.lineNum})`);
  const pipeline = await device.createComputePipelineAsync({ layout: "auto", compute });
  const upload = (data: ArrayBufferView<ArrayBuffer>) => {
    const buffer = device.createBuffer({ size: data.byteLength, usage: UPLOAD });
    device.queue.writeBuffer(buffer, 0, data);
    return buffer;
  };
  const size = bytesOf(most);
  const run = device.createBuffer({ size: RUN_BYTES, usage: UNIFORM });
  const finals = device.createBuffer({ size, usage: RESULT });
  const readBack = device.createBuffer({ size, usage: READ_BACK });
  const integers = upload(tables.integers as Int32Array<ArrayBuffer>);
  const reals = upload(gpuReals(tables, grid, price.initialPrice));
  const bindGroup = device.createBindGroup({
    layout: pipeline.getBindGroupLayout(0),
    entries: [run, integers, reals, finals].map((buffer, binding) => ({
      binding,
      resource: { buffer },
    })),
  });
  const starts = lanes.map(({ policy }) => policy.start / 4);
  return async (from, count) => {
    device.queue.writeBuffer(run, 0, runOf(plan, starts, firstPath + from, count));
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, bindGroup);
    pass.dispatchWorkgroups(Math.ceil(count / WORKGROUP));
    pass.end();
    encoder.copyBufferToBuffer(finals, 0, readBack, 0, bytesOf(count));
    device.queue.submit([encoder.finish()]);
    await readBack.mapAsync(MAP_READ, 0, bytesOf(count));
    const numbers = new Float32Array(readBack.getMappedRange(0, bytesOf(count)).slice(0));
    readBack.unmap();
    return numbers;
  };
}

const bytesOf = (paths: number) => paths * 2 * FINAL * Float32Array.BYTES_PER_ELEMENT;

const RUN_BYTES = 48;

/** The shader's `Run`. */
function runOf(
  { key, grid: { steps, dt }, price: { name, initialPrice, parameters } }: GpuPlan,
  starts: readonly number[],
  firstPath: number,
  paths: number,
): ArrayBuffer {
  const geometric = name === "geometricBrownian";
  const { drift, volatility } = parameters;
  const run = new ArrayBuffer(RUN_BYTES);
  const path = [firstPath, Math.floor(firstPath / 2 ** 32)];
  new Uint32Array(run).set([...key, ...path, ...starts, paths, steps, geometric ? 1 : 0]);
  const drifted = (geometric ? drift - volatility * volatility / 2 : drift) * dt;
  new Float32Array(run).set([initialPrice, drifted, volatility * Math.sqrt(dt)], 9);
  return run;
}
