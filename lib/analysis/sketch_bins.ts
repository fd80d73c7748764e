/*
 * Bins for numbers of any size, fine where they matter: with d the distance from a centre in units of a
 * scale, 1 + |d| is cut like a floating-point number, into 2^bits pieces between one power of two and the
 * next. So a bin is never wider than 2^−bits · (scale + its distance from the centre).
 *
 * A value's bin depends on nothing but the value: counts of two samples may simply be added. The pieces
 * are the idea of HdrHistogram and of DDSketch (Masson, Rim and Lee, VLDB 12, 2019); the centre is ours, as
 * profits may lie far from zero.
 */

/** Where bins are fine, and how fine. */
export interface SketchScale {
  /** Where bins are finest, in the sample's unit. */
  readonly centre: number;
  /** Distance from the centre up to which bins are about the same, in the sample's unit; > 0. */
  readonly scale: number;
  /** Fineness: 2^bits bins from the centre to one scale from it; a whole number in 0 … 20. */
  readonly bits: number;
}

const view = new DataView(new ArrayBuffer(8));

/** Number of a finite value's bin: from 0 upwards at and above the centre, from −1 downwards below. */
export function binOf(value: number, centre: number, scale: number, bits: number): number {
  const distance = value - centre;
  view.setFloat64(0, 1 + Math.abs(distance) / scale);
  // The exponent and the first bits of the fraction; 1023 is the exponent of 1.
  const bin = (view.getInt32(0) >> (20 - bits)) - (1023 << bits);
  return distance < 0 ? -1 - bin : bin;
}

/** Lowest and highest value of a bin. */
export function binRange(
  bin: number,
  { centre, scale, bits }: SketchScale,
): readonly [lowest: number, highest: number] {
  const pieces = 2 ** bits;
  const distance = (number: number) =>
    scale * (2 ** Math.floor(number / pieces) * (1 + (number % pieces) / pieces) - 1);
  return bin < 0
    ? [centre - distance(-bin), centre - distance(-1 - bin)]
    : [centre + distance(bin), centre + distance(bin + 1)];
}
