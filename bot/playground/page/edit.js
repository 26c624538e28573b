// Editing a message where it stands.

import { button, el, isPlain } from "./dom.js";
import { LONGEST, measure } from "./measure.js";
import { notice } from "./notices.js";
import { actOn, changed, openMessages, seen } from "./store.js";
import { say } from "./words.js";

/** Opens a box in the place of the message's text. */
export function startEdit(message) {
  const row = document.querySelector(`.message[data-id="${message.id}"]`);
  const text = row?.querySelector(".text");
  if (text) new Edit(message, text).open();
}

class Edit {
  constructor(message, text) {
    this.message = message;
    this.text = text;
    this.count = el("span.count", { role: "status" });
    this.box = this.#box(`edit-hint-${message.id}`);
    this.form = el("div.editing", {}, this.box, this.#below(`edit-hint-${message.id}`));
  }

  #box(hint) {
    return el("textarea", {
      "aria-label": say("edit-label"),
      "aria-describedby": hint,
      rows: 1,
      value: this.message.typed,
      onkeydown: (event) => this.#key(event),
      oninput: () => this.#fit(),
    });
  }

  #below(id) {
    const cancel = button("link", say("cancel"), () => this.#close());
    const save = button("link", say("save"), () => this.#save());
    const hint = el("span", { id }, `${say("edit-hint")} · `);
    return el("p.hint", {}, hint, el("span.buttons", {}, cancel, save), this.count);
  }

  open() {
    this.text.replaceWith(this.form);
    this.#fit();
    this.box.focus();
    this.box.setSelectionRange(this.box.value.length, this.box.value.length);
  }

  // What stands below the box stays in sight while it grows.
  #fit() {
    measure(this.box, this.count);
    this.form.scrollIntoView({ block: "nearest" });
  }

  #key(event) {
    if (!isPlain(event)) return;
    if (event.key === "Enter" && !event.shiftKey) this.#save();
    else if (event.key === "Escape") this.#close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  // What came in meanwhile is drawn now.
  #close() {
    this.form.replaceWith(this.text);
    document.getElementById("text").focus();
    changed();
  }

  async #save() {
    const text = this.box.value.trim();
    if (text.length > LONGEST) return;
    if (!text || text === this.message.typed) return this.#close();
    const { refused } = await actOn(this.message, "edit", { text });
    if (refused) notice(refused);
    else this.#close();
  }
}

/** Edits the last message of one's own in the open channel. */
export function editLast() {
  const mine = openMessages().filter((message) => message.author === seen.me);
  if (mine.length) startEdit(mine.at(-1));
}
