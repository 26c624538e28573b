// A line above the message box that says what did not work, or what shows nowhere else; it goes by itself.

import { el } from "./dom.js";
import { seen } from "./store.js";
import { say } from "./words.js";

const SHOWN = 8000;
let timer = 0;

/** Says something; a screen reader reads it out. */
export function notice(key, values = {}) {
  clearTimeout(timer);
  document.getElementById("notice").replaceChildren(el("span", {}, say(key, values)));
  timer = setTimeout(clearNotice, SHOWN);
}

/** Takes the line away; as long as there is no connection it says so. */
export function clearNotice() {
  clearTimeout(timer);
  const lost = seen.connected ? [] : [el("span", {}, say("reconnecting"))];
  document.getElementById("notice").replaceChildren(...lost);
}
