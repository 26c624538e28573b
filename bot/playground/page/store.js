// What the person sees, as it was last told; the rest of the page reads it.

import { act } from "./link.js";

export const seen = {
  me: null,
  bot: null,
  owner: null,
  people: {},
  players: [],
  places: [],
  online: true,
  connected: true,
  channel: null,
  messages: new Map(),
  /** Messages that only this page knows: commands that nobody answered. */
  local: [],
  /** Messages whose last button or select got no answer. */
  failed: new Set(),
  /** Message that the bot thought about → when it got its first words. */
  begun: new Map(),
  /** Channel → who is typing there → until when. */
  typing: new Map(),
  /** Person and channel → how much is unread: messages and mentions. */
  unread: new Map(),
};

const TYPING = 10_000;

/** Takes news in. */
export function take(news) {
  const isSomeoneElse = "me" in news && news.me !== seen.me;
  for (const part of ["me", "bot", "owner", "people", "players", "places", "online"]) {
    if (part in news) seen[part] = news[part];
  }
  for (const { channel, user } of news.typing ?? []) typists(channel).set(user, Date.now() + TYPING);
  const unknown = takeMessages(news);
  for (const message of unknown) typists(message.channel).delete(message.author);
  // After a broken line the news are fresh, and what was not known before came meanwhile.
  if (!isSomeoneElse) unknown.forEach(noteUnread);
}

// Returns the messages that were not known before.
function takeMessages({ fresh, messages = [], gone = [] }) {
  const known = seen.messages;
  seen.messages = new Map(fresh ? [] : known);
  for (const id of gone) seen.messages.delete(id);
  for (const message of messages) {
    if (known.get(message.id)?.thinking) seen.begun.set(message.id, message.edited);
    seen.messages.set(message.id, message);
  }
  return messages.filter((message) => !known.has(message.id));
}

/** When a message was edited; the first words of an answer that was thought about are no edit. */
export function editedAt({ id, edited }) {
  return edited === seen.begun.get(id) ? null : edited;
}

function noteUnread(message) {
  if (message.author === seen.me || message.channel === seen.channel) return;
  const count = unreadIn(message.channel);
  seen.unread.set(`${seen.me} ${message.channel}`, {
    messages: count.messages + 1,
    mentions: count.mentions + (message.pings ? 1 : 0),
  });
}

/** How much is unread in a channel. */
export function unreadIn(channel) {
  return seen.unread.get(`${seen.me} ${channel}`) ?? { messages: 0, mentions: 0 };
}

/** Marks a channel as read. */
export function markRead(channel) {
  seen.unread.delete(`${seen.me} ${channel}`);
}

function typists(channel) {
  if (!seen.typing.has(channel)) seen.typing.set(channel, new Map());
  return seen.typing.get(channel);
}

/** Who is typing in the open channel. */
export function typingNow() {
  const now = Date.now();
  return [...typists(seen.channel)].filter(([, until]) => until > now).map(([user]) => user);
}

/** Whether the bot is known to be online. */
export function isOnline() {
  return seen.connected && seen.online;
}

/** All channels that the person sees. */
export function channels() {
  return seen.places.flatMap((place) => place.channels);
}

/** The open channel. */
export function openChannel() {
  return channels().find((channel) => channel.id === seen.channel);
}

/** The messages of the open channel, oldest first. */
export function openMessages() {
  const here = [...seen.messages.values(), ...seen.local].filter((m) => m.channel === seen.channel);
  return here.sort((one, other) => older(one, other));
}

function older(one, other) {
  const [first, second] = [one, other].map((message) => BigInt(message.after ?? message.id));
  return first === second ? (one.after ? 1 : 0) - (other.after ? 1 : 0) : first < second ? -1 : 1;
}

/** The name of a user. */
export function nameOf(user) {
  return seen.people[user]?.name ?? "?";
}

/** Has the page drawn again. */
export function changed() {
  document.dispatchEvent(new CustomEvent("changed"));
}

/** Does something in the open channel. */
export function actHere(name, details = {}) {
  return act(name, { channel: seen.channel, ...details });
}

/** Does something with a message. */
export function actOn(message, name, details = {}) {
  return act(name, { channel: message.channel, message: message.id, ...details });
}
