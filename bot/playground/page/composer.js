// The message box: what is typed, to whom it replies, and the lists that open on "/" and "@".

import { CommandForm, exactCommand, matching } from "./commands.js";
import { el, isPlain, redraw, iconButton, button } from "./dom.js";
import { editLast } from "./edit.js";
import { icon } from "./icons.js";
import { LONGEST, measure } from "./measure.js";
import { clearNotice, notice } from "./notices.js";
import { Picker } from "./picker.js";
import { actHere, nameOf, openChannel, seen } from "./store.js";
import { say } from "./words.js";

const NAME = /(?:^|\s)@([^@\n]*)$/;

let replying = null;
let ping = true;
let commands = Promise.resolve([]);
let form = null;
const drafts = new Map();
let draftOf = null;

const text = el("textarea", {
  id: "text",
  rows: 1,
  autocomplete: "off",
  "aria-autocomplete": "list",
  oninput: typed,
  onkeydown: key,
  onblur: () => picker.close(),
  onclick: typed,
});
const picker = new Picker(text, choose);
const label = el("label.sr", { for: "text" });
const send = el("button.send", { type: "submit" });
const reply = el("div", { id: "replying", hidden: true });
const command = el("div", { id: "command", hidden: true });
const count = el("span", { id: "count", role: "status" });
const box = el("form.box", { onsubmit: submit }, label, text, count, send);

/** Puts the message box into the page. */
export function startComposer() {
  const notices = el("div", { id: "notice", role: "status" });
  document
    .getElementById("below")
    .append(notices, picker.list, reply, command, box, el("div", { id: "typing", role: "status" }));
  document.addEventListener("reply", (event) => startReply(event.detail));
  document.addEventListener("command", (event) => openCommand(event.detail));
  document.addEventListener("keydown", anywhere);
  text.focus();
}

/** Draws what depends on the channel and on the language; each channel keeps its draft. */
export function drawComposer() {
  const channel = openChannel();
  if (!channel) return;
  const place = `${seen.me} ${channel.id}`;
  if (draftOf !== place) changePlace(place);
  const words =
    channel.kind === "direct"
      ? say("message-to", { name: channel.name })
      : say("message-in", { channel: `#${channel.name}` });
  label.textContent = words;
  text.placeholder = channel.writable ? words : say("not-writable");
  text.disabled = !channel.writable;
  send.setAttribute("aria-label", say("send"));
  send.title = say("send");
  redraw(send, icon("send"));
  drawReply();
  form?.relabel();
}

function changePlace(place) {
  // What was typed before the page knew where it is, or in a world that ended, belongs to the first place.
  if (draftOf && seen.people[draftOf.split(" ")[0]]) {
    drafts.set(draftOf, text.value);
    text.value = drafts.get(place) ?? "";
  }
  draftOf = place;
  replying = null;
  closeCommand(false);
  picker.close();
  clearNotice();
  commands = fetchCommands();
  typed();
}

async function fetchCommands() {
  return (await actHere("commands", { kind: "slash" })).commands ?? [];
}

function typed() {
  measure(text, count);
  if (text.value.startsWith("/") && !text.value.includes("\n")) offerCommands();
  else offerNames();
}

async function offerCommands() {
  const before = text.value;
  if (before === "/") commands = fetchCommands();
  const all = await commands;
  if (text.value !== before) return;
  const exact = exactCommand(all, before);
  if (exact) openCommand(exact.command, exact.rest);
  else picker.show(say("commands"), matching(all, before));
}

function offerNames() {
  const found = NAME.exec(text.value.slice(0, text.selectionStart));
  if (!found) return picker.close();
  const wanted = fold(found[1]);
  const members = openChannel()?.members ?? [];
  const fitting = members.filter(
    (id) =>
      id !== seen.me && [nameOf(id), seen.people[id].username].some((name) => fold(name).startsWith(wanted)),
  );
  // Here it is the bot that one wants to speak to.
  fitting.sort((one, other) => seen.people[other].bot - seen.people[one].bot);
  picker.show(
    say("names"),
    fitting.map((id) => ({ label: nameOf(id), detail: `@${seen.people[id].username}`, name: nameOf(id) })),
  );
}

function fold(name) {
  return name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function choose(item) {
  picker.close();
  if (item.command) return openCommand(item.command);
  const start = text.value.slice(0, text.selectionStart).lastIndexOf("@");
  text.setRangeText(`@${item.name} `, start, text.selectionStart, "end");
  measure(text, count);
  text.focus();
}

function key(event) {
  if (!isPlain(event) || picker.key(event)) return;
  if (event.key === "Enter" && !event.shiftKey) submit(event);
  else if (event.key === "ArrowUp" && !text.value) editLast();
  else if (event.key === "Escape" && replying) stopReply();
  else return;
  event.preventDefault();
}

async function submit(event) {
  event.preventDefault();
  const said = text.value;
  if (!said.trim() || said.length > LONGEST) return;
  if (said.startsWith("/") && (await usedAsCommand(said))) return;
  const details = { text: said.trim(), reply: replying?.id, ping };
  text.value = "";
  picker.close();
  clearNotice();
  stopReply();
  measure(text, count);
  const { refused } = await actHere("say", details);
  if (!refused) return;
  if (!text.value) text.value = said;
  measure(text, count);
  notice(refused === "lost" ? "lost" : "not-sent");
}

// Whoever types faster than the list of commands comes means the command all the same.
async function usedAsCommand(said) {
  const found = exactCommand(await commands, `${said} `);
  if (found && !form) openCommand(found.command, found.rest.trim());
  if (found) form.element.requestSubmit();
  return Boolean(found);
}

function startReply(message) {
  replying = message;
  ping = true;
  drawReply();
  text.focus();
}

function stopReply() {
  replying = null;
  drawReply();
}

function drawReply() {
  reply.hidden = !replying;
  if (!replying) return reply.replaceChildren();
  const change = () => {
    ping = !ping;
    drawReply();
  };
  redraw(
    reply,
    el("span", {}, say("replying", { name: nameOf(replying.author) })),
    button("link", say(ping ? "ping-on" : "ping-off"), change, {
      "aria-pressed": String(ping),
      "data-key": "ping",
    }),
    iconButton("tool", "close", say("stop-replying"), () => (stopReply(), text.focus())),
  );
}

function openCommand(chosen, rest = "") {
  text.value = "";
  measure(text, count);
  picker.close();
  form = new CommandForm(chosen, rest, closeCommand);
  command.replaceChildren(form.element);
  command.hidden = false;
  box.hidden = true;
  form.focus();
}

function closeCommand(focus = true) {
  if (!form) return;
  form = null;
  command.replaceChildren();
  command.hidden = true;
  box.hidden = false;
  if (focus) text.focus();
}

/** Opens a command by its name, as a press on `</ask:1>` does. */
export async function openCommandNamed(name) {
  const found = (await commands).find((one) => one.path === name || one.name === name);
  if (found) openCommand(found);
  else notice("not-offered");
}

// Whoever types while nothing that takes text has the focus means the message box.
function anywhere(event) {
  const free = event.target === document.body || event.target.classList?.contains("message");
  if (free && isPlain(event) && event.key.length === 1 && event.key !== " " && !box.hidden) text.focus();
}
