// What a reader does with an article: opens the evidence of its claims, by mouse and by keyboard,
// with scripts and without; and searches.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inParallel } from "./harness.mjs";
import { serve } from "./server.mjs";

/** The claims that an article states, each with the anchors of its passages. */
function stated(article) {
  const claims = new Map();
  for (const { claim, anchor, resolved } of article.passages) {
    if (resolved) claims.set(claim, [...(claims.get(claim) ?? []), anchor]);
  }
  return claims;
}

/** Whether the evidence of a claim can be seen. */
const evidence = (page, claim) => page.locator(`[id="evidence-${claim}"]`).first();

/** What opens something by itself, without a script. */
const POPOVER_OPENER = 'button[popovertarget]:not([popovertargetaction="hide"])';
const OPENERS = `main :is(summary, ${POPOVER_OPENER})`;

const path = (kind, key) => `${kind}/${key === "index" ? "index_" : key}.html`;

/** Run on the page: what stands in the way of opening each claim by its control. */
const controlsOf = (anchors) => {
  const nameOf = (element) =>
    (element.getAttribute("aria-label") ?? element.textContent).replace(/\s+/g, " ").trim();
  const followers = (passage) => {
    const found = [];
    for (let next = passage.nextElementSibling; next && found.length < 3; next = next.nextElementSibling) found.push(next);
    return found;
  };
  return anchors.map((anchor) => {
    const passage = document.getElementById(anchor);
    if (!passage) return { anchor, problem: "the passage is not on the page" };
    const able = "a[href], button, summary";
    const near = [...passage.querySelectorAll(able), ...followers(passage).flatMap((next) => (next.matches(able) ? [next] : Array.from(next.querySelectorAll(able))))];
    const control = near.find((element) => element.matches("button, summary") || element.getAttribute("href").startsWith("#evidence-"))
      ?? passage.parentElement.closest("main *")?.querySelector(":scope > details > summary")
      ?? passage.closest("p, li, td, div")?.nextElementSibling?.querySelector("summary");
    if (!control) return { anchor, problem: "no control opens its evidence" };
    return { anchor, problem: nameOf(control) ? null : "its control has no name" };
  });
};

/** Each claim of each article: named, opened by a click, opened by the keyboard, there without scripts. */
export async function checkClaims(browser, tally, name, folder) {
  const bundle = JSON.parse(readFileSync(join(folder, "bundle.json"), "utf8"));
  const { origin, close } = await serve(folder);
  const scripted = await browser.newContext({ viewport: { width: 1000, height: 800 }, reducedMotion: "reduce" });
  const bare = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1000, height: 800 } });
  const articles = bundle.articles.filter((article) => stated(article).size > 0);
  await inParallel(articles, 2, async (article) => {
    const url = `${origin}/${path("articles", article.slug)}`;
    const subject = `${name} ${article.slug}`;
    const claims = stated(article);
    await byName(scripted, tally, subject, url, claims);
    await byClick(scripted, tally, subject, url, claims);
    await byKeyboard(scripted, tally, subject, url, claims);
    await withoutScripts({ bare, scripted }, tally, subject, url, article, claims);
  });
  await scripted.close();
  await bare.close();
  close();
}

async function byName(context, tally, subject, url, claims) {
  const page = await context.newPage();
  await page.goto(url);
  const found = await page.evaluate(controlsOf, [...claims.values()].flat());
  for (const { anchor, problem } of found) {
    tally.note("every claim has a control with a name", `${subject} #${anchor}`, problem ? [problem] : []);
  }
  await page.close();
}

/** Clicks whatever opens something, and asks which evidence can be seen then. */
async function byClick(context, tally, subject, url, claims) {
  const page = await context.newPage();
  await page.goto(url);
  const hidden = new Set();
  for (const claim of claims.keys()) {
    if (!(await evidence(page, claim).isVisible())) hidden.add(claim);
  }
  const openers = page.locator(OPENERS);
  const seen = new Set();
  const look = async () => {
    const visible = await visibleEvidence(page);
    for (const claim of visible) seen.add(claim);
  };
  const missed = [];
  const count = await openers.count();
  for (let i = 0; i < count; i += 1) {
    const opener = openers.nth(i);
    if (!(await opener.isVisible())) continue;
    const open = await opener.evaluate((element) => element.localName === "summary" && element.parentElement.open);
    if (!open) await opener.click({ timeout: 5000 }).catch((error) => missed.push(String(error).split("\n")[0]));
    await look();
    await closePopover(page);
  }
  for (const claim of claims.keys()) {
    const problems = [];
    if (!hidden.has(claim)) problems.push("its evidence is open from the start");
    if (!seen.has(claim)) problems.push("no click opens its evidence", ...missed);
    tally.note("a click opens the evidence of every claim", `${subject} ${claim}`, problems);
  }
  await page.close();
}

const wordsOf = (text) => text.normalize("NFC").match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

const visibleEvidence = (page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('[id^="evidence-"]'))
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0)
      .map((element) => element.id.slice("evidence-".length)));

/** Closes what is open, since it may lie over the next control. */
const closePopover = (page) => page.evaluate(() => document.querySelector(":popover-open")?.hidePopover());

