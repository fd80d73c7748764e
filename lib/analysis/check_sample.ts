import { numbers } from "../kinds.ts";
import { checkThat } from "../check.ts";

/** Refuses a sample that is empty or holds anything but finite numbers, and names the place. */
export function checkSample(action: string, name: string, sample: ArrayLike<number>): void {
  numbers(action, name, sample);
  checkThat(action, `length of ${name}`, ">= 1", sample.length, sample.length >= 1);
  for (let i = 0; i < sample.length; i++) {
    if (Number.isFinite(sample[i])) continue;
    checkThat(action, `${name}[${i}]`, "a finite number", sample[i], false);
  }
}
