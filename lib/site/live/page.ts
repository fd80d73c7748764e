/**
 * What every page does by itself: the choice of light and dark, the contents on a narrow screen, and
 * details that open for the printer.
 *
 * @module
 */

const root = document.documentElement;
const button = document.querySelector<HTMLButtonElement>("button.theme")!;
const menu = document.querySelector<HTMLButtonElement>("button.menu")!;
const contents = document.querySelector<HTMLElement>("#contents")!;

const themes = ["", "dark", "light"];
const themeNames: Readonly<Record<string, string>> = { "": "auto", dark: "dark", light: "light" };

function showTheme(): void {
  const name = themeNames[root.dataset.theme ?? ""];
  button.textContent = `◐ ${name}`;
  button.setAttribute("aria-label", `Theme: ${name}`);
}

button.addEventListener("click", () => {
  const theme = themes[(themes.indexOf(root.dataset.theme ?? "") + 1) % themes.length];
  if (theme === "") delete root.dataset.theme;
  else root.dataset.theme = theme;
  try {
    localStorage.setItem("theme", theme);
  } catch {
    // A page opened from a folder may have no storage: the choice then lasts as long as the page.
  }
  showTheme();
});
showTheme();
button.hidden = false;

menu.addEventListener("click", () => {
  const open = contents.classList.toggle("open");
  menu.setAttribute("aria-expanded", String(open));
});
menu.hidden = false;
contents.classList.add("foldable");

/** What a pointer can scroll sideways, the keyboard must reach. */
function reachScrollables(): void {
  for (const box of document.querySelectorAll<HTMLElement>("pre, .table, .html, .katex-display")) {
    if (box.scrollWidth > box.clientWidth + 1) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  }
}
reachScrollables();
addEventListener("resize", reachScrollables);
// What is folded has no width until it opens.
document.addEventListener("toggle", reachScrollables, true);
document.fonts.ready.then(reachScrollables);

/** A word's meaning stays within the page, and goes at Escape, until pointer and keyboard have left the word. */
for (const term of document.querySelectorAll<HTMLElement>(".term")) {
  const meaning = term.querySelector<HTMLElement>(".meaning")!;
  const place = () => {
    meaning.style.translate = "";
    const beyond = meaning.getBoundingClientRect().right - root.clientWidth + 8;
    if (beyond > 0) meaning.style.translate = `${-beyond}px`;
  };
  const left = () => {
    if (!term.matches(":hover, :focus-within")) term.classList.remove("closed");
  };
  for (const name of ["pointerenter", "focusin"]) term.addEventListener(name, place);
  for (const name of ["pointerleave", "focusout"]) {
    term.addEventListener(name, () => setTimeout(left));
  }
}
addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  for (const term of document.querySelectorAll(".term:is(:hover, :focus-within)")) {
    term.classList.add("closed");
  }
});

/** On slides the arrows lead from one to the next, where nothing else wants them. */
const slides = [...document.querySelectorAll<HTMLElement>(".slide")];
addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[event.key];
  const target = event.target as HTMLElement;
  if (slides.length === 0 || step === undefined || target.closest("input, select, textarea, svg")) {
    return;
  }
  const bar = document.querySelector(".top")!.getBoundingClientRect().height;
  const at = slides.findLastIndex((one) => one.getBoundingClientRect().top < bar + 20);
  const next = slides[Math.max(0, Math.min(slides.length - 1, at + step))];
  event.preventDefault();
  next.scrollIntoView();
});

const closed = new Set<HTMLDetailsElement>();
addEventListener("beforeprint", () => {
  for (
    const details of document.querySelectorAll<HTMLDetailsElement>("div:not(.sheet) > details")
  ) {
    if (!details.open) closed.add(details);
    details.open = true;
  }
});
addEventListener("afterprint", () => {
  for (const details of closed) details.open = false;
  closed.clear();
});

// A page opened from a folder cannot start the workers that run a chapter: the button says so.
if (location.protocol === "file:") {
  for (const note of document.querySelectorAll<HTMLElement>(".only-served")) note.hidden = false;
  for (const link of document.querySelectorAll("a.button")) {
    link.removeAttribute("href");
    link.setAttribute("aria-disabled", "true");
  }
}
