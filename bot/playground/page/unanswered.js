// Commands that got no answer: a line in the log, for the person alone.

import { changed, seen } from "./store.js";

let count = 0;

/** Notes that a command got no answer. */
export function failedCommand(name, slash) {
  const newest = [...seen.messages.keys()].reduce((most, id) => (BigInt(id) > BigInt(most) ? id : most), "1");
  seen.local.push({
    id: `local-${(count += 1)}`,
    after: newest,
    channel: seen.channel,
    author: seen.bot,
    asker: seen.me,
    content: "",
    reply: null,
    sent: new Date().toISOString(),
    edited: null,
    command: { user: seen.me, name, slash },
    reactions: [],
    components: [],
    embeds: [],
    private: true,
    failed: true,
    thinking: false,
    pings: false,
    deletable: false,
  });
  changed();
}
