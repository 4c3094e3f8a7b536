// Every page of a site, at every width, light and dark.

import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { accessibility, blocking, deadLinks, largestPaint, linksOf, sideways, structuredData, weight, WEIGHT } from "./checks/page.mjs";
import { visit, watchPolicy } from "./checks/visit.mjs";
import { invalidMarkup } from "./checks/markup.mjs";
import { inParallel } from "./harness.mjs";
import { serve } from "./server.mjs";

const WIDTHS = [360, 768, 1440];
const SCHEMES = ["light", "dark"];
const LOOKS = WIDTHS.flatMap((width) => SCHEMES.map((scheme) => ({ width, scheme })));

/** The files of a folder, by their paths in it. */
export function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)));
}

/** Where on its host a site is meant to stand, with `/` at both ends. */
function basePath(folder) {
  const { "base-url": url } = JSON.parse(readFileSync(join(folder, "bundle.json"), "utf8"));
  return url && URL.canParse(url) ? new URL(url).pathname.replace(/\/*$/, "/") : "/";
}

/**
 * Checks the site in `folder`. `looksOf` chooses the looks in which a page is tried for being
 * accessible, out of all in which it is laid out; `budget` says which pages have one.
 */
export async function checkSite(browser, tally, name, folder, { budget, looksOf = () => LOOKS, accessibleIn }) {
  const files = filesOf(folder);
  const pages = files.filter((file) => file.endsWith(".html")).sort();
  const base = basePath(folder);
  const { origin, close } = await serve(folder, { base });
  const links = new Map();
  const context = await browser.newContext({ reducedMotion: "reduce" });
  await context.addInitScript(watchPolicy);
  const windows = [await context.newPage(), await context.newPage()];
  let heaviest = 0;
  const check = async (path, worker) => {
    const page = windows[worker];
    const looks = looksOf(path, LOOKS);
    await show(page, looks[0]);
    const visited = await visit(page, `${origin}/${path}`, origin);
    const { seen, html } = visited;
    const subject = `${name} ${path}`;
    tally.note("largest paint comes from the first response", subject, await largestPaint(page, html));
    tally.note("structured data parses", subject, await structuredData(page));
    tally.note("no script blocks, none is inline", subject, await blocking(page));
    links.set(path, await linksOf(page));
    if (budget(path)) {
      const weighs = await weight(page, html);
      heaviest = Math.max(heaviest, weighs);
      const problem = `${weighs} bytes compressed, of ${WEIGHT}`;
      tally.note("an article page is light", subject, weighs <= WEIGHT ? [] : [problem]);
    }
    for (const look of looks) {
      await show(page, look);
      const at = `${subject} at ${look.width} px, ${look.scheme}`;
      tally.note("nothing scrolls sideways", at, await sideways(page));
      if (accessibleIn(path, look)) tally.note("axe-core finds nothing", at, await accessibility(page));
    }
    seen.policy.push(...(await page.evaluate(() => globalThis.policyViolations)));
    tally.note("the console is silent", subject, seen.console);
    tally.note("every resource is there, and of this site", subject, seen.resources);
    tally.note("the policy holds", subject, seen.policy);
    visited.leave();
  };
  await inParallel(pages, windows.length, check);
  for (const path of pages) {
    const dead = deadLinks(links, new Set(files), base).filter((problem) => problem.startsWith(`${path}:`));
    tally.note("every link leads somewhere", `${name} ${path}`, dead);
  }
  await context.close();
  close();
  validate(tally, name, folder, pages);
  console.log(`${name}: ${pages.length} pages, ${links.size} visited; the heaviest article ${heaviest} bytes compressed`);
}

async function show(page, { width, scheme }) {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
}

function validate(tally, name, folder, pages) {
  const problems = invalidMarkup(folder);
  if (problems === null) {
    tally.note("the markup is valid", name, ["not checked: there is no Java"]);
    return;
  }
  for (const path of pages) {
    tally.note("the markup is valid", `${name} ${path}`, problems.filter((problem) => problem.startsWith(`${path}:`)));
  }
}
