// How a note looks, and that it stands beside its words.

const styles = new CSSStyleSheet();
const link = document.querySelector('link[href="/_grounds/preview.css"]');
styles.replaceSync(Array.from(link.sheet.cssRules, (rule) => rule.cssText).join("\n"));

const element = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};

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
