// The list of all notes, in the corner.

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
