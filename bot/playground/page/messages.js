// The log of the open channel: which messages stand in it, and keeping them in order and in step.

import { el, isPlain, keepingFocus, redraw } from "./dom.js";
import { drawMessage } from "./message.js";
import { nameOf, openChannel, openMessages, seen, typingNow } from "./store.js";
import { dayName, isSameDay, listed } from "./time.js";
import { language, say } from "./words.js";

const TOGETHER = 7 * 60_000;
const NEAR = 120;
const scroll = document.getElementById("scroll");
let list = null;
let shown = null;
let drawn = new Map();

// What stands at the end stays in sight when the box below grows.
let stuck = true;
scroll.addEventListener("scroll", () => (stuck = isAtEnd()));
new ResizeObserver(() => stuck && toEnd()).observe(scroll);

function isAtEnd() {
  return scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR;
}

function toEnd() {
  scroll.scrollTop = scroll.scrollHeight;
}

/** Shows the open channel as it is now. */
export function drawLog() {
  const channel = openChannel();
  if (!channel) return;
  const wanted = `${channel.id} ${seen.me} ${language()}`;
  const isFresh = shown !== wanted;
  if (isFresh) begin(channel, wanted);
  const atEnd = isFresh || isAtEnd();
  const grew = keepInStep(openMessages());
  if (atEnd || (grew && [grew.author, grew.asker].includes(seen.me))) toEnd();
}

// A new log is a new element: what stood there before is not read out as news.
function begin(channel, wanted) {
  shown = wanted;
  drawn = new Map();
  list = el("ol.messages", { onkeydown: move });
  const name = channel.kind === "direct" ? channel.name : `#${channel.name}`;
  const label = say("messages-of", { channel: name });
  const attributes = {
    role: "log",
    "aria-label": label,
    "aria-live": "polite",
    "aria-relevant": "additions",
  };
  scroll.replaceChildren(el("div.log", attributes, beginning(channel, name), list));
  list.addEventListener(
    "focusin",
    (event) => event.target.closest(".message") && rove(event.target.closest(".message")),
  );
}

function beginning(channel, name) {
  const direct = channel.kind === "direct";
  const title = direct ? say("start-direct", { name }) : say("start-channel", { channel: name });
  const hint = say(direct ? "start-hint-direct" : "start-hint");
  return el("div.beginning", {}, el("p.title", {}, title), el("p.hint", {}, hint));
}

// Draws what changed, moves nothing else; returns the newest message if it is new.
function keepInStep(messages) {
  const wanted = messages.map((message, index) => entry(message, messages[index - 1]));
  const last = messages.at(-1);
  const grew = last && !drawn.has(last.id) ? last : null;
  keepingFocus(list, () => {
    const before = drawn;
    drawn = new Map(wanted.map((one) => [one.id, inStep(before.get(one.id), one)]));
    putInto(
      list,
      [...drawn.values()].flatMap((one) => one.rows),
    );
  });
  if (!list.querySelector(".message[tabindex='0']")) rove(list.querySelector(".message:last-of-type"));
  return grew;
}

// What goes is taken out first, so that nothing that stays is moved.
function putInto(place, rows) {
  const staying = new Set(rows);
  for (const row of [...place.children]) if (!staying.has(row)) row.remove();
  rows.forEach(
    (row, index) => place.children[index] !== row && place.insertBefore(row, place.children[index] ?? null),
  );
}

// An edit in progress and an open list are left alone; what changed is drawn when they are done.
function inStep(before, one) {
  const isBusy = before?.rows.at(-1).querySelector(".editing, .select[aria-expanded='true']");
  return isBusy || before?.signature === one.signature ? before : made(one, before);
}

function entry(message, before) {
  const [now, then] = [new Date(message.sent), before && new Date(before.sent)];
  const newDay = !before || !isSameDay(now, then);
  const together =
    !newDay &&
    before.author === message.author &&
    !message.reply &&
    !message.command &&
    before.private === message.private &&
    !message.failed &&
    now - then < TOGETHER;
  const failed = seen.failed.has(message.id);
  const signature = JSON.stringify([
    message,
    newDay,
    together,
    failed,
    seen.people,
    message.reply && seen.messages.get(message.reply.id)?.content,
  ]);
  return { id: message.id, message, newDay, together, failed, signature };
}

function made(one, before) {
  const { sent } = one.message;
  const day = one.newDay ? el("li.day", {}, el("span", { "data-day": sent }, dayName(new Date(sent)))) : null;
  const row = drawMessage(one.message, one.together, one.failed);
  const old = before?.rows.at(-1);
  row.tabIndex = old?.tabIndex ?? -1;
  reveal(old, row);
  return { signature: one.signature, rows: day ? [day, row] : [row] };
}

// A hidden text that was uncovered stays so when only a reaction came in.
function reveal(old, row) {
  const covers = row.querySelectorAll(".spoiler .cover");
  old
    ?.querySelectorAll(".spoiler")
    .forEach((one, index) => one.classList.contains("shown") && covers[index]?.click());
}

// One message takes part in tabbing; the arrows lead to the others.
function rove(message) {
  if (!message) return;
  for (const other of list.querySelectorAll(".message[tabindex='0']")) other.tabIndex = -1;
  message.tabIndex = 0;
}

function move(event) {
  const row = event.target;
  if (!row.classList.contains("message") || !isPlain(event)) return;
  const rows = [...list.querySelectorAll(".message")];
  const here = rows.indexOf(row);
  const goals = { ArrowUp: rows[here - 1], ArrowDown: rows[here + 1], Home: rows[0], End: rows.at(-1) };
  if (event.key === "Enter" || event.key === "ContextMenu") row.querySelector(".more")?.click();
  else if (event.key in goals) goals[event.key]?.focus();
  else return;
  event.preventDefault();
}

/** Goes to a message and shows which it is. */
export function jumpTo(id) {
  const row = list.querySelector(`[data-id="${id}"]`);
  if (!row) return;
  row.scrollIntoView({ block: "center" });
  row.focus();
}

/** Says who is typing. */
export function drawTyping() {
  const place = document.getElementById("typing");
  const names = typingNow().map(nameOf);
  const text = say(names.length > 1 ? "typing-many" : "typing", { names: listed(names) });
  if (!place || place.textContent === (names.length ? text : "")) return;
  redraw(
    place,
    names.length ? el("span.dots", { "aria-hidden": "true" }, el("i"), el("i"), el("i")) : null,
    names.length ? el("span", {}, text) : null,
  );
}
