// Discord's markdown → a tree of plain objects. Drawing it is the business of rich.js.
//
// A node is {kind, children} or {kind, text}; blocks hold inline nodes, quotes hold blocks.

const FENCE = /```(?:([\w+#.-]+)\n)?([\s\S]*?)```/g;
const LIST = /^( *)([-*]|\d+\.) +(\S.*)$/;
const TEXT = /[\s\S]+?(?=[\\<*_~|`[\]]|https?:\/\/|$)/y;

/** The blocks of a text; `masked` says whether `[words](address)` is a link. */
export function parse(text, masked = true) {
  const blocks = [];
  let end = 0;
  for (const found of text.matchAll(FENCE)) {
    if (!found[2].trim()) continue;
    blocks.push(...lines(text.slice(end, found.index).replace(/\n$/, ""), masked));
    blocks.push({ kind: "code-block", language: found[1] ?? "", text: found[2].replace(/^\n|\n$/g, "") });
    end = found.index + found[0].length;
  }
  return [...blocks, ...lines(end ? text.slice(end).replace(/^\n/, "") : text, masked)];
}

function lines(text, masked, quoting = true) {
  const blocks = [];
  const rest = text ? text.split("\n") : [];
  while (rest.length) blocks.push(block(rest, masked, quoting));
  return joined(blocks.flat(), masked);
}

// Takes as many lines as the block has; lists may come in a row.
function block(rest, masked, quoting) {
  const line = rest[0];
  const inner = (words) => inline(words, masked);
  if (quoting && line.startsWith(">>> ")) {
    const all = rest.splice(0).join("\n").slice(4);
    return { kind: "quote", children: lines(all, masked, false) };
  }
  if (quoting && isQuote(line)) {
    const quoted = while_(rest, isQuote).map((one) => one.slice(2));
    return { kind: "quote", children: lines(quoted.join("\n"), masked, false) };
  }
  if (LIST.test(line))
    return lists(
      while_(rest, (one) => LIST.test(one)),
      masked,
    );
  rest.shift();
  const heading = /^(#{1,3}) +(\S.*)$/.exec(line);
  if (heading) return { kind: `heading-${heading[1].length}`, children: inner(heading[2]) };
  const small = /^-# +(\S.*)$/.exec(line);
  if (small) return { kind: "subtext", children: inner(small[1]) };
  return { kind: "paragraph", text: line };

  function isQuote(one) {
    return one.startsWith("> ") || one === ">";
  }
}

function while_(rest, holds) {
  const end = rest.findIndex((line) => !holds(line));
  return rest.splice(0, end < 0 ? rest.length : end);
}

// Lines of words that follow each other are one paragraph, for marks may reach over the end of a line.
function joined(blocks, masked) {
  const kept = [];
  for (const block of blocks) {
    const last = kept.at(-1);
    if (block.kind === "paragraph" && last?.kind === "paragraph") last.text += `\n${block.text}`;
    else kept.push(block);
  }
  return kept.map((block) =>
    block.kind === "paragraph" ? { kind: block.kind, children: inline(block.text, masked) } : block,
  );
}

// Where the kind of mark changes on one level, another list begins.
function lists(items, masked) {
  const found = [];
  while (items.length) {
    const [, indent, mark] = LIST.exec(items[0]);
    const continues = (item) => {
      const [, other, kind] = LIST.exec(item);
      return other.length > indent.length || kind.endsWith(".") === mark.endsWith(".");
    };
    found.push(list(while_(items, continues), indent, mark, masked));
  }
  return found;
}

function list(items, indent, mark, masked) {
  const ordered = mark.endsWith(".");
  const children = [];
  while (items.length) {
    const [, , , words] = LIST.exec(items.shift());
    const deeper = while_(items, (item) => LIST.exec(item)[1].length > indent.length);
    children.push({ kind: "item", children: [...inline(words, masked), ...lists(deeper, masked)] });
  }
  return { kind: ordered ? "numbers" : "bullets", start: ordered ? parseInt(mark, 10) : undefined, children };
}

const ADDRESS = "https?:\\/\\/(?:[^\\s()<>]|\\([^\\s()<>]*\\))+";
// Tried in order at each place; `inner` is the group that holds marked words.
const RULES = [
  { at: /\\([^\p{L}\p{N}\s])/uy, node: ([, text]) => ({ kind: "text", text }) },
  {
    at: /(`+)([\s\S]*?[^`])\1(?!`)/y,
    node: ([, , text]) => ({ kind: "code", text: text.replace(/^ (.*) $/s, "$1") }),
  },
  { at: /<@!?(\d+)>/y, node: ([, id]) => ({ kind: "user", id }) },
  { at: /<#(\d+)>/y, node: ([, id]) => ({ kind: "channel", id }) },
  { at: /<\/([^:>\n]+):(\d+)>/y, node: ([, name, id]) => ({ kind: "command", name, id }) },
  {
    at: /<t:(-?\d{1,13})(?::([tTdDfFR]))?>/y,
    node: ([, at, style]) => ({ kind: "time", at: Number(at), style }),
  },
  { at: /<a?:(\w+):\d+>/y, node: ([, name]) => ({ kind: "text", text: `:${name}:` }) },
  { at: /<(https?:\/\/[^\s<>]+)>/y, node: ([, address]) => link(address) },
  {
    at: new RegExp(`\\[((?:\\\\.|[^\\]\\\\\\n])+)\\]\\(<?(${ADDRESS})>?(?: +"[^"\\n]*")?\\)`, "y"),
    masked: true,
    inner: 1,
    node: ([, , address]) => ({ kind: "link", address }),
  },
  { at: /https?:\/\/[^\s<]+/y, length: ([text]) => bare(text).length, node: ([text]) => link(bare(text)) },
  { at: /\*\*((?:\\.|[^\\])+?)\*\*(?!\*)/sy, inner: 1, node: () => ({ kind: "bold" }) },
  { at: /__((?:\\.|[^\\])+?)__(?!_)/sy, inner: 1, node: () => ({ kind: "underline" }) },
  { at: /~~((?:\\.|[^\\])+?)~~/sy, inner: 1, node: () => ({ kind: "strike" }) },
  { at: /\|\|((?:\\.|[^\\])+?)\|\|/sy, inner: 1, node: () => ({ kind: "spoiler" }) },
  { at: /\*(?=[^\s*])((?:\\.|\*\*|[^*\\])+?)(?<!\s)\*(?!\*)/sy, inner: 1, node: () => ({ kind: "italic" }) },
  { at: /(?<!\w)_((?:\\.|__|[^_\\])+?)_(?!\w)/sy, inner: 1, node: () => ({ kind: "italic" }) },
];

function link(address) {
  return { kind: "link", address, children: [{ kind: "text", text: address }] };
}

// A bare address ends before the punctuation of the sentence around it.
function bare(address) {
  const text = address.replace(/[.,:;!?"'»…\]*_~|]+$/, "");
  return text.endsWith(")") && !text.includes("(") ? text.slice(0, -1) : text;
}

function inline(text, masked) {
  const nodes = [];
  let place = 0;
  while (place < text.length) {
    const [node, length] = next(text, place, masked);
    const last = nodes.at(-1);
    if (node.kind === "text" && last?.kind === "text") last.text += node.text;
    else nodes.push(node);
    place += length;
  }
  return nodes;
}

function next(text, place, masked) {
  for (const rule of RULES) {
    if (rule.masked && !masked) continue;
    rule.at.lastIndex = place;
    const found = rule.at.exec(text);
    if (!found) continue;
    const node = rule.node(found);
    if (rule.inner) node.children = inline(found[rule.inner], masked && node.kind !== "link");
    return [node, rule.length?.(found) ?? found[0].length];
  }
  TEXT.lastIndex = place;
  const plain = TEXT.exec(text)[0];
  return [{ kind: "text", text: plain }, plain.length];
}
