// The socket to the playground: news come in, acts go out and are answered by number.

const LONGEST_PAUSE = 4000;
const waiting = new Map();
let socket = null;
let number = 0;
let pause = 250;

/** Connects, and again whenever the line is lost. `person` names whom to act as. */
export function connect(person, onnews, online) {
  const token = document.querySelector("meta[name=token]").content;
  const query = new URLSearchParams({ token, person: person() });
  socket = new WebSocket(`ws://${location.host}/page/socket?${query}`);
  socket.onmessage = (event) => {
    const news = JSON.parse(event.data);
    if ("answer" in news) settle(news.answer, news);
    else onnews(news);
  };
  socket.onopen = () => {
    pause = 250;
    online(true);
  };
  socket.onclose = () => {
    online(false);
    for (const lost of [...waiting.keys()]) settle(lost, { refused: "lost" });
    setTimeout(() => again(person, onnews, online), (pause = Math.min(pause * 2, LONGEST_PAUSE)));
  };
}

/** Does something as the person; resolves with what came of it: `{refused: why}` or its result. */
export function act(name, details = {}) {
  if (socket?.readyState !== WebSocket.OPEN) return Promise.resolve({ refused: "lost" });
  number += 1;
  const settled = new Promise((resolve) => waiting.set(number, resolve));
  socket.send(JSON.stringify({ ...details, act: name, number }));
  return settled;
}

function settle(which, answer) {
  waiting.get(which)?.(answer);
  waiting.delete(which);
}

// A playground that was started anew has another token, which stands in its page.
async function again(person, onnews, online) {
  try {
    const text = await (await fetch("/", { cache: "no-store" })).text();
    const fresh = new DOMParser().parseFromString(text, "text/html").querySelector("meta[name=token]");
    document.querySelector("meta[name=token]").content = fresh.content;
    connect(person, onnews, online);
  } catch {
    setTimeout(() => again(person, onnews, online), (pause = Math.min(pause * 2, LONGEST_PAUSE)));
  }
}
