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
  /** Channel → who is typing there → until when. */
  typing: new Map(),
  /** Person and channel → how much is unread: messages and mentions. */
  unread: new Map(),
};

const TYPING = 10_000;

/** Takes news in; returns the ids of messages that are new. */
export function take(news) {
  for (const part of ["me", "bot", "owner", "people", "players", "places", "online"]) {
    if (part in news) seen[part] = news[part];
  }
  if (news.fresh) seen.messages = new Map();
  for (const gone of news.gone ?? []) seen.messages.delete(gone);
  const fresh = (news.messages ?? []).filter((message) => !seen.messages.has(message.id));
  for (const message of news.messages ?? []) seen.messages.set(message.id, message);
  for (const { channel, user } of news.typing ?? []) typists(channel).set(user, Date.now() + TYPING);
  for (const message of fresh) typists(message.channel).delete(message.author);
  if (!news.fresh) fresh.forEach(noteUnread);
  return fresh;
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

/** Does something in the open channel. */
export function actHere(name, details = {}) {
  return act(name, { channel: seen.channel, ...details });
}

/** Does something with a message. */
export function actOn(message, name, details = {}) {
  return act(name, { channel: message.channel, message: message.id, ...details });
}
