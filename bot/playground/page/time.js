// When things happened, in the words of the person's language.

import { seen } from "./store.js";
import { say } from "./words.js";

const MINUTE = 60;
const UNITS = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", MINUTE],
];
const STYLES = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { dateStyle: "short" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
  s: { dateStyle: "short", timeStyle: "short" },
  S: { dateStyle: "short", timeStyle: "medium" },
};

function locale() {
  return seen.people[seen.me]?.locale ?? "en-GB";
}

/** A moment in one of Discord's styles: t, T, d, D, f, F, s, S, or R for "5 minutes ago". */
export function styled(moment, style) {
  if (style === "R") return relative(moment);
  return new Intl.DateTimeFormat(locale(), STYLES[style] ?? STYLES.f).format(moment);
}

function relative(moment) {
  const seconds = (moment.getTime() - Date.now()) / 1000;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ["second", 1];
  return new Intl.RelativeTimeFormat(locale(), { numeric: "auto" }).format(Math.round(seconds / size), unit);
}

/** When a message was sent: "just now", "5 minutes ago", then the clock, then the date. */
export function ago(moment) {
  const seconds = (Date.now() - moment.getTime()) / 1000;
  if (seconds < MINUTE) return say("now");
  if (seconds < 60 * MINUTE) return relative(moment);
  return isSameDay(moment, new Date())
    ? styled(moment, "t")
    : `${styled(moment, "d")} ${styled(moment, "t")}`;
}

/** The name of a day: today, yesterday, or its date. */
export function dayName(moment) {
  const yesterday = new Date();
  yesterday.setDate(yesterday.getDate() - 1);
  if (isSameDay(moment, new Date())) return say("today");
  return isSameDay(moment, yesterday) ? say("yesterday") : styled(moment, "D");
}

/** Whether two moments are on one day. */
export function isSameDay(one, other) {
  return one.toDateString() === other.toDateString();
}

/** A list of names: "Camille et Oliver". */
export function listed(names) {
  return new Intl.ListFormat(locale()).format(names);
}
