// A page becomes what it is now, in place: what has not changed stays as it is, with all that is open, chosen and
// scrolled to.

const ELEMENT = Node.ELEMENT_NODE;

// Whether an element opens is its reader's doing, and no difference.
const attributesOf = (node) => Array.from(node.attributes, ({ name, value }) => `${name}=${value}`)
  .filter((attribute) => !attribute.startsWith("open=")).sort().join("\n");

const isAlike = (old, fresh) => old.nodeType === ELEMENT && fresh.nodeType === ELEMENT &&
  old.tagName === fresh.tagName && attributesOf(old) === attributesOf(fresh);

const isOurs = (node) => node.localName === "grounds-preview";

// How many nodes of two lists are equal, counted from one end.
const equalFrom = (old, fresh, at) => {
  const most = Math.min(old.length, fresh.length);
  let equal = 0;
  while (equal < most && at(old, equal).isEqualNode(at(fresh, equal))) equal += 1;
  return equal;
};

const renewNode = (old, fresh) => {
  if (old.isEqualNode(fresh)) return;
  if (isAlike(old, fresh)) renewChildren(old, fresh);
  else old.replaceWith(fresh);
};

// What is equal at both ends stays; what is between is renewed one by one, or put in place of what was there.
const renewChildren = (oldParent, freshParent) => {
  let old = Array.from(oldParent.childNodes).filter((node) => !isOurs(node));
  let fresh = Array.from(freshParent.childNodes);
  const head = equalFrom(old, fresh, (nodes, i) => nodes[i]);
  [old, fresh] = [old.slice(head), fresh.slice(head)];
  const tail = equalFrom(old, fresh, (nodes, i) => nodes.at(-1 - i));
  const next = tail > 0 ? old.at(-tail) : Array.from(oldParent.childNodes).find(isOurs);
  old = old.slice(0, old.length - tail);
  fresh = fresh.slice(0, fresh.length - tail);
  const paired = old.length === fresh.length ? old.length : 0;
  for (let i = 0; i < paired; i += 1) renewNode(old[i], fresh[i]);
  for (const node of old.slice(paired)) node.remove();
  for (const node of fresh.slice(paired)) oldParent.insertBefore(node, next ?? null);
};

// What a page loads beside our own script: where that differs, only a reload shows the page as it is.
const scriptOf = (page) => page.querySelector("script[data-page]");
const loadedBy = (page) => Array.from(page.querySelectorAll("link[rel~=stylesheet], script[src]:not([data-page])"),
  (node) => node.getAttribute("href") ?? node.getAttribute("src"));

// Renews the page, which its server may have sent already, and gives what it says of itself; nothing, if only a reload
// would do.
const renew = async (sent) => {
  const html = sent ?? (await (await fetch(location.href, { cache: "no-store" })).text());
  const fresh = new DOMParser().parseFromString(html, "text/html");
  const now = scriptOf(fresh)?.dataset;
  const scripted = document.querySelector("script[src]:not([data-page])");
  if (!now || scripted || loadedBy(fresh).join() !== loadedBy(document).join()) return null;
  for (const note of document.querySelectorAll("grounds-note")) note.remove();
  const { version, loaded } = now;
  scriptOf(fresh).replaceWith(scriptOf(document).cloneNode());
  document.documentElement.lang = fresh.documentElement.lang;
  renewChildren(document.head, fresh.head);
  renewNode(document.body, document.adoptNode(fresh.body));
  return { version, loaded };
};
