// A list of offers below or above a box that keeps the focus: commands, names, choices, options.

import { el } from "./dom.js";
import { icon } from "./icons.js";

const GAP = 8;
let count = 0;

/** A listbox for an input, moved through by arrows and chosen from by Enter, Tab or a press. */
export class Picker {
  /** `choose(item)` takes an item `{label, detail, sign, chosen}`; `box` is what keeps the focus. */
  constructor(box, choose) {
    this.box = box;
    this.choose = choose;
    this.items = [];
    // -1 stands before the first: none was gone to.
    this.active = 0;
    this.list = el("div.picker", { role: "listbox", id: `picker-${(count += 1)}`, tabindex: "-1", hidden: true });
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    box.setAttribute("aria-controls", this.list.id);
  }

  get isOpen() {
    return !this.list.hidden;
  }

  /** Shows these items under a name; none closes the list. */
  show(label, items, active = 0) {
    this.items = items;
    this.active = Math.min(active, Math.max(0, items.length - 1));
    this.list.setAttribute("aria-label", label);
    this.list.hidden = !items.length;
    this.list.replaceChildren(...items.map((item, index) => this.#option(item, index)));
    this.#placeIt();
    this.#mark();
  }

  // Lists of messages open below their box, those of the message box above; where one has no room it opens
  // on the side that has more, and scrolls in it.
  #placeIt() {
    if (!this.isOpen) return;
    const log = this.box.closest("#scroll");
    const edge = (log ?? document.documentElement).getBoundingClientRect();
    const place = this.list.offsetParent.getBoundingClientRect();
    const rooms = [place.top - edge.top - GAP, edge.bottom - place.bottom - GAP];
    const [first, other] = log ? rooms.toReversed() : rooms;
    this.list.style.removeProperty("--room");
    const room = this.list.offsetHeight > first ? Math.max(first, other) : first;
    this.list.style.setProperty("--room", `${room}px`);
    this.list.classList.toggle("upwards", room === rooms[0]);
  }

  close() {
    this.show("", []);
  }

  #option(item, index) {
    const words = [el("span.label", {}, item.label), item.detail ? el("span.detail", {}, item.detail) : null];
    const sign = item.sign ? el("span.sign", { "aria-hidden": "true" }, item.sign) : null;
    const tick = item.chosen === undefined ? null : el("span.tick", {}, item.chosen ? icon("tick") : null);
    const attributes = { role: "option", id: `${this.list.id}-${index}`, onclick: () => this.choose(item) };
    return el("div.option", attributes, sign, el("span.words", {}, words), tick);
  }

  #mark() {
    [...this.list.children].forEach((option, index) => {
      const chosen = this.items[index].chosen ?? index === this.active;
      option.setAttribute("aria-selected", String(chosen));
      option.classList.toggle("active", index === this.active);
    });
    const active = this.list.children[this.active];
    active?.scrollIntoView({ block: "nearest" });
    if (active) this.box.setAttribute("aria-activedescendant", active.id);
    else this.box.removeAttribute("aria-activedescendant");
    if (this.box.getAttribute("role") === "combobox")
      this.box.setAttribute("aria-expanded", String(this.isOpen));
  }

  /** Goes to one of the items, or to none with -1. */
  goTo(index) {
    this.active = index;
    this.#mark();
  }

  /** Handles a key press; tells whether it was for the list. */
  key(event) {
    if (!this.isOpen) return false;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    const takes = event.key === "Enter" || (event.key === "Tab" && !event.shiftKey);
    if (event.key in steps) {
      const from = Math.max(this.active, event.key === "ArrowUp" ? 0 : -1);
      this.goTo((from + steps[event.key] + this.items.length) % this.items.length);
    } else if (takes && this.active >= 0) {
      this.choose(this.items[this.active]);
    } else if (event.key === "Escape") {
      this.close();
    } else {
      return false;
    }
    event.preventDefault();
    event.stopPropagation();
    return true;
  }
}
