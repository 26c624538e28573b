// A select of a bot's message: one option is sent at once, several when the list is left.

import { el } from "./dom.js";
import { icon } from "./icons.js";
import { Picker } from "./picker.js";
import { changed } from "./store.js";
import { say } from "./words.js";

export class Select {
  /** `send(box, values)` tells the bot what was chosen. */
  constructor(part, send) {
    this.part = part;
    this.send = send;
    this.options = part.options ?? [];
    this.most = part.max_values ?? 1;
    this.name = part.placeholder ?? say("choose");
    this.chosen = new Set(this.options.filter((option) => option.default).map((option) => option.value));
    this.box = this.#box();
    this.picker = new Picker(this.box, (item) => this.#choose(item));
    this.element = el("div.selecting", {}, this.box, this.picker.list);
    this.#label();
  }

  #box() {
    return el("button.select", {
      type: "button",
      role: "combobox",
      "aria-haspopup": "listbox",
      "aria-expanded": "false",
      disabled: this.part.disabled || !this.part.options,
      "data-key": this.part.custom_id,
      onclick: () => (this.picker.isOpen ? this.#leave() : this.#open()),
      onkeydown: (event) => this.#key(event),
      // A list whose message went was not left by anybody.
      onblur: () => queueMicrotask(() => this.box.isConnected && this.#leave()),
    });
  }

  #label() {
    const labels = this.options.filter(({ value }) => this.chosen.has(value)).map((option) => option.label);
    const value = labels.join(", ");
    this.box.replaceChildren(el("span", {}, value || this.name), icon("down"));
    this.box.setAttribute("aria-label", value ? say("pair", { name: this.name, value }) : this.name);
  }

  #show(active) {
    const items = this.options.map((option) => ({
      label: option.label,
      detail: option.description,
      sign: option.emoji?.name,
      value: option.value,
      chosen: this.chosen.has(option.value),
    }));
    this.picker.show(this.name, items, active);
  }

  #open() {
    const first = this.options.findIndex((option) => this.chosen.has(option.value));
    this.#show(Math.max(0, first));
  }

  #choose({ value }) {
    if (this.most === 1) {
      this.chosen = new Set([value]);
      return this.#submit();
    }
    if (!this.chosen.delete(value) && this.chosen.size < this.most) this.chosen.add(value);
    this.#show(this.picker.active);
    this.#label();
  }

  #key(event) {
    const { picker } = this;
    const opens = ["ArrowDown", "ArrowUp", "Enter", " "];
    const leaves = ["Escape", this.most > 1 && "Tab"];
    if (picker.isOpen && leaves.includes(event.key)) this.#leave();
    else if (picker.isOpen && event.key === " ") picker.choose(picker.items[picker.active]);
    else if (picker.key(event)) return;
    else if (!picker.isOpen && opens.includes(event.key)) this.#open();
    else return;
    if (event.key !== "Tab") event.preventDefault();
  }

  // Of several, what was chosen is sent; what came in meanwhile is drawn now.
  #leave() {
    if (!this.picker.isOpen) return;
    if (this.most > 1 && this.chosen.size >= (this.part.min_values ?? 1)) return this.#submit();
    this.picker.close();
    changed();
  }

  #submit() {
    this.picker.close();
    this.#label();
    this.send(this.box, [...this.chosen]);
  }
}
