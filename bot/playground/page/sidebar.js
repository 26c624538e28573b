// Where one may go, and who one is.

import { el, redraw, iconButton } from "./dom.js";
import { icon } from "./icons.js";
import { avatar } from "./message.js";
import { drawPeople, drawSettings, isDark } from "./settings.js";
import { channels, isOnline, openChannel, seen, unreadIn } from "./store.js";
import { say } from "./words.js";

const SIGNS = { text: "hash", thread: "thread" };
const side = document.getElementById("side");
const narrow = matchMedia("(max-width: 720px)");

let drawn = null;

/** Draws the list of channels and the person's settings, and the line above the messages, if they changed. */
export function drawSide() {
  const unread = channels().map((channel) => unreadIn(channel.id));
  const now = JSON.stringify([
    seen.places,
    seen.people,
    seen.me,
    seen.channel,
    isOnline(),
    unread,
    isDark(),
    narrow.matches,
  ]);
  if (now === drawn) return;
  drawn = now;
  side.setAttribute("aria-label", say("channels"));
  const places = seen.places.filter((place) => place.channels.length).map(drawPlace);
  redraw(side, places, el("div.rest"), drawPeople(), drawSettings());
  settle();
}

// Where the list lies over the messages, one can reach either it or them; and the menus, which stand beside both.
function settle() {
  const isOpen = side.classList.contains("open");
  side.inert = narrow.matches && !isOpen;
  const covered = document.querySelectorAll("#top, #scroll, #below");
  for (const part of covered) part.inert = narrow.matches && isOpen;
  drawTop();
}

function drawPlace(place) {
  const name = place.name ?? say("direct");
  const title = el(
    place.name ? "h2.guild" : "h2",
    {},
    place.name ? el("span.crest", { "aria-hidden": "true", "data-letter": [...name][0] }) : null,
    name,
  );
  return el(
    "section",
    {},
    title,
    el(
      "ul",
      {},
      place.channels.map((channel) => el("li", {}, drawChannel(channel))),
    ),
  );
}

function drawChannel(channel) {
  const { messages, mentions } = unreadIn(channel.id);
  const isOpen = channel.id === seen.channel;
  const sign =
    channel.kind === "direct"
      ? el("span.with", {}, avatar(seen.bot), el(`span.state${isOnline() ? ".on" : ""}`))
      : icon(SIGNS[channel.kind]);
  const count = mentions ? el("span.count", { "aria-hidden": "true" }, String(mentions)) : null;
  const spoken = messages
    ? el(
        "span.sr",
        {},
        ` (${say("unread", { count: messages })}${mentions ? `, ${say("mentions", { count: mentions })}` : ""})`,
      )
    : null;
  const look = `a.channel.${channel.kind}${messages ? ".unread" : ""}`;
  return el(
    look,
    {
      href: `#${channel.id}`,
      "aria-current": isOpen ? "page" : null,
      "data-key": channel.id,
      onclick: closeDrawer,
    },
    sign,
    el("span.name", {}, channel.name),
    spoken,
    count,
  );
}

function drawTop() {
  const channel = openChannel();
  if (!channel) return;
  const others = channels()
    .filter((one) => one.id !== seen.channel)
    .map((one) => unreadIn(one.id));
  const waiting = others.some((count) => count.messages);
  const open = iconButton(
    `tool.drawer${waiting ? ".unread" : ""}`,
    "list",
    say("open-channels"),
    openDrawer,
    {
      "aria-expanded": String(side.classList.contains("open")),
      "aria-controls": "side",
      "data-key": "drawer",
    },
  );
  const state = say(isOnline() ? "bot-online" : "bot-offline");
  const line = el(
    "p.online",
    {},
    el(`span.state${isOnline() ? ".on" : ""}`, { "aria-hidden": "true" }),
    el("span", {}, state),
  );
  const sign = channel.kind === "direct" ? avatar(seen.bot) : icon(SIGNS[channel.kind]);
  redraw(document.getElementById("top"), open, el("h1", {}, sign, channel.name), line);
}

function openDrawer() {
  side.classList.add("open");
  settle();
  side.querySelector("[aria-current]")?.focus();
}

/** Closes the list of channels where it lies over the messages. */
export function closeDrawer() {
  if (!side.classList.contains("open")) return;
  side.classList.remove("open");
  settle();
  document.getElementById("text").focus();
}

/** Lets the list of channels lie over the messages on narrow screens. */
export function startSide() {
  document.getElementById("shade").addEventListener("click", closeDrawer);
  document.addEventListener("keydown", (event) => event.key === "Escape" && closeDrawer());
  narrow.addEventListener("change", drawSide);
}
