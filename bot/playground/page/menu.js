// A menu beside a button, and the dialog that asks again.

import { button, el } from "./dom.js";
import { icon } from "./icons.js";
import { say } from "./words.js";

let close = () => {};

/** Opens a menu at a button. An item is {label, icon or sign, danger, act}; a group is {title, items}. */
export function openMenu(opener, label, groups, look = "") {
  close();
  const items = [];
  const parts = groups.filter((group) => group.items.length).map((group) => drawGroup(group, items));
  const menu = el(`div.menu${look}`, { role: "menu", "aria-label": label, onkeydown: key }, parts);
  opener.setAttribute("aria-expanded", "true");
  document.getElementById("room").append(menu);
  place(menu, opener);
  const outside = (event) => menu.contains(event.target) || opener.contains(event.target) || close();
  document.addEventListener("pointerdown", outside);
  close = (focus = false) => {
    close = () => {};
    document.removeEventListener("pointerdown", outside);
    opener.removeAttribute("aria-expanded");
    menu.remove();
    if (focus) back(opener);
  };
  menu.addEventListener(
    "focusout",
    (event) => event.relatedTarget && !menu.contains(event.relatedTarget) && close(),
  );
  items[0]?.focus();

  function key(event) {
    const moves = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
    const here = items.indexOf(document.activeElement);
    if (event.key in moves) items[(here + moves[event.key] + items.length) % items.length].focus();
    else if (event.key === "Home") items[0].focus();
    else if (event.key === "End") items.at(-1).focus();
    else if (event.key === "Escape" || event.key === "Tab") close(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

/** Closes the menu that is open, if one is. */
export function closeMenu() {
  close();
}

// The opener may have been drawn again meanwhile.
function back(opener) {
  const same = opener.isConnected
    ? opener
    : document.querySelector(`[data-id="${opener.closest("[data-id]")?.dataset.id}"]`);
  (same ?? document.getElementById("text"))?.focus();
}

function drawGroup(group, items) {
  const drawn = group.items.map((item) => drawItem(item, items));
  const title = group.title ? el("div.title", { "aria-hidden": "true" }, group.title) : null;
  return el("div.group", { role: "group", "aria-label": group.title ?? null }, title, drawn);
}

function drawItem(item, items) {
  const press = () => {
    close(true);
    item.act();
  };
  const look = item.danger ? "button.item.danger" : "button.item";
  const sign = item.icon
    ? icon(item.icon)
    : item.sign
      ? el("span.sign", { "aria-hidden": "true" }, item.sign)
      : null;
  const attributes = { role: "menuitem", type: "button", tabindex: "-1", onclick: press };
  const shown = item.only ? { "aria-label": item.label, title: item.label } : {};
  const drawn = el(look, { ...attributes, ...shown }, sign, item.only ? null : el("span", {}, item.label));
  items.push(drawn);
  return drawn;
}

function place(menu, opener) {
  const [box, own] = [opener.getBoundingClientRect(), menu.getBoundingClientRect()];
  const left = Math.min(Math.max(8, box.right - own.width), innerWidth - own.width - 8);
  const below = box.bottom + own.height + 12 < innerHeight;
  menu.style.left = `${Math.max(8, left)}px`;
  menu.style.top = `${below ? box.bottom + 4 : Math.max(8, box.top - own.height - 4)}px`;
}

/** Asks before something is done that cannot be undone. */
export function confirm(title, text, label, act) {
  const done = (sure) => {
    dialog.close();
    if (sure) act();
  };
  const buttons = el(
    "div.buttons",
    {},
    button("quiet", say("cancel"), () => done(false)),
    button("danger", label, () => done(true), { autofocus: true }),
  );
  const attributes = { "aria-labelledby": "ask-title", onclose: () => dialog.remove() };
  const dialog = el(
    "dialog.small",
    attributes,
    el("h2", { id: "ask-title" }, title),
    el("p", {}, text),
    buttons,
  );
  document.body.append(dialog);
  dialog.showModal();
}
