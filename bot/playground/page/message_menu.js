// What can be done with a message.

import { startEdit } from "./edit.js";
import { followed } from "./forms.js";
import { confirm, openMenu } from "./menu.js";
import { notice } from "./notices.js";
import { actHere, actOn, nameOf, openChannel, seen } from "./store.js";
import { failedCommand } from "./unanswered.js";
import { say } from "./words.js";

const EMOJI = ["👍", "❤️", "😂", "😮", "🎉", "👀", "💡", "🙏"];

/** Opens the menu of a message, with the applications' commands for it. */
export async function openMessageMenu(opener, message) {
  const { commands = [] } = message.private ? {} : await actHere("commands", { kind: "message" });
  const writable = openChannel()?.writable && !message.private;
  const own = [
    writable && { label: say("react"), icon: "react", act: () => openReactions(opener, message) },
    writable && { label: say("reply"), icon: "reply", act: () => startReply(message) },
    message.author === seen.me && { label: say("edit"), icon: "edit", act: () => startEdit(message) },
    message.content && { label: say("copy"), icon: "copy", act: () => copy(message.content) },
    !message.private && { label: say("copy-link"), icon: "link", act: () => copy(linkTo(message)) },
    message.private && { label: say("dismiss"), icon: "close", act: () => actOn(message, "dismiss") },
  ];
  const apps = commands.map((command) => ({
    label: command.name,
    icon: "app",
    act: () => use(message, command),
  }));
  const last = message.deletable &&
    !message.private && { label: say("delete"), icon: "remove", danger: true, act: () => askDelete(message) };
  openMenu(opener, say("pair", { name: say("more"), value: nameOf(message.author) }), [
    { items: own.filter(Boolean) },
    { title: say("apps"), items: apps },
    { items: [last].filter(Boolean) },
  ]);
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    notice("copied");
  } catch {
    notice("not-copied");
  }
}

// Discord's own address of a message, which is how one is named to a command.
function linkTo(message) {
  const { guild, id } = openChannel();
  return `https://discord.com/channels/${guild ?? "@me"}/${id}/${message.id}`;
}

function use(message, command) {
  const details = { channel: message.channel, message: message.id, command: command.path };
  return followed("use", details, () => failedCommand(command.name, false));
}

function openReactions(opener, message) {
  const items = EMOJI.map((emoji) => ({
    label: say("react-with", { emoji }),
    sign: emoji,
    only: true,
    act: () => toggleReaction(message, emoji, true),
  }));
  openMenu(opener, say("react"), [{ items }], ".emoji");
}

/** Puts a reaction on a message, or takes one's own away. */
export async function toggleReaction(message, emoji, added) {
  const { refused } = await actOn(message, "react", { emoji, added });
  if (refused) notice(refused);
}

function askDelete(message) {
  confirm(say("delete-title"), say("delete-text"), say("delete"), async () => {
    const { refused } = await actOn(message, "delete");
    if (refused) notice(refused);
  });
}

/** Begins a reply in the message box. */
export function startReply(message) {
  document.dispatchEvent(new CustomEvent("reply", { detail: message }));
}
