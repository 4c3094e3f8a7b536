// What a page must be, whatever is on it. Each check gives the problems that it found.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** An article page may weigh so many bytes, compressed: markup, styles and scripts. */
export const WEIGHT = 60_000;

/** Nothing stands out to the side: the page is never scrolled sideways. */
export const sideways = (page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width && document.body.scrollWidth <= width) return [];
    const inBox = (element) => {
      for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
        if (getComputedStyle(box).overflowX !== "visible") return true;
      }
      return false;
    };
    const wide = Array.from(document.body.querySelectorAll("*")).filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return (right > width + 1 || left < -1) && !inBox(element);
    });
    const name = (element) => `<${element.localName} class="${element.className}"> ${element.textContent.trim().slice(0, 60)}`;
    return [`${document.documentElement.scrollWidth} px in ${width} px`, ...wide.slice(0, 3).map(name)];
  });

/** axe-core, with the rules of WCAG 2.2 A and AA and its best practices. */
export async function accessibility(page) {
  // Evaluated, not added as a script: the page's policy allows none but its own.
  if (!(await page.evaluate(() => Boolean(globalThis.axe)))) await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, { resultTypes: ["violations"] });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.slice(0, 3).map(({ html, target }) => `${id}: ${help}: ${target}: ${html.slice(0, 120)}`));
  });
}

/** What the page says to machines can be read by them. */
export const structuredData = (page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('script[type="application/ld+json"]')).flatMap((script) => {
      try {
        const data = JSON.parse(script.textContent);
        const types = [data, ...(data["@graph"] ?? [])].filter((part) => part["@type"]);
        const known = String(data["@context"]).includes("schema.org");
        return types.length > 0 && known ? [] : ["JSON-LD without a type or schema.org as its context"];
      } catch (error) {
        return [`JSON-LD: ${error}`];
      }
    }));

/** No script holds up the first paint, and none stands in the page itself. */
export const blocking = (page) =>
  page.evaluate(() =>
    Array.from(document.scripts).flatMap((script) => {
      const data = script.type !== "" && !/module|javascript/i.test(script.type);
      if (data) return [];
      if (!script.src) return ["a script in the page itself"];
      return script.async || script.defer || script.type === "module" ? [] : [`${script.src} blocks`];
    }));

/** What the page weighs, compressed, without fonts and pictures. */
export async function weight(page, html) {
  const parts = await page.evaluate(() => {
    const styles = Array.from(document.querySelectorAll('link[rel~="stylesheet"]'), (link) => link.href);
    const scripts = Array.from(document.scripts).filter((script) => script.src).map((script) => script.src);
    return [...new Set([...styles, ...scripts])];
  });
  let sum = gzipSync(html).length;
  for (const part of parts) {
    const response = await page.request.get(part);
    sum += gzipSync(await response.body()).length;
  }
  return sum;
}

/** The largest thing that is painted comes with the first response, not by a script or later. */
export const largestPaint = (page, html) =>
  page.evaluate(async (html) => {
    const entry = await new Promise((found) => {
      const observer = new PerformanceObserver((list) => found(list.getEntries().at(-1)));
      observer.observe({ type: "largest-contentful-paint", buffered: true });
      setTimeout(() => found(null), 2000);
    });
    if (!entry?.element) return ["nothing was painted"];
    const first = new DOMParser().parseFromString(html, "text/html");
    const words = (text) => text.replace(/\s+/g, " ").trim();
    const shown = words(entry.element.textContent);
    if (entry.url) return html.includes(new URL(entry.url).pathname.split("/").at(-1)) ? [] : [`${entry.url} came later`];
    return words(first.body.textContent).includes(shown) ? [] : [`“${shown.slice(0, 80)}” came later`];
  }, html);

/** Where the page leads, and what can be led to on it. */
export const linksOf = (page) =>
  page.evaluate(() => {
    // The address as it stands, without what a script may have made of it.
    const attribute = (name) => Array.from(document.querySelectorAll(`[${name}]`), (element) => element.getAttribute(name));
    const ids = Array.from(document.querySelectorAll("[id]"), (element) => element.id);
    const named = Array.from(document.querySelectorAll("[aria-labelledby], [aria-describedby], [aria-controls], [popovertarget], [for]"))
      .flatMap((element) => ["aria-labelledby", "aria-describedby", "aria-controls", "popovertarget", "for"]
        .flatMap((name) => (element.getAttribute(name) ?? "").split(/\s+/).filter(Boolean)));
    return {
      links: [...attribute("href"), ...attribute("src"), ...named.map((id) => `#${id}`)],
      ids,
      twice: ids.filter((id, i) => ids.indexOf(id) !== i),
    };
  });

/** Links that lead nowhere, over all pages: `pages` is from path to what `linksOf` gave. */
export function deadLinks(pages, files, base = "/") {
  const problems = [];
  for (const [path, { links, twice }] of pages) {
    for (const id of new Set(twice)) problems.push(`${path}: two elements are #${id}`);
    for (const link of new Set(links)) {
      const url = new URL(link, `http://site/${path}`);
      if (url.host !== "site" || !/^https?:$/.test(url.protocol)) continue;
      const absolute = link.startsWith("/") && url.pathname.startsWith(base);
      let target = decodeURIComponent(url.pathname.slice(absolute ? base.length : 1));
      if (target === "" || target.endsWith("/")) target += "index.html";
      if (!files.has(target)) {
        problems.push(`${path}: ${link} leads nowhere`);
      } else if (url.hash.length > 1 && pages.has(target)) {
        const ids = pages.get(target).ids;
        if (!ids.includes(decodeURIComponent(url.hash.slice(1)))) problems.push(`${path}: ${link} has no such anchor`);
      }
    }
  }
  return problems;
}
