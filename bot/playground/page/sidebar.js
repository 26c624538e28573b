// Where one may go, and who one is.

import { el, redraw, iconButton } from "./dom.js";
import { icon } from "./icons.js";
import { act } from "./link.js";
import { avatar } from "./message.js";
import { openMenu } from "./menu.js";
import { notice } from "./notices.js";
import { channels, nameOf, openChannel, seen, unreadIn } from "./store.js";
import { language, say } from "./words.js";

const SIGNS = { text: "hash", thread: "thread" };
const LOCALES = { fr: "fr", en: "en-GB" };
const TROUBLES = ["rate-limit", "failure", "slow", "drop", "reconnect", "invalidate"];
const NEXT = ["rate-limit", "failure", "slow"];
const side = document.getElementById("side");
const narrow = matchMedia("(max-width: 720px)");

/** Draws the list of channels and the person's settings. */
export function drawSide() {
  side.setAttribute("aria-label", say("channels"));
  redraw(side, seen.places.filter((place) => place.channels.length).map(drawPlace), el("div.rest"), drawPeople(), drawSettings());
  side.inert = narrow.matches && !side.classList.contains("open");
}

function drawPlace(place) {
  const name = place.name ?? say("direct");
  const title = el(place.name ? "h2.guild" : "h2", {}, place.name ? el("span.crest", { "aria-hidden": "true", "data-letter": [...name][0] }) : null, name);
  return el("section", {}, title, el("ul", {}, place.channels.map((channel) => el("li", {}, drawChannel(channel)))));
}

function drawChannel(channel) {
  const { messages, mentions } = unreadIn(channel.id);
  const isOpen = channel.id === seen.channel;
  const sign = channel.kind === "direct" ? el("span.with", {}, avatar(seen.bot), el(`span.state${seen.online ? ".on" : ""}`)) : icon(SIGNS[channel.kind]);
  const count = mentions ? el("span.count", { "aria-hidden": "true" }, String(mentions)) : null;
  const spoken = messages ? el("span.sr", {}, ` (${say("unread", { count: messages })}${mentions ? `, ${say("mentions", { count: mentions })}` : ""})`) : null;
  const look = `a.channel.${channel.kind}${messages ? ".unread" : ""}`;
  return el(look, { href: `#${channel.id}`, "aria-current": isOpen ? "page" : null, "data-key": channel.id, onclick: closeDrawer }, sign, el("span.name", {}, channel.name), spoken, count);
}

function drawPeople() {
  const rows = seen.players.map((id) => {
    const isMe = id === seen.me;
    const become = () => changePerson(id);
    const box = el("input", { type: "radio", name: "person", value: id, checked: isMe, onchange: become, "data-key": `person ${id}` });
    return el(`label.person${isMe ? ".me" : ""}`, {}, box, avatar(id), el("span", {}, nameOf(id)), id === seen.owner ? el("span.role", {}, say("operator")) : null, el("span.locale", { "aria-hidden": "true" }, seen.people[id].locale.slice(0, 2)));
  });
  return el("fieldset.people", {}, el("legend", {}, say("act-as")), rows);
}

async function changePerson(id) {
  const { refused } = await act("become", { person: id });
  if (refused) notice(refused);
}

function drawSettings() {
  const spoken = language();
  const rows = Object.keys(LOCALES).map((code) => {
    const change = () => act("locale", { locale: LOCALES[code] });
    const box = el("input", { type: "radio", name: "locale", value: code, checked: code === spoken, onchange: change, "data-key": `locale ${code}` });
    const name = code === "fr" ? "Français" : "English";
    return el("label.segment", { title: name, lang: code }, box, el("span", { "aria-hidden": "true" }, code.toUpperCase()), el("span.sr", {}, name));
  });
  const dark = isDark();
  const theme = iconButton("tool", dark ? "sun" : "moon", say(dark ? "light" : "dark"), changeTheme, { "data-key": "theme" });
  const trouble = iconButton("tool", "trouble", say("trouble"), () => openTrouble(trouble), { "aria-haspopup": "menu", "data-key": "trouble" });
  return el("div.settings", {}, el("fieldset.locales", {}, el("legend.sr", {}, say("language")), rows), theme, trouble);
}

function openTrouble(opener) {
  const items = TROUBLES.map((kind) => ({ label: say(`trouble-${kind}`), act: () => cause(kind) }));
  openMenu(opener, say("trouble"), [{ title: say("trouble-hint"), items }]);
}

async function cause(kind) {
  const { refused } = await act("trouble", { kind });
  notice(refused ?? (NEXT.includes(kind) ? "trouble-next" : "trouble-done"));
}

/** Draws the line above the messages. */
export function drawTop() {
  const channel = openChannel();
  if (!channel) return;
  const others = channels().filter((one) => one.id !== seen.channel).map((one) => unreadIn(one.id));
  const waiting = others.some((count) => count.messages);
  const open = iconButton(`tool.drawer${waiting ? ".unread" : ""}`, "list", say("open-channels"), openDrawer, { "aria-expanded": String(side.classList.contains("open")), "aria-controls": "side", "data-key": "drawer" });
  const state = say(seen.online ? "bot-online" : "bot-offline");
  const line = el("p.online", {}, el(`span.state${seen.online ? ".on" : ""}`, { "aria-hidden": "true" }), el("span", {}, state));
  const sign = channel.kind === "direct" ? avatar(seen.bot) : icon(SIGNS[channel.kind]);
  redraw(document.getElementById("top"), open, el("h1", {}, sign, channel.name), line);
}

function openDrawer() {
  side.classList.add("open");
  side.inert = false;
  drawTop();
  side.querySelector("[aria-current]")?.focus();
}

/** Closes the list of channels where it lies over the messages. */
export function closeDrawer() {
  if (!side.classList.contains("open")) return;
  side.classList.remove("open");
  side.inert = narrow.matches;
  drawTop();
  document.getElementById("text").focus();
}

/** Lets the list of channels lie over the messages on narrow screens. */
export function startSide() {
  document.getElementById("shade").addEventListener("click", closeDrawer);
  document.addEventListener("keydown", (event) => event.key === "Escape" && closeDrawer());
  narrow.addEventListener("change", drawSide);
  const kept = read("theme");
  if (kept) document.documentElement.dataset.theme = kept;
}

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function changeTheme() {
  const theme = isDark() ? "light" : "dark";
  document.documentElement.dataset.theme = theme;
  keep("theme", theme);
  drawSide();
}

/** What was kept in this browser under a name. */
export function read(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Keeps something in this browser. */
export function keep(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}
