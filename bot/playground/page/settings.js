// Who one is: the person, their language, the colours of the page; and trouble for the curious.

import { el, iconButton } from "./dom.js";
import { keep, read } from "./kept.js";
import { act } from "./link.js";
import { openMenu } from "./menu.js";
import { avatar } from "./message.js";
import { notice } from "./notices.js";
import { changed, nameOf, seen } from "./store.js";
import { language, say } from "./words.js";

const LOCALES = { fr: "fr", en: "en-GB" };
const TROUBLES = ["rate-limit", "failure", "slow", "drop", "reconnect", "invalidate"];
const NEXT = ["rate-limit", "failure", "slow"];

/** Who one may act as. */
export function drawPeople() {
  const rows = seen.players.map((id) => {
    const isMe = id === seen.me;
    const become = () => changePerson(id);
    const box = el("input", {
      type: "radio",
      name: "person",
      value: id,
      checked: isMe,
      onchange: become,
      "data-key": `person ${id}`,
    });
    return el(
      `label.person${isMe ? ".me" : ""}`,
      {},
      box,
      avatar(id),
      el("span", {}, nameOf(id)),
      id === seen.owner ? el("span.role", {}, say("operator")) : null,
      el("span.locale", { "aria-hidden": "true" }, seen.people[id].locale.slice(0, 2)),
    );
  });
  return el("fieldset.people", {}, el("legend", {}, say("act-as")), rows);
}

async function changePerson(id) {
  const { refused } = await act("become", { person: id });
  if (refused) notice(refused);
}

/** The language, the colours, and trouble for the curious. */
export function drawSettings() {
  const spoken = language();
  const rows = Object.keys(LOCALES).map((code) => {
    const change = () => act("locale", { locale: LOCALES[code] });
    const box = el("input", {
      type: "radio",
      name: "locale",
      value: code,
      checked: code === spoken,
      onchange: change,
      "data-key": `locale ${code}`,
    });
    const name = code === "fr" ? "Français" : "English";
    return el(
      "label.segment",
      { title: name, lang: code },
      box,
      el("span", { "aria-hidden": "true" }, code.toUpperCase()),
      el("span.sr", {}, name),
    );
  });
  const dark = isDark();
  const theme = iconButton("tool", dark ? "sun" : "moon", say(dark ? "light" : "dark"), changeTheme, {
    "data-key": "theme",
  });
  const trouble = iconButton("tool", "trouble", say("trouble"), () => openTrouble(trouble), {
    "aria-haspopup": "menu",
    "data-key": "trouble",
  });
  return el(
    "div.settings",
    {},
    el("fieldset.locales", {}, el("legend.sr", {}, say("language")), rows),
    theme,
    trouble,
  );
}

function openTrouble(opener) {
  const items = TROUBLES.map((kind) => ({ label: say(`trouble-${kind}`), act: () => cause(kind) }));
  openMenu(opener, say("trouble"), [{ title: say("trouble-hint"), items }]);
}

async function cause(kind) {
  const { refused } = await act("trouble", { kind });
  notice(refused ?? (NEXT.includes(kind) ? "trouble-next" : "trouble-done"));
}

/** Takes the colours that were chosen before. */
export function startTheme() {
  const kept = read("theme");
  if (kept) document.documentElement.dataset.theme = kept;
}

/** Whether the page is dark now. */
export function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function changeTheme() {
  const theme = isDark() ? "light" : "dark";
  document.documentElement.dataset.theme = theme;
  keep("theme", theme);
  changed();
}
