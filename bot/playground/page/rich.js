// Draws the tree of markdown.js.

import { el } from "./dom.js";
import { parse } from "./markdown.js";
import { channels, nameOf, seen } from "./store.js";
import { ago, dayName, styled } from "./time.js";
import { say } from "./words.js";

/** A message's text as elements. Only a bot's `[words](address)` become links. */
export function rich(text, isBot) {
  return parse(text, isBot).map(draw);
}

const BLOCKS = {
  paragraph: (node) => el("p", {}, inner(node)),
  "heading-1": (node) => heading(node, 1),
  "heading-2": (node) => heading(node, 2),
  "heading-3": (node) => heading(node, 3),
  subtext: (node) => el("p.subtext", {}, inner(node)),
  quote: (node) => el("blockquote", {}, inner(node)),
  bullets: (node) => el("ul", {}, inner(node)),
  numbers: (node) => el("ol", { start: node.start }, inner(node)),
  item: (node) => el("li", {}, inner(node)),
  "code-block": codeBlock,
};
const INLINES = {
  text: (node) => document.createTextNode(node.text),
  code: (node) => el("code", {}, node.text),
  bold: (node) => el("strong", {}, inner(node)),
  italic: (node) => el("em", {}, inner(node)),
  underline: (node) => el("u", {}, inner(node)),
  strike: (node) => el("s", {}, inner(node)),
  spoiler,
  link,
  user: (node) => el(`span.mention${node.id === seen.me ? ".of-me" : ""}`, {}, `@${nameOf(node.id)}`),
  channel: channelMention,
  command: (node) => el("button.mention", { type: "button", "data-command": node.name }, `/${node.name}`),
  time,
};

function draw(node) {
  return (BLOCKS[node.kind] ?? INLINES[node.kind])(node);
}

function inner(node) {
  return node.children.map(draw);
}

// The page has headings of its own: a message's all stand on one level below them.
function heading(node, size) {
  return el(`p.heading-${size}`, { role: "heading", "aria-level": 2 }, inner(node));
}

function codeBlock(node) {
  const marks = { "+": "added", "-": "removed" };
  const lines = node.text.split("\n").map((line, index) => {
    const mark = node.language === "diff" ? marks[line[0]] : undefined;
    return el(mark ? `span.${mark}` : "span", {}, index ? `\n${line}` : line);
  });
  return el("pre", {}, el("code", {}, lines));
}

function spoiler(node) {
  const content = el("span.content", { inert: true, tabindex: "-1" }, inner(node));
  const shown = () => {
    const held = document.activeElement === cover;
    content.inert = false;
    cover.remove();
    whole.classList.add("shown");
    // The focus goes where the cover was.
    if (held) content.focus();
  };
  const cover = el("button.cover", { type: "button", "aria-label": say("spoiler"), onclick: shown });
  const whole = el("span.spoiler", {}, content, cover);
  return whole;
}

function link(node) {
  const attributes = { href: node.address, target: "_blank", rel: "noopener noreferrer nofollow" };
  return el("a", { ...attributes, title: `${node.address} (${say("new-window")})` }, inner(node));
}

function channelMention(node) {
  const channel = channels().find((one) => one.id === node.id);
  return el("a.mention", { href: `#${node.id}` }, `#${channel?.name ?? "?"}`);
}

function time(node) {
  const moment = new Date(node.at * 1000);
  const datetime = moment.toISOString();
  const shown = node.style === "R" ? { "data-relative": datetime } : {};
  const attributes = { datetime, title: styled(moment, "F"), ...shown };
  return el("time.moment", attributes, styled(moment, node.style ?? "f"));
}

/** The words of a text without its marks, for the line above a reply. */
export function plain(text) {
  return parse(text).map(flat).join(" ").replace(/\s+/g, " ");
}

const FLAT = {
  user: (node) => `@${nameOf(node.id)}`,
  channel: (node) => `#${channels().find((one) => one.id === node.id)?.name ?? "?"}`,
  command: (node) => `/${node.name}`,
  time: (node) => styled(new Date(node.at * 1000), node.style ?? "f"),
  spoiler: () => "▒▒▒",
};

function flat(node) {
  return FLAT[node.kind]?.(node) ?? node.text ?? node.children.map(flat).join("");
}

const PASSING = { relative: (moment) => styled(moment, "R"), sent: ago, day: dayName };

/** Says again what time has made of "5 minutes ago" and of "today". */
export function refreshTimes() {
  for (const [name, words] of Object.entries(PASSING)) {
    for (const shown of document.querySelectorAll(`[data-${name}]`)) {
      const text = words(new Date(shown.dataset[name]));
      if (shown.textContent !== text) shown.textContent = text;
    }
  }
}
