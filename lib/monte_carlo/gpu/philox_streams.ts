import { normalQuantile } from "../../numeric/normal_quantile.ts";
import { type Streams, streams, uniformOf } from "../../random/streams.ts";
import { philox, type PhiloxKey } from "./philox.ts";

/** A seed's key: the first words of its stream `"gpu"`. */
export function philoxKey(seed: string | number): PhiloxKey {
  const words = new Int32Array(2);
  streams(seed)("gpu").words(words);
  return [words[0], words[1]];
}

/**
 * The shader's random numbers on the processor: the stream `"flow"` gives the words of buy and sell orders,
 * in turns, and every other stream the word of the price.
 *
 * So a tape drawn from them is the one that the GPU trades, but for the rounding of its prices to float32:
 * a path that left the tables is traded again on it, and a session can be looked at.
 */
export function philoxStreams(seed: string | number): Streams {
  const key = philoxKey(seed);
  return (name, firstPath = 0) => {
    let path = firstPath, count = 0;
    const block = (n: number) => philox([n, 0, path | 0, Math.floor(path / 2 ** 32)], key);
    const next = name === "flow" ? () => block(count >> 1)[count++ & 1] : () => block(count++)[2];
    return {
      words: (out) => void out.forEach((_, i) => out[i] = next()),
      normals: (out, from = 0) => {
        for (let i = from; i < out.length; i++) out[i] = normalQuantile(levelOf(next()));
      },
      uniform: () => uniformOf(next()),
      restart: (other) => [path, count] = [other, 0],
    };
  };
}

/** The level in (0, 1) whose quantile the shader takes: words count from −2³¹, as signed numbers do. */
function levelOf(word: number): number {
  return ((word | 0) + 2 ** 31 + 0.5) / 2 ** 32;
}
