// The search of a grounds site. It loads the parts of the index that a query asks for, as scripts,
// so that it works from a folder as it does from a server, and sends nothing anywhere.
"use strict";

const groundsSearch = (() => {
  const SHOWN = 30;
  const WEIGHTS = [1, 4, 8];
  let summary = null;
  const words = new Map();
  const entries = new Map();
  const loads = new Map();

  function load(path) {
    if (!loads.has(path)) {
      loads.set(path, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = path;
        script.onload = resolve;
        script.onerror = () => {
          loads.delete(path);
          reject(new Error(path));
        };
        document.head.append(script);
      }));
    }
    return loads.get(path);
  }

  // The same folding as that of the index: lower case, no accents, one word a character where a
  // script is written without blanks.
  function terms(text) {
    const folded = text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
    const word = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]|(?:(?![\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}])[\p{Alphabetic}\p{N}])+/gu;
    const found = folded.match(word) || [];
    return [...new Set(found)].filter((term) => !summary.unindexed.includes(term));
  }

  function fileName(prefix) {
    if (/^[a-z0-9]+$/.test(prefix)) {
      return prefix;
    }
    return "u" + [...prefix].map((c) => "-" + c.codePointAt(0).toString(16)).join("");
  }

  // The weight of each entry in which a word is, or a longer word that begins with it. A single
  // letter is a word of its own (vitamin D), and begins too many others.
  async function hits(term) {
    const whole = /^[a-z0-9]$/.test(term);
    const parts = summary.shards.filter((p) => term.startsWith(p) || (!whole && p.startsWith(term)));
    await Promise.all(parts.map((p) => load(`search/words-${fileName(p)}.js`)));
    const found = new Map();
    for (const part of parts) {
      for (const [word, postings] of words.get(part)) {
        if (whole ? word !== term : !word.startsWith(term)) {
          continue;
        }
        const nearness = term.length / word.length;
        let entry = 0;
        for (const number of postings) {
          entry += Math.floor(number / 4);
          const weight = WEIGHTS[number % 4] * nearness;
          found.set(entry, Math.max(weight, found.get(entry) || 0));
        }
      }
    }
    return found;
  }

  // Entries that have every word of the query, the best first: rare words count for more.
  async function find(query) {
    const lists = await Promise.all(terms(query).map(hits));
    const scores = new Map();
    lists.forEach((list, i) => {
      const rarity = Math.log(1 + summary.entries / Math.max(1, list.size));
      for (const [entry, weight] of list) {
        if (i === 0 || scores.has(entry)) {
          scores.set(entry, (scores.get(entry) || 0) + weight * rarity);
        }
      }
      for (const entry of [...scores.keys()]) {
        if (!list.has(entry)) {
          scores.delete(entry);
        }
      }
    });
    return [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([entry]) => entry);
  }

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) {
      made.setAttribute(attribute, value);
    }
    made.append(...children);
    return made;
  }

  async function shown(entry) {
    const block = Math.floor(entry / summary.block);
    await load(`search/entries-${block}.js`);
    const [kind, title, address, about] = entries.get(block)[entry % summary.block];
    const item = element("li", {},
      element("p", {}, element("a", { href: address }, title)),
      element("p", { class: "meta" }, about ? `${kind} · ${about}` : kind));
    return item;
  }

  let latest = 0;

  async function run(query) {
    const mine = ++latest;
    const status = document.getElementById("search-status");
    const results = document.getElementById("search-results");
    if (query.trim() === "") {
      status.textContent = "";
      results.replaceChildren();
      return;
    }
    try {
      await load("search/index.js");
      const found = await find(query);
      const items = await Promise.all(found.slice(0, SHOWN).map(shown));
      if (mine !== latest) {
        return;
      }
      const number = found.length === 1 ? "1 result" : `${found.length} results`;
      status.textContent = found.length > SHOWN ? `${number}; the first ${SHOWN} are shown` : number;
      results.replaceChildren(...items);
    } catch {
      status.textContent = "The index of the search could not be loaded.";
    }
  }

  function start() {
    const form = document.getElementById("search-form");
    const field = document.getElementById("search-field");
    const address = new URL(location.href);
    field.value = address.searchParams.get("q") || "";
    let pause;
    const look = () => {
      clearTimeout(pause);
      address.searchParams.set("q", field.value);
      history.replaceState(null, "", address);
      run(field.value);
    };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      look();
    });
    field.addEventListener("input", () => {
      clearTimeout(pause);
      pause = setTimeout(look, 150);
    });
    run(field.value);
    field.focus({ preventScroll: true });
  }

  document.addEventListener("DOMContentLoaded", start);

  return {
    index(found) {
      summary = found;
    },
    entries(block, found) {
      entries.set(block, found);
    },
    words(prefix, found) {
      words.set(prefix, found);
    },
  };
})();
