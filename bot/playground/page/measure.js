// Boxes as high as what stands in them, and how much still fits.

import { say } from "./words.js";

export const LONGEST = 2000;
const NEARLY = 200;
const MOST = 240;

/** Fits a text area to its lines, and says in `count` how many letters are left, once they run short. */
export function measure(box, count) {
  box.style.height = "auto";
  box.style.height = `${Math.min(box.scrollHeight, MOST)}px`;
  const left = LONGEST - box.value.length;
  count.textContent =
    left >= NEARLY ? "" : left < 0 ? say("too-long", { count: -left }) : say("left", { count: left });
  count.classList.toggle("over", left < 0);
}
