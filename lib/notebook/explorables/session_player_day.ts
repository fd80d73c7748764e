import { looks } from "../theme.ts";
import { line, lineSample, markers, markerSample, rule, stairs } from "./marks.ts";
import { type Picture, picture } from "./picture.ts";
import { roundRange } from "./scale.ts";
import type { SessionPlayerModel } from "./session_player_model.ts";

/**
 * The three panels of the day, as far as it has come: price, inventory, wealth. Their axes hold the whole
 * day from the start, so that nothing jumps while they grow.
 */
export function dayPictures(model: SessionPlayerModel, width: number): readonly Picture[] {
  const { sessions: { naive, as }, step } = model;
  const { time, midPrice } = as;
  const past = (column: Float64Array) => column.subarray(0, step + 1);
  const x = { title: "Step", range: [0, as.grid.steps] as const };
  const now = [time[step]];
  const limit = { ...looks.other, dash: "2,4", width: 1 };
  const pair = [
    [lineSample(looks.naive), "Naive"],
    [lineSample(looks.as), "AS"],
  ] as const;
  const both = (column: "inventory" | "wealth", draw: typeof line) => [
    draw(looks.naive, past(time), past(naive[column])),
    draw(looks.as, past(time), past(as[column])),
    markers(looks.naive, now, [naive[column][step]], { size: 0.8 }),
    markers(looks.as, now, [as[column][step]], { size: 0.8 }),
  ];
  const level = { ...looks.mid, width: 1 };
  return [
    picture({
      title: "Price",
      width,
      height: 190,
      x,
      y: { title: "Mid-price ($)", range: roundRange(midPrice) },
      marks: [
        line(looks.mid, past(time), past(midPrice)),
        markers(looks.mid, now, [midPrice[step]], { size: 0.8 }),
      ],
      legend: [[lineSample(looks.mid), "mid"]],
    }),
    picture({
      title: "Inventory",
      width,
      height: 200,
      x,
      y: { title: "q (units)", range: roundRange([...naive.inventory, ...as.inventory, -6, 6]) },
      marks: [
        rule(level, { y: 0 }),
        rule(limit, { y: 5 }),
        rule(limit, { y: -5 }),
        ...both("inventory", stairs),
      ],
      legend: [...pair, [lineSample(limit), "limit of AS"]],
    }),
    picture({
      title: "Wealth gained",
      width,
      height: 200,
      x,
      y: { title: "Wealth ($)", range: roundRange([...naive.wealth, ...as.wealth]) },
      marks: [rule(level, { y: 0 }), ...both("wealth", line)],
      legend: [...pair, [markerSample(looks.as, { size: 0.8 }), "now"]],
    }),
  ];
}
