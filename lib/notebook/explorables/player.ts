/** What the play button moves. */
export interface Played {
  /** What is read aloud; quiet while playing. */
  readonly summary: HTMLElement;
  /** The slider's numbers. */
  readonly stops: readonly number[];
  readonly value: () => number;
  readonly move: (value: number) => void;
}

/** Gives life to the buttons play, step back and step forward of a form. */
export function player(form: HTMLFormElement, { summary, stops, value, move }: Played): void {
  const button = (name: string) => form.querySelector<HTMLButtonElement>(`[value="${name}"]`)!;
  const play = button("play");
  const last = stops.length - 1;
  let playing = false;
  let shownAt = 0;
  let owed = 0;

  const setPlaying = (on: boolean) => {
    playing = on;
    play.textContent = on ? "Pause" : "Play";
    summary.setAttribute("aria-live", on ? "off" : "polite");
  };
  const step = (by: number) => {
    const at = Math.max(0, Math.min(last, stops.indexOf(value()) + by));
    if (stops[at] !== value()) move(stops[at]);
    return at;
  };
  const frame = (now: number) => {
    if (!playing || !form.isConnected) return;
    const speed = Number((form.elements.namedItem("speed") as HTMLSelectElement).value);
    // A page that was hidden for a while goes on where it was.
    owed += Math.min(now - shownAt, 250) * speed / 1000;
    shownAt = now;
    const whole = Math.floor(owed);
    owed -= whole;
    if (whole > 0 && step(whole) === last) return setPlaying(false);
    requestAnimationFrame(frame);
  };
  play.addEventListener("click", () => {
    if (playing) return setPlaying(false);
    if (value() === stops[last]) move(stops[0]);
    setPlaying(true);
    shownAt = performance.now();
    owed = 0;
    requestAnimationFrame(frame);
  });
  button("back").addEventListener("click", () => step(-1));
  button("forward").addEventListener("click", () => step(1));
}
