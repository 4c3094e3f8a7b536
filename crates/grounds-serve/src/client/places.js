// Where the words of a note stand on the page.
//
// The files of this folder make one script, in the order in which `inject.rs` names them. The preview's server adds
// it to pages; it is never part of an export.

// What authors did not write as prose: marks, evidence that opens, our own notes.
const NOT_PROSE = "details, dialog, [popover], [aria-hidden=true], .visually-hidden, .cite, sup:has(a), " +
  "button, script, style, svg, grounds-note, grounds-preview";
const WITHIN_A_WORD = new Set(["EM", "STRONG", "B", "I", "S", "SUB", "SUP", "SPAN", "CODE", "A", "MARK"]);
const TOKEN = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[\p{L}\p{N}\p{M}]+/gu;

const tokens = (text) => Array.from(text.matchAll(TOKEN), (match) => ({
  word: match[0].normalize("NFC").toLowerCase(),
  start: match.index,
  end: match.index + match[0].length,
}));

// The text of the page, with the text node of each stretch of it.
const read = (without) => {
  let text = "";
  const stretches = [];
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      stretches.push({ start: text.length, node });
      text += node.data;
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      const inWord = WITHIN_A_WORD.has(node.tagName);
      if (!inWord) text += " ";
      if (without && node.matches(without)) text += " ";
      else node.childNodes.forEach(walk);
      if (!inWord) text += " ";
    }
  };
  walk(document.querySelector("main") ?? document.body);
  return { tokens: tokens(text), stretches };
};

// The shortest stretch of the page that has these words in this order: marks and citations may
// stand between them.
const find = ({ tokens: there, stretches }, wanted) => {
  let best = null;
  for (let first = 0; first < there.length; first += 1) {
    if (there[first].word !== wanted[0].word) continue;
    const limit = Math.min(there.length, first + 40 + 2 * wanted.length, best ? first + best.length : Infinity);
    let next = 1;
    let at = first + 1;
    for (; at < limit && next < wanted.length; at += 1) {
      if (there[at].word === wanted[next].word) next += 1;
    }
    if (next === wanted.length && (!best || at - first < best.length)) best = { first, length: at - first };
  }
  if (!best) return null;
  const point = (offset) => {
    const after = stretches.findIndex(({ start }) => start > offset);
    const { start, node } = stretches.at(after === -1 ? -1 : after - 1);
    return [node, Math.min(offset - start, node.length)];
  };
  const range = new Range();
  range.setStart(...point(there[best.first].start));
  const [node, offset] = point(there[best.first + best.length - 1].end - 1);
  range.setEnd(node, Math.min(offset + 1, node.length));
  return range;
};

const finder = () => {
  const readings = [NOT_PROSE, null].map((without) => {
    let reading = null;
    return () => (reading ??= read(without));
  });
  return (words) => {
    const wanted = tokens(words);
    if (wanted.length === 0) return null;
    return find(readings[0](), wanted) ?? find(readings[1](), wanted);
  };
};
