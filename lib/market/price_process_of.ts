import { arithmeticBrownian, type ArithmeticBrownianOptions } from "./arithmetic_brownian.ts";
import { geometricBrownian, type GeometricBrownianOptions } from "./geometric_brownian.ts";
import type { PriceProcess } from "./price_process.ts";

/** A price process as plain data, so that another thread can build it again. */
export type PriceProcessData = Pick<PriceProcess, "name" | "parameters">;

const builders: Readonly<Record<string, (parameters: unknown) => PriceProcess>> = {
  arithmeticBrownian: (parameters) => arithmeticBrownian(parameters as ArithmeticBrownianOptions),
  geometricBrownian: (parameters) => geometricBrownian(parameters as GeometricBrownianOptions),
};

/** Builds a process again from its name and parameters; undefined where the name is not one of ours. */
export function priceProcessOf({ name, parameters }: PriceProcessData): PriceProcess | undefined {
  return Object.hasOwn(builders, name) ? builders[name](parameters) : undefined;
}
