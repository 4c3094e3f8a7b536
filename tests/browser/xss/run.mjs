// Every payload of a list in every free-text field and every place of prose, in a real browser.
//
// No page has a policy here, so that only the way in which text is written stands between a
// payload and the browser. Each page is compared with the same page of a harmless word.

import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { inParallel } from "../harness.mjs";
import { serve } from "../server.mjs";
import { filesOf } from "../site.mjs";
import { provoke, skeleton, skeletonOfXml, watchScripts } from "./browser.mjs";
import { filled, freeText } from "./fields.mjs";
import { records, writeRawSet, writeSet } from "./set.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const WINDOWS = 4;
const HARMLESS = "placeholder";

export async function checkPayloads(browser, tally, grounds, list) {
  const payloads = JSON.parse(readFileSync(list ?? join(here, "payloads.json"), "utf8"));
  const fields = checkFields(tally);
  const work = mkdtempSync(join(tmpdir(), "grounds-payloads-"));
  const { origin, close } = await serve(work, { policy: null });
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
  await context.addInitScript(watchScripts);
  const windows = await Promise.all(Array.from({ length: WINDOWS }, () => context.newPage()));
  const make = async (name, write, text) => {
    write(join(work, `${name}-set`), text);
    const out = join(work, name);
    await promisify(execFile)(grounds, ["export", join(work, `${name}-set`), "--out", out, "--allow-errors", "--as-of", "2026-11-22"]);
    return out;
  };
  await checkControl(context, windows, tally, payloads);
  const expected = await harmless(windows[0], await make("harmless", writeSet, HARMLESS), `${origin}/harmless`);
  let pages = 0;
  await inParallel(payloads.map((payload, i) => [payload, i]), WINDOWS, async ([payload, i], worker) => {
    const page = windows[worker];
    const subject = JSON.stringify(payload).slice(0, 100);
    const out = await make(`p${i}`, writeSet, payload);
    const problems = { fired: [], left: [], bent: [], lost: [] };
    for (const path of filesOf(out)) {
      if (path.endsWith(".html")) {
        pages += 1;
        const was = await open(page, `${origin}/p${i}/${path}`);
        problems.fired.push(...was.fired.map((said) => `${path}: ${said}`));
        problems.left.push(...was.left.map((url) => `${path}: ${url}`));
        if (was.skeleton !== expected.get(path)) problems.bent.push(`${path}: ${firstDifference(expected.get(path), was.skeleton)}`);
        if (path === "articles/words.html") problems.lost.push(...lost(payload, was.text));
      } else if (path.endsWith(".xml")) {
        const xml = await page.evaluate(skeletonOfXml, readFileSync(join(out, path), "utf8"));
        if (xml !== expected.get(path)) problems.bent.push(`${path} is other than with a harmless word`);
      }
    }
    const rawOut = await make(`r${i}`, writeRawSet, payload);
    pages += 1;
    const was = await open(page, `${origin}/r${i}/articles/words.html`);
    problems.fired.push(...was.fired.map((said) => `as it is in prose: ${said}`));
    problems.left.push(...was.left.map((url) => `as it is in prose: ${url}`));
    problems.bent.push(...strange(was.skeleton, expected.parts));
    tally.note("a payload runs no script", subject, problems.fired);
    tally.note("a payload sends no request", subject, problems.left);
    tally.note("a payload adds no element and no attribute", subject, problems.bent);
    tally.note("a payload is shown as text", subject, problems.lost);
    for (const folder of [out, rawOut, `${out}-set`, `${rawOut}-set`]) rmSync(folder, { recursive: true, force: true });
  });
  await context.close();
  close();
  rmSync(work, { recursive: true, force: true });
  console.log(`payloads: ${payloads.length} payloads × ${fields} free-text fields and 24 places of prose, on ${pages} pages`);
}

/** Every free-text field of the schemas is filled; gives their number. */
function checkFields(tally) {
  const schemas = join(here, "../../../schemas");
  const all = records(HARMLESS);
  let count = 0;
  for (const kind of ["settings", "vocabulary", "article", "claim", "study"]) {
    const wanted = freeText(schemas, kind);
    const several = kind !== "settings" && kind !== "vocabulary";
    const have = new Set((several ? Object.values(all[kind]) : [all[kind]]).flatMap((record) => [...filled(kind, record, HARMLESS)]));
    count += wanted.length;
    tally.note("every free-text field is tried", kind, wanted.filter((path) => !have.has(path)).map((path) => `${path} is not`));
  }
  return count;
}

