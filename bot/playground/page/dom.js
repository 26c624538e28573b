// Makes elements. Text is only ever set as text: there is no other way to put any into the page.

import { icon } from "./icons.js";

/** An element: `el("button.primary", {type: "button", onclick: f}, "Send")`. */
export function el(name, attributes = {}, ...children) {
  const [tag, ...classes] = name.split(".");
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(" ");
  for (const [key, value] of Object.entries(attributes)) set(element, key, value);
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
}

function set(element, key, value) {
  if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
  else if (key === "value") element.value = value;
  else if (value === true) element.setAttribute(key, "");
  else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value);
}

/** A button; `key` lets it keep the focus when it is drawn again. */
export function button(look, label, onclick, attributes = {}) {
  return el(`button.${look}`, { type: "button", onclick, "data-key": label, ...attributes }, label);
}

/** A button that shows a picture and is called by a label. */
export function iconButton(look, picture, label, onclick, attributes = {}) {
  const named = { "aria-label": label, title: label, "data-key": label, ...attributes };
  return el(`button.${look}`, { type: "button", onclick, ...named }, icon(picture));
}

/** Replaces what stands in `container`; the focus goes to the new element with the same key. */
export function redraw(container, ...children) {
  keepingFocus(container, () => container.replaceChildren(...children.flat().filter(Boolean)));
}

/** Does what replaces elements in `container` without losing the focus from it. */
export function keepingFocus(container, work) {
  const focused = container.contains(document.activeElement) ? document.activeElement : null;
  const key = focused?.dataset.key;
  work();
  if (!focused || document.activeElement === focused) return;
  const same = key && container.querySelector(`[data-key="${CSS.escape(key)}"]`);
  (same || container.querySelector("[tabindex='0']") || document.getElementById("text"))?.focus();
}

/** Whether a key press is plain: without Ctrl, Alt, Meta, and not inside an input method. */
export function isPlain(event) {
  return !(event.ctrlKey || event.altKey || event.metaKey || event.isComposing);
}
