// The beginning: connects, and draws what the news change.

import { drawComposer, openCommandNamed, startComposer } from "./composer.js";
import { keep, read } from "./kept.js";
import { connect } from "./link.js";
import { closeMenu } from "./menu.js";
import { drawLog, drawTyping, jumpTo } from "./messages.js";
import { clearNotice } from "./notices.js";
import { refreshTimes } from "./rich.js";
import { startTheme } from "./settings.js";
import { closeDrawer, drawSide, startSide } from "./sidebar.js";
import { channels, markRead, openChannel, seen, take } from "./store.js";
import { language } from "./words.js";

const REFRESH = 15_000;

function draw() {
  document.documentElement.lang = language();
  drawSide();
  drawComposer();
  drawLog();
  drawTyping();
  const channel = openChannel();
  document.title = channel ? `${channel.kind === "direct" ? "" : "#"}${channel.name} · Dépêche` : "Dépêche";
}

function hear(news) {
  if (news.fresh && news.me !== seen.me) closeMenu();
  take(news);
  if (news.fresh) keep("person", seen.people[seen.me].username);
  if (!openChannel()) {
    go(location.hash.slice(1), news.first);
    history.replaceState(null, "", `#${seen.channel}`);
  }
  if (Object.keys(news).every((part) => part === "typing")) drawTyping();
  else draw();
}

// Opens the channel that was asked for, or else the first of those that the person sees.
function go(...wished) {
  const seenIds = channels().map((channel) => channel.id);
  seen.channel = wished.find((id) => seenIds.includes(id)) ?? seenIds[0];
  markRead(seen.channel);
}

function online(connected) {
  if (seen.connected === connected) return;
  seen.connected = connected;
  clearNotice();
  drawSide();
}

startTheme();
startSide();
startComposer();
addEventListener("hashchange", () => {
  go(location.hash.slice(1), seen.channel);
  closeDrawer();
  draw();
  document.getElementById("text").focus();
});
document.addEventListener("changed", draw);
document.addEventListener("click", (event) => {
  const { jump, command } = event.target.closest("[data-jump], [data-command]")?.dataset ?? {};
  if (jump) jumpTo(jump);
  if (command) openCommandNamed(command);
});
setInterval(refreshTimes, REFRESH);
setInterval(drawTyping, 1000);
connect(() => read("person") ?? (navigator.language.startsWith("fr") ? "fr" : "en"), hear, online);