/** Opens a page, provokes what is on it, and says what happened. */
async function open(page, url) {
  const left = [];
  const fired = [];
  const folder = new URL(url).pathname.split("/")[1];
  const onRequest = (request) => {
    const { origin, pathname } = new URL(request.url());
    const ours = origin === new URL(url).origin && pathname.startsWith(`/${folder}/`) && /\.(html|css|js|json|svg|wasm|pf_\w+|pagefind)$/.test(pathname);
    const icon = pathname === "/favicon.ico" && origin === new URL(url).origin;
    // The page for what is not there links from the path of the set's own address, which the server does not have.
    const missing = url.endsWith("/404.html") && origin === new URL(url).origin && /\/(style\.css|icon\.svg)$/.test(pathname);
    if (!ours && !icon && !missing) left.push(request.url().slice(0, 100));
  };
  const onDialog = (dialog) => {
    fired.push(`${dialog.type()}(${dialog.message()})`);
    dialog.dismiss().catch(() => {});
  };
  page.on("request", onRequest);
  page.on("dialog", onDialog);
  try {
    await page.goto(url, { waitUntil: "load" });
    const before = await page.evaluate(skeleton);
    const text = await page.evaluate(() => document.body.textContent);
    fired.push(...(await page.evaluate(provoke)));
    return { skeleton: before, text, fired, left };
  } catch (error) {
    // A page that went elsewhere while it was looked at.
    left.push(String(error).split("\n")[0]);
    return { skeleton: "", text: "", fired, left };
  } finally {
    page.off("request", onRequest);
    page.off("dialog", onDialog);
  }
}

/** The skeletons of the harmless pages, by path; and the elements and attributes of them all. */
async function harmless(page, out, base) {
  const expected = new Map();
  for (const path of filesOf(out)) {
    if (path.endsWith(".html")) {
      expected.set(path, (await open(page, `${base}/${path}`)).skeleton);
    } else if (path.endsWith(".xml")) {
      expected.set(path, await page.evaluate(skeletonOfXml, readFileSync(join(out, path), "utf8")));
    }
  }
  expected.parts = new Set([...expected.values()].flatMap(parts));
  return expected;
}

const parts = (skeleton) => [...skeleton.matchAll(/<([a-z][\w:-]*) ([^>]*)>/gi)]
  .flatMap(([, element, attributes]) => [element, ...attributes.split(",").filter(Boolean).map((name) => `${element}[${name}]`)]);

/** Elements and attributes that no harmless page has, but for what plain Markdown makes. */
const OF_MARKDOWN = new Set(["em", "strong", "code", "pre", "pre[tabindex]", "hr", "br", "s", "sub", "sup", "ul", "ol", "li", "blockquote",
  "h2", "h3", "h4", "h5", "h6", "h2[id]", "h3[id]", "h4[id]", "h5[id]", "h6[id]", "p", "table", "div", "div[class]", "div[id]", "span", "span[id]", "span[class]", "ol[start]", "a", "a[href]", "a[title]", "section", "section[class]"]);
const strange = (skeleton, known) =>
  [...new Set(parts(skeleton))].filter((part) => !known.has(part) && !OF_MARKDOWN.has(part)).map((part) => `as it is in prose: ${part}`);

/** The payload stands on the page, word for word. */
function lost(payload, text) {
  const words = (text) => text.replace(/\s+/g, "");
  const times = words(text).split(words(payload)).length - 1;
  return times >= 10 ? [] : [`it stands ${times} times on the page of the article`];
}

function firstDifference(expected = "", found) {
  let at = 0;
  while (at < expected.length && expected[at] === found[at]) at += 1;
  return `…${found.slice(Math.max(0, at - 40), at + 60)} instead of …${expected.slice(Math.max(0, at - 40), at + 60)}`;
}

/** The same payloads unescaped must run, or the harness sees nothing. */
async function checkControl(context, windows, tally, payloads) {
  const document = (text) => `<!DOCTYPE html><html lang="en"><head><title>x</title></head><body><p title="${text}">${text}</p></body></html>`;
  const pages = { "/c/harmless.html": document(HARMLESS) };
  payloads.forEach((payload, i) => (pages[`/c/${i}.html`] = document(payload)));
  const { origin, close } = await serve(tmpdir(), { policy: null, pages });
  const expected = (await open(windows[0], `${origin}/c/harmless.html`)).skeleton;
  const counts = { fired: 0, left: 0, bent: 0 };
  await inParallel(payloads.map((_, i) => i), WINDOWS, async (i, worker) => {
    // What an unescaped payload does to its window must not reach the next.
    const page = await context.newPage();
    const was = await open(page, `${origin}/c/${i}.html`);
    counts.fired += was.fired.length > 0 ? 1 : 0;
    counts.left += was.left.length > 0 ? 1 : 0;
    counts.bent += was.skeleton !== expected ? 1 : 0;
    await page.close().catch(() => {});
  });
  close();
  console.log(`control page, unescaped: of ${payloads.length} payloads ${counts.fired} ran a script, ${counts.left} sent a request, ${counts.bent} bent the page`);
  const third = payloads.length / 3;
  tally.note("harness: unescaped payloads fire", "scripts", counts.fired >= third ? [] : [`only ${counts.fired} ran`]);
  tally.note("harness: unescaped payloads fire", "requests", counts.left > 0 ? [] : ["none was seen"]);
  tally.note("harness: unescaped payloads fire", "the page", counts.bent >= third ? [] : [`only ${counts.bent} bent it`]);
}