/** Goes through the page with Tab and presses Enter on whatever opens something. */
async function byKeyboard(context, tally, subject, url, claims) {
  const page = await context.newPage();
  await page.goto(url);
  const opened = new Set();
  let stuck = null;
  for (let stops = 0; stops < 6000; stops += 1) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate((openers) => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      globalThis.firstStop ??= element;
      if (globalThis.wentOn && element === globalThis.firstStop) return null;
      globalThis.wentOn = true;
      const style = getComputedStyle(element);
      const ring = (style.outlineStyle !== "none" && style.outlineWidth !== "0px") || style.boxShadow !== "none";
      const opens = element.matches(openers) && !(element.localName === "summary" && element.parentElement.open);
      return { ring, opens, isPopover: element.localName === "button", html: element.outerHTML.slice(0, 100) };
    }, OPENERS);
    if (!at) break;
    if (!at.ring) stuck ??= `the focus cannot be seen on ${at.html}`;
    if (at.opens) {
      await page.keyboard.press("Enter");
      for (const claim of await visibleEvidence(page)) opened.add(claim);
      // What was opened is closed again, so that the way through the page is that of a reader.
      await page.keyboard.press(at.isPopover ? "Escape" : "Enter");
      if (claims.size > 0 && [...claims.keys()].every((claim) => opened.has(claim))) break;
    }
  }
  tally.note("the focus can be seen", subject, stuck ? [stuck] : []);
  for (const claim of claims.keys()) {
    tally.note("the keyboard alone opens every claim", `${subject} ${claim}`, opened.has(claim) ? [] : ["never opened"]);
  }
  await page.close();
}

/** Without scripts: the words, and the evidence of every claim, and it still opens. */
async function withoutScripts({ bare: context, scripted }, tally, subject, url, article, claims) {
  const page = await context.newPage();
  await page.goto(url);
  const there = await page.evaluate((anchors) =>
    anchors.map((anchor) => document.getElementById(anchor)?.textContent ?? ""), article.passages.map(({ anchor }) => anchor));
  article.passages.forEach(({ text, anchor }, i) => {
    const shown = new Set(wordsOf(there[i]));
    const missing = wordsOf(text).filter((word) => !shown.has(word));
    tally.note("without scripts all words are there", `${subject} #${anchor}`, missing.map((word) => `“${word}” is missing`));
  });
  const bare = wordsOf(await page.locator("main").textContent());
  const other = await scripted.newPage();
  await other.goto(url);
  const full = wordsOf(await other.locator("main").textContent());
  await other.close();
  const less = full.length - bare.length;
  tally.note("scripts add no content", subject, less > 0 ? [`${less} words are there only with scripts`] : []);
  const closed = page.locator("main details:not([open]) > summary");
  for (let i = await closed.count(); i > 0; i -= 1) {
    const summary = closed.last();
    if (!(await summary.isVisible())) break;
    await summary.click();
  }
  const popovers = page.locator(`main ${POPOVER_OPENER}`);
  const seen = new Set(await visibleEvidence(page));
  const count = await popovers.count();
  for (let i = 0; i < count; i += 1) {
    await popovers.nth(i).click({ timeout: 5000 }).catch(() => {});
    for (const claim of await visibleEvidence(page)) seen.add(claim);
    await closePopover(page);
  }
  for (const claim of claims.keys()) {
    tally.note("without scripts evidence opens", `${subject} ${claim}`, seen.has(claim) ? [] : ["its evidence does not open"]);
  }
  await page.close();
}

/** A word that a claim and a study have is found, and the way to them leads there. */
export async function checkSearch(browser, tally, name, folder) {
  const bundle = JSON.parse(readFileSync(join(folder, "bundle.json"), "utf8"));
  const { origin, close } = await serve(folder);
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
  const page = await context.newPage();
  const wanted = [
    ["an article", bundle.articles[0]?.title],
    ["a claim", bundle.claims[0]?.statement],
    ["a study", bundle.studies[0]?.report.title],
  ];
  for (const [kind, text] of wanted) {
    const problems = [];
    try {
      await page.goto(`${origin}/index.html`);
      let box = page.getByRole("searchbox").first();
      if (!(await box.isVisible())) {
        await page.getByRole("link", { name: /search/i }).first().click({ timeout: 3000 });
        box = page.getByRole("searchbox").first();
      }
      const query = text.split(/\s+/).filter((word) => /^\p{L}{4,}$/u.test(word)).slice(0, 4).join(" ");
      await box.fill(query);
      await box.press("Enter");
      const start = text.replace(/\s+/g, " ").slice(0, 24);
      const hit = page.locator("main a, dialog a, [role=search] a").filter({ hasText: start }).first();
      await hit.waitFor({ timeout: 5000 });
      await hit.click();
      await page.waitForURL(/(articles|claims|studies)\//, { timeout: 5000 });
      const shown = (await page.locator("main").textContent()).replace(/\s+/g, " ");
      if (!shown.includes(start)) problems.push(`led to ${page.url()}, which does not have “${start}”`);
    } catch (error) {
      problems.push(String(error).split("\n")[0]);
    }
    tally.note("search finds", `${name}: ${kind}`, problems);
  }
  await context.close();
  close();
}
