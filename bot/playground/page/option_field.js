// One option of a slash command: its field, its choices, and whether it can be sent.

import { el } from "./dom.js";
import { Picker } from "./picker.js";
import { actHere, channels, nameOf, openChannel } from "./store.js";
import { say } from "./words.js";

export const STRING = 3;
const INTEGER = 4;
const BOOLEAN = 5;
const USER = 6;
const CHANNEL = 7;
const NUMBER = 10;
const PAUSE = 120;

/** A field of a `CommandForm`. */
export class Field {
  constructor(option, form) {
    this.option = option;
    this.form = form;
    this.id = `option-${option.path}`;
    /** The offer that was taken; it counts while its name stands in the field. */
    this.chosen = null;
    this.input = this.#input();
    this.problem = el("p.error", { id: `${this.id}-problem` });
    const note = option.required ? null : el("span.hint", {}, ` (${say("optional")})`);
    const hint = el("span.hint", { id: `${this.id}-hint` }, option.description);
    this.picker = option.completes ? this.#picker() : null;
    this.input.addEventListener("input", () => (this.problem.textContent = ""));
    this.element = el(
      "div.field",
      {},
      el("label", { for: this.id }, option.name, note),
      hint,
      this.input,
      this.picker?.list,
      this.problem,
    );
  }

  #input() {
    const { option } = this;
    const common = {
      id: this.id,
      "aria-describedby": `${this.id}-hint ${this.id}-problem`,
      "aria-required": option.required ? "true" : null,
    };
    const lists = {
      [BOOLEAN]: () => [
        ["true", say("yes")],
        ["false", say("no")],
      ],
      [USER]: () => openChannel().members.map((id) => [id, nameOf(id)]),
      [CHANNEL]: () =>
        channels()
          .filter((one) => one.kind !== "direct" && (option.channel_types?.includes(one.type) ?? true))
          .map((one) => [one.id, `#${one.name}`]),
    };
    const listed = option.choices.length
      ? option.choices.map((choice) => [JSON.stringify(choice.value), choice.name])
      : lists[option.type]?.();
    if (listed) {
      return el(
        "select",
        common,
        el("option", { value: "" }, say("none")),
        listed.map(([value, name]) => el("option", { value }, name)),
      );
    }
    const number = [INTEGER, NUMBER].includes(option.type);
    const limits = number
      ? {
          type: "number",
          step: option.type === NUMBER ? "any" : 1,
          min: option.min_value,
          max: option.max_value,
        }
      : { type: "text", maxlength: option.max_length };
    return el("input", { ...common, ...limits, autocomplete: "off" });
  }

  #picker() {
    this.input.setAttribute("role", "combobox");
    this.input.setAttribute("aria-autocomplete", "list");
    this.input.setAttribute("aria-expanded", "false");
    const picker = new Picker(this.input, (item) => this.#choose(item));
    this.input.addEventListener("input", () => this.typed());
    this.input.addEventListener("focus", () => this.typed());
    this.input.addEventListener("blur", () => picker.close());
    this.input.addEventListener("keydown", (event) => picker.key(event));
    return picker;
  }

  /** Asks for choices, a moment after the last key. */
  typed() {
    if (!this.picker) return;
    // Enter sends what is typed now, unless an offer is gone to again.
    this.picker.goTo(-1);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#ask(this.input.value), PAUSE);
  }

  async #ask(typed) {
    const { command } = this.form;
    const details = {
      command: command.path,
      option: this.option.path,
      typed,
      options: this.form.values(this),
    };
    const { choices, refused } = await actHere("autocomplete", details);
    // Slow answers to what was typed before are no longer of use.
    if (this.input.value !== typed || document.activeElement !== this.input) return;
    if (refused) this.problem.textContent = say("choices-failed");
    else {
      this.picker.show(
        say("suggestions"),
        choices.map((choice) => ({ label: choice.name, value: choice.value })),
        -1,
      );
    }
  }

  #choose(item) {
    clearTimeout(this.timer);
    this.input.value = item.label;
    this.chosen = item;
    this.picker.close();
  }

  /** The value that is sent; null where nothing is filled in. */
  value() {
    const text = this.input.value;
    if (text === "") return null;
    if (this.chosen?.label === text) return this.chosen.value;
    const readers = {
      [BOOLEAN]: () => text === "true",
      [USER]: () => ({ user: text }),
      [CHANNEL]: () => ({ channel: text }),
      [INTEGER]: () => Number(text),
      [NUMBER]: () => Number(text),
    };
    return this.option.choices.length ? JSON.parse(text) : (readers[this.option.type]?.() ?? text);
  }

  /** Whether it can be sent; says why not. */
  check() {
    const { option } = this;
    const text = this.input.value;
    const least = option.min_length ?? 0;
    const most = option.max_length ?? 6000;
    const missing = option.required && text === "";
    const unfit = option.type === STRING && text !== "" && (text.length < least || text.length > most);
    const problem = missing
      ? say("required")
      : unfit
        ? say("length", { least, most })
        : this.input.validationMessage;
    this.problem.textContent = problem;
    this.input.setAttribute("aria-invalid", String(problem !== ""));
    return problem === "";
  }
}
