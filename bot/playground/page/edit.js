// Editing a message where it stands.

import { button, el, isPlain } from "./dom.js";
import { grow } from "./grow.js";
import { notice } from "./notices.js";
import { actOn, openMessages, seen } from "./store.js";
import { say } from "./words.js";

/** Opens a box in the place of the message's text. */
export function startEdit(message) {
  const row = document.querySelector(`.message[data-id="${message.id}"]`);
  const text = row?.querySelector(".text");
  if (!text) return;
  const box = el("textarea", {
    "aria-label": say("edit-label"),
    "aria-describedby": "edit-hint",
    rows: 1,
    value: message.typed,
    onkeydown: key,
    oninput: () => grow(box),
  });
  const buttons = el(
    "span.buttons",
    {},
    button("link", say("cancel"), stop),
    button("link", say("save"), save),
  );
  const form = el(
    "div.editing",
    {},
    box,
    el("p.hint", { id: "edit-hint" }, `${say("edit-hint")} · `, buttons),
  );
  text.replaceWith(form);
  grow(box);
  box.focus();
  box.setSelectionRange(box.value.length, box.value.length);

  function key(event) {
    if (!isPlain(event)) return;
    if (event.key === "Enter" && !event.shiftKey) save();
    else if (event.key === "Escape") stop();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  function stop() {
    form.replaceWith(text);
    document.getElementById("text").focus();
  }
  async function save() {
    const changed = box.value.trim();
    stop();
    if (!changed || changed === message.typed) return;
    const { refused } = await actOn(message, "edit", { text: changed });
    if (refused) notice(refused);
  }
}

/** Edits the last message of one's own in the open channel. */
export function editLast() {
  const mine = openMessages().filter((message) => message.author === seen.me);
  if (mine.length) startEdit(mine.at(-1));
}
