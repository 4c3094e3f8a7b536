// The preview's own script: shows what is to be noted on this page, and reloads it when it changes.
// It is added to pages by the preview's server, and is never part of an export.
(() => {
  "use strict";

  const { page, version } = document.currentScript.dataset;
  const styles = new CSSStyleSheet();
  const link = document.querySelector('link[href="/_grounds/preview.css"]');
  styles.replaceSync(Array.from(link.sheet.cssRules, (rule) => rule.cssText).join("\n"));

  const element = (tag, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };

  // ---- Where the words of a note stand on the page ------------------------------------------

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

  // ---- How a note looks ---------------------------------------------------------------------

  const body = (note) => {
    const parts = [
      element("p", { className: "title" },
        element("strong", {}, note.level), " ", element("code", {}, note.rule), " ", note.message),
    ];
    if (note.label) parts.push(element("p", {}, note.label));
    for (const text of note.notes) parts.push(element("p", {}, element("b", {}, "note: "), text));
    for (const text of note.help) parts.push(element("p", {}, element("b", {}, "help: "), text));
    parts.push(element("p", { className: "place" }, note.place));
    return element("div", { className: `note ${note.level}` }, ...parts);
  };

  const host = (tag) => {
    const made = document.createElement(tag);
    made.attachShadow({ mode: "open" }).adoptedStyleSheets = [styles];
    return made;
  };

  // After the block that has the words; in it, where nothing may stand after it.
  const put = (shown, range) => {
    const start = range.endContainer.parentElement;
    const block = start.closest("p, h1, h2, h3, h4, h5, h6, li, td, th, dd, dt, figcaption, summary, blockquote, pre, div, section");
    if (!block || block.matches("main, body")) start.after(shown);
    else if (block.matches("li, td, th, dd, dt, summary, figcaption")) block.append(shown);
    else block.after(shown);
  };

  // Notes on the same words stand in the order of the list.
  const showOnPage = (notes) => {
    document.querySelectorAll("grounds-note").forEach((old) => old.remove());
    const marked = { error: [], warning: [] };
    const locate = finder();
    const found = notes.map((note) => note.words.map(locate).filter(Boolean));
    const placed = found.map(() => []);
    for (let i = notes.length - 1; i >= 0; i -= 1) {
      for (const range of found[i]) {
        marked[notes[i].level].push(range);
        const shown = host("grounds-note");
        shown.setAttribute("role", "note");
        shown.shadowRoot.append(body(notes[i]));
        put(shown, range);
        placed[i].push(shown);
      }
    }
    if (globalThis.CSS?.highlights) {
      for (const [level, ranges] of Object.entries(marked)) {
        CSS.highlights.set(`grounds-${level}`, new Highlight(...ranges));
      }
    }
    return placed;
  };

  // ---- The list -----------------------------------------------------------------------------

  const REMEMBERED = "grounds-preview-list";
  const panel = host("grounds-preview");
  panel.setAttribute("role", "region");
  panel.setAttribute("aria-label", "Preview");

  const counted = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;

  const summary = ({ errors, warnings }) => {
    const parts = [[errors, "error"], [warnings, "warning"]].filter(([number]) => number > 0);
    return parts.map(([number, word]) => counted(number, word)).join(", ") || "nothing to report";
  };

  const listed = (note, places, href) => {
    const item = element("li", {}, body(note));
    if (places.length > 0) {
      const go = element("button", { type: "button" }, "Show on this page");
      go.addEventListener("click", () => places[0].scrollIntoView({ block: "center" }));
      item.append(go);
    } else if (href) {
      item.append(element("a", { href: `/${href}` }, "Show on its page"));
    }
    return item;
  };

  const section = (title, items) =>
    items.length > 0 ? [element("h2", {}, title), element("ol", {}, ...items)] : [];

  const show = (state) => {
    const placed = showOnPage(state.here);
    const list = element("details", { open: sessionStorage.getItem(REMEMBERED) === "open" },
      element("summary", {}, `Preview: ${summary(state)}`),
      ...section("On this page", state.here.map((note, i) => listed(note, placed[i]))),
      ...section("Elsewhere", state.elsewhere.map((note) => listed(note, [], note.page))));
    list.addEventListener("toggle", () => sessionStorage.setItem(REMEMBERED, list.open ? "open" : "closed"));
    const stale = state.standing.is === "stale"
      ? [element("div", { className: "stale" },
        element("p", {}, element("strong", {}, "This is the last good site. "), "The content is broken:"),
        element("ul", {}, ...state.standing.why.map((why) => element("li", {}, why))))]
      : [];
    const worst = state.errors > 0 || stale.length > 0 ? "error" : state.warnings > 0 ? "warning" : "clean";
    panel.shadowRoot.replaceChildren(
      element("div", { className: `panel ${worst}` },
        element("div", { role: "status" }, ...stale), list));
    if (!panel.isConnected) document.body.append(panel);
  };

  const showLost = () => {
    const status = panel.shadowRoot.querySelector("[role=status]");
    status?.replaceChildren(element("p", { className: "stale" }, "The preview has stopped; this page stays as it is."));
  };

  // ---- The connection -----------------------------------------------------------------------

  const OPENED = `grounds-preview-opened ${page}`;
  const nameOf = (details) => details.id || details.querySelector("summary")?.textContent;

  // What was open is open again after a reload.
  const reload = () => {
    const open = Array.from(document.querySelectorAll("main details[open]"), nameOf);
    sessionStorage.setItem(OPENED, JSON.stringify(open));
    location.reload();
  };

  const reopen = () => {
    const open = new Set(JSON.parse(sessionStorage.getItem(OPENED) ?? "[]"));
    sessionStorage.removeItem(OPENED);
    for (const details of document.querySelectorAll("main details")) {
      if (open.has(nameOf(details))) details.open = true;
    }
  };

  let source = null;
  const connect = () => {
    source?.close();
    source = new EventSource(`/_grounds/events?page=${encodeURIComponent(page)}`);
    source.addEventListener("message", ({ data }) => {
      const state = JSON.parse(data);
      if (state.version === version) show(state);
      else reload();
    });
    source.addEventListener("error", showLost);
  };

  // A browser opens few connections to one server, so a page that nobody sees lets its own go.
  const keep = () => {
    if (document.hidden) source?.close();
    else connect();
  };

  document.addEventListener("visibilitychange", keep);
  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", ({ persisted }) => persisted && keep());
  reopen();
  keep();
})();
