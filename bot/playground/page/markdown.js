// Discord's markdown → a tree of plain objects. Drawing it is the business of rich.js.
//
// A node is {kind, children} or {kind, text}; blocks hold inline nodes, quotes hold blocks.

const FENCE = "```(?:(?<language>[\\w+#.-]+)\\n)?(?<code>[^]*?)```";
const QUOTED = "(?:> .*|>$)";
const FENCES = new RegExp(FENCE, "g");
const QUOTE = `^>>> (?<rest>[^]*)|^(?<quoted>${QUOTED}(?:\\n${QUOTED})*)`;
const QUOTES_AND_FENCES = new RegExp(`${QUOTE}|${FENCE}`, "gm");
const LIST = /^( *)([-*]|\d+\.) +(\S.*)$/;
const TEXT = /[\s\S]+?(?=[\\<*_~|`[\]]|https?:\/\/|$)/y;

/** The blocks of a text; `masked` says whether `[words](address)` is a link. */
export function parse(text, masked = true) {
  return blocks(text, masked ? "bot" : "person", QUOTES_AND_FENCES);
}

// What is quoted or fenced takes its lines out of the text around it.
function blocks(text, where, taking) {
  const found = [];
  let end = 0;
  for (const taken of text.matchAll(taking)) {
    const block = taken.groups.code === undefined ? quote(taken.groups, where) : codeBlock(taken.groups);
    if (!block) continue;
    found.push(...lines(text.slice(end, taken.index).replace(/\n$/, ""), where), block);
    end = taken.index + taken[0].length;
    if (text[end] === "\n") end += 1;
  }
  return [...found, ...lines(text.slice(end), where)];
}

// A quote holds no other quote.
function quote({ rest, quoted }, where) {
  return { kind: "quote", children: blocks(rest ?? quoted.replace(/^> ?/gm, ""), where, FENCES) };
}

function codeBlock({ language = "", code }) {
  return code.trim() && { kind: "code-block", language, text: code.replace(/^\n|\n$/g, "") };
}

function lines(text, where) {
  const blocks = [];
  const rest = text ? text.split("\n") : [];
  while (rest.length) blocks.push(block(rest, where));
  return joined(blocks.flat(), where);
}

// Takes as many lines as the block has; lists may come in a row.
function block(rest, where) {
  const line = rest[0];
  if (LIST.test(line))
    return lists(
      while_(rest, (one) => LIST.test(one)),
      where,
    );
  rest.shift();
  const heading = /^(#{1,3}) +(\S.*)$/.exec(line);
  if (heading) return { kind: `heading-${heading[1].length}`, children: inline(heading[2], where) };
  const small = /^-# +(\S.*)$/.exec(line);
  if (small) return { kind: "subtext", children: inline(small[1], where) };
  return { kind: "paragraph", text: line };
}

function while_(rest, holds) {
  const end = rest.findIndex((line) => !holds(line));
  return rest.splice(0, end < 0 ? rest.length : end);
}

// Lines of words that follow each other are one paragraph, for marks may reach over the end of a line.
function joined(blocks, where) {
  const kept = [];
  for (const block of blocks) {
    const last = kept.at(-1);
    if (block.kind === "paragraph" && last?.kind === "paragraph") last.text += `\n${block.text}`;
    else kept.push(block);
  }
  return kept.map((block) =>
    block.kind === "paragraph" ? { kind: block.kind, children: inline(block.text, where) } : block,
  );
}

// Where the kind of mark changes on one level, another list begins.
function lists(items, where) {
  const found = [];
  while (items.length) {
    const [, indent, mark] = LIST.exec(items[0]);
    const continues = (item) => {
      const [, other, kind] = LIST.exec(item);
      return other.length > indent.length || kind.endsWith(".") === mark.endsWith(".");
    };
    found.push(list(while_(items, continues), indent, mark, where));
  }
  return found;
}

function list(items, indent, mark, where) {
  const ordered = mark.endsWith(".");
  const children = [];
  while (items.length) {
    const [, , , words] = LIST.exec(items.shift());
    const deeper = while_(items, (item) => LIST.exec(item)[1].length > indent.length);
    children.push({ kind: "item", children: [...inline(words, where), ...lists(deeper, where)] });
  }
  return { kind: ordered ? "numbers" : "bullets", start: ordered ? parseInt(mark, 10) : undefined, children };
}

// The last second that a date can hold; a time beyond it stays as it was typed.
const LAST = 8.64e12;
const ADDRESS = "https?:\\/\\/(?:[^\\s()<>]|\\([^\\s()<>]*\\))+";
// Tried in order at each place; `inner` is the group that holds marked words, `not` where the
// rule does not hold: in what a person writes, or in the words of a link, where nothing else can be pressed.
const RULES = [
  { at: /\\([^\p{L}\p{N}\s])/uy, node: ([, text]) => ({ kind: "text", text }) },
  {
    at: /(`+)(?!`)([\s\S]*?[^`])\1(?!`)/y,
    node: ([, , text]) => ({ kind: "code", text: text.replace(/^ (.*) $/s, "$1") }),
  },
  { at: /<@[!&]?(\d+)>/y, node: ([, id]) => ({ kind: "user", id }) },
  { at: /<#(\d+)>/y, not: ["link"], node: ([, id]) => ({ kind: "channel", id }) },
  { at: /<\/([^:>\n]+):(\d+)>/y, not: ["link"], node: ([, name, id]) => ({ kind: "command", name, id }) },
  {
    at: /<t:(-?\d{1,13})(?::([tTdDfFsSR]))?>/y,
    node: ([text, at, style]) =>
      Math.abs(at) <= LAST ? { kind: "time", at: Number(at), style } : { kind: "text", text },
  },
  { at: /<a?:(\w+):\d+>/y, node: ([, name]) => ({ kind: "text", text: `:${name}:` }) },
  { at: /<(https?:\/\/[^\s<>]+)>/y, not: ["link"], node: ([, address]) => link(address) },
  {
    at: new RegExp(`\\[((?:\\\\.|[^\\]\\\\\\n])+)\\]\\(<?(${ADDRESS})>?(?: +"[^"\\n]*")?\\)`, "y"),
    not: ["person", "link"],
    inner: 1,
    node: ([, , address]) => ({ kind: "link", address }),
  },
  {
    at: /https?:\/\/[^\s<]+/y,
    not: ["link"],
    length: ([text]) => bare(text).length,
    node: ([text]) => link(bare(text)),
  },
  { at: /\*\*((?:\\.|[^\\])+?)\*\*(?!\*)/sy, inner: 1, node: () => ({ kind: "bold" }) },
  { at: /__((?:\\.|[^\\])+?)__(?!_)/sy, inner: 1, node: () => ({ kind: "underline" }) },
  { at: /~~((?:\\.|[^\\])+?)~~/sy, inner: 1, node: () => ({ kind: "strike" }) },
  { at: /\|\|((?:\\.|[^\\])+?)\|\|/sy, not: ["link"], inner: 1, node: () => ({ kind: "spoiler" }) },
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

function inline(text, where) {
  const nodes = [];
  let place = 0;
  while (place < text.length) {
    const [node, length] = next(text, place, where);
    const last = nodes.at(-1);
    if (node.kind === "text" && last?.kind === "text") last.text += node.text;
    else nodes.push(node);
    place += length;
  }
  return nodes;
}

function next(text, place, where) {
  for (const rule of RULES) {
    if (rule.not?.includes(where)) continue;
    rule.at.lastIndex = place;
    const found = rule.at.exec(text);
    if (!found) continue;
    const node = rule.node(found);
    if (rule.inner) node.children = inline(found[rule.inner], node.kind === "link" ? "link" : where);
    return [node, rule.length?.(found) ?? found[0].length];
  }
  TEXT.lastIndex = place;
  const plain = TEXT.exec(text)[0];
  return [{ kind: "text", text: plain }, plain.length];
}
