// The connection to the preview: what it says is shown, one state after the other.

const script = document.currentScript.dataset;
const { page } = script;
let { version, loaded } = script;

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

// What is to be shown next; states that come while one is shown replace each other.
let next = null;
let showing = false;

const showNext = async () => {
  if (showing) return;
  showing = true;
  while (next) {
    const state = next;
    next = null;
    const same = state.version === version;
    const now = state.loaded !== loaded ? null : same ? { version, loaded } : await renew(state.html).catch(() => null);
    if (!now) return reload();
    ({ version, loaded } = now);
    show(state);
  }
  showing = false;
};

let source = null;
const connect = () => {
  source?.close();
  source = new EventSource(`/_grounds/events?page=${encodeURIComponent(page)}`);
  source.addEventListener("message", ({ data }) => {
    next = JSON.parse(data);
    showNext();
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
