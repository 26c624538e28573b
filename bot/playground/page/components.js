// What stands under a message to be pressed or chosen from.

import { el } from "./dom.js";
import { followed } from "./forms.js";
import { icon } from "./icons.js";
import { rich } from "./rich.js";
import { Select } from "./select.js";
import { changed, seen } from "./store.js";
import { say } from "./words.js";

const DRAWN = {
  1: (message, part) => el("div.row", {}, all(message, part.components)),
  2: pressable,
  3: select,
  9: (message, part) =>
    el("div.section", {}, el("div", {}, all(message, part.components)), all(message, [part.accessory])),
  10: (message, part) => el("div.text", {}, rich(part.content, true)),
  14: (message, part) => (part.divider === false ? el("div.space") : el("hr")),
  17: (message, part) => el("div.container", {}, all(message, part.components)),
};
const LOOKS = { 1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "secondary" };
const LINK = 5;

/** The components of a message, in rows. */
export function components(message) {
  if (!message.components.length) return null;
  return el("div.components", {}, all(message, message.components));
}

function all(message, parts) {
  return parts.map((part) => DRAWN[part.type]?.(message, part));
}

function pressable(message, part) {
  const emoji = part.emoji
    ? el("span", { "aria-hidden": "true" }, part.emoji.id ? `:${part.emoji.name}:` : part.emoji.name)
    : null;
  const label = part.label ? el("span", {}, part.label) : null;
  const name = part.label ? {} : { "aria-label": part.emoji.name };
  if (part.style === LINK) {
    const attributes = {
      href: /^https?:/.test(part.url) ? part.url : null,
      target: "_blank",
      rel: "noopener noreferrer nofollow",
    };
    return el(
      "a.button.secondary",
      { ...attributes, ...name },
      emoji,
      label,
      icon("open"),
      el("span.sr", {}, ` (${say("new-window")})`),
    );
  }
  const press = () => touched(pressed, message, "press", { button: part.custom_id });
  const attributes = {
    type: "button",
    disabled: part.disabled,
    onclick: press,
    "data-key": part.custom_id,
    ...name,
  };
  const pressed = el(`button.button.${LOOKS[part.style]}`, attributes, emoji, label);
  return pressed;
}

// While the bot has not answered, the pressed thing says that it is busy.
async function touched(element, message, act, details) {
  if (element.getAttribute("aria-busy")) return;
  element.setAttribute("aria-busy", "true");
  seen.failed.delete(message.id);
  await followed(act, { channel: message.channel, message: message.id, ...details }, () =>
    seen.failed.add(message.id),
  );
  element.removeAttribute("aria-busy");
  changed();
}

function select(message, part) {
  const send = (box, values) => touched(box, message, "choose", { select: part.custom_id, values });
  return new Select(part, send).element;
}
