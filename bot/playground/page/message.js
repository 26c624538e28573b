// One message, drawn.

import { components } from "./components.js";
import { button, el, iconButton } from "./dom.js";
import { icon } from "./icons.js";
import { openMessageMenu, startReply, toggleReaction } from "./message_menu.js";
import { plain, rich } from "./rich.js";
import { actOn, changed, editedAt, nameOf, seen } from "./store.js";
import { ago, listed, styled } from "./time.js";
import { say } from "./words.js";

/** A row of the log; `together` with the one above it shows no name of its own. */
export function drawMessage(message, together, failed) {
  const marks = { together, private: message.private, pinged: message.pings, failed: message.failed };
  const look = Object.keys(marks).filter((mark) => marks[mark]);
  const head = together ? null : [avatar(message.author), heading(message)];
  const content = el(
    "div.content",
    {},
    body(message),
    embeds(message),
    components(message),
    reactions(message),
    notes(message, failed),
  );
  const row = el(
    ["li", "message", ...look].join("."),
    { "data-id": message.id, "data-key": message.id },
    above(message),
    head,
    content,
  );
  if (!message.failed) row.append(tools(message));
  return row;
}

/** A round picture made of the first letter of a name. */
export function avatar(user) {
  const name = nameOf(user);
  const hue = seen.people[user]?.bot
    ? "app"
    : `hue-${[...name].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % 6}`;
  return el(`span.avatar.${hue}`, { "aria-hidden": "true", "data-letter": [...name][0] });
}

function heading(message) {
  const sent = new Date(message.sent);
  const time = el(
    "time",
    { datetime: message.sent, title: styled(sent, "F"), "data-sent": message.sent },
    ago(sent),
  );
  const tag = seen.people[message.author]?.bot ? el("span.tag", {}, say("app")) : null;
  return el("div.head", {}, el("span.name", {}, nameOf(message.author)), tag, time);
}

function above(message) {
  if (message.command) return usedLine(message.command);
  if (!message.reply) return null;
  const { id, author, content } = message.reply;
  if (!id) return el("div.above", {}, el("em", {}, say("reply-gone")));
  const label = `${say("reply-to", { name: nameOf(author) })} — ${say("jump")}`;
  const words = [avatar(author), el("span.name", {}, nameOf(author)), el("span.quote", {}, plain(content))];
  return el(
    "div.above",
    {},
    el(
      "button.jump",
      { type: "button", title: label, "data-jump": id, "data-key": `jump ${message.id}` },
      el("span.sr", {}, `${say("reply-to", { name: "" }).trim()} `),
      words,
    ),
  );
}

function usedLine(command) {
  const name = command.slash ? `/${command.name}` : command.name;
  const [before, after] = say("used", { name: "\u0000", command: "\u0001" }).split("\u0000");
  const [middle, end] = after.split("\u0001");
  const words = [
    before,
    el("span.name", {}, nameOf(command.user)),
    middle,
    el("span.mention", {}, name),
    end,
  ];
  return el("div.above", {}, avatar(command.user), el("span", {}, words));
}

function body(message) {
  if (message.failed) return el("p.error", {}, say("no-response"));
  if (message.thinking) {
    const dots = el("span.dots", { "aria-hidden": "true" }, el("i"), el("i"), el("i"));
    return el("p.waiting", {}, dots, say("thinking", { name: nameOf(message.author) }));
  }
  const drawn = el("div.text", {}, rich(message.content, seen.people[message.author]?.bot));
  const edited = editedAt(message);
  if (edited && drawn.childNodes.length) {
    const title = say("edited-at", { when: styled(new Date(edited), "F") });
    const last = drawn.lastElementChild;
    (last.tagName === "P" ? last : drawn).append(" ", el("span.edited", { title }, say("edited")));
  }
  return drawn;
}

function embeds(message) {
  return message.embeds.map((embed) =>
    el(
      "div.embed",
      {},
      embed.title ? el("strong", {}, embed.title) : null,
      embed.description ? el("div.text", {}, rich(embed.description, true)) : null,
    ),
  );
}

function reactions(message) {
  if (!message.reactions.length) return null;
  return el(
    "div.reactions",
    {},
    message.reactions.map((reaction) => {
      const count = reaction.people.length;
      const names = say("by", { names: listed(reaction.people.map(nameOf)) });
      const attributes = {
        type: "button",
        "aria-pressed": String(reaction.mine),
        title: names,
        "data-key": reaction.path,
        "aria-label": `${say("reaction", { emoji: reaction.emoji, count })} ${names}`,
        onclick: () => toggleReaction(message, reaction.path, !reaction.mine),
      };
      return el(
        "button.reaction",
        attributes,
        el("span", {}, reaction.emoji),
        el("span.count", {}, String(count)),
      );
    }),
  );
}

function notes(message, failed) {
  const lines = [];
  if (failed) lines.push(el("p.error", {}, say("no-response")));
  if (message.private) {
    const hide = () => (message.failed ? forget(message) : actOn(message, "dismiss"));
    lines.push(
      el("p.note", {}, icon("eye"), " ", say("only-you"), " · ", button("link", say("dismiss"), hide)),
    );
  }
  return lines;
}

function forget(message) {
  seen.local = seen.local.filter((one) => one !== message);
  changed();
}

function tools(message) {
  const shy = { tabindex: "-1" };
  const more = iconButton("tool.more", "more", say("more"), () => openMessageMenu(more, message), {
    ...shy,
    "aria-haspopup": "menu",
    "data-key": `more ${message.id}`,
  });
  return el(
    "div.tools",
    {},
    message.private
      ? null
      : iconButton("tool", "reply", say("reply"), () => startReply(message), {
          ...shy,
          "data-key": `reply ${message.id}`,
        }),
    more,
  );
}
