// The site and the preview in a real browser.
//
// usage: node run.mjs GROUNDS CONTENT HOSTILE [--out FOLDER] [--payloads FILE] [--only site,claims,…]

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { launch } from "./chromium.mjs";
import { checkClaims, checkSearch } from "./claims.mjs";
import { checkFilters } from "./filters.mjs";
import { Tally, step } from "./harness.mjs";
import { hostileSet, isMultiplied } from "./hostile.mjs";
import { checkPreview } from "./preview.mjs";
import { takeScreenshots } from "./screenshots.mjs";
import { selfTest } from "./selftest.mjs";
import { checkSite } from "./site.mjs";
import { checkSpoken } from "./spoken.mjs";
import { checkPayloads } from "./xss/run.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: "string" }, payloads: { type: "string" }, only: { type: "string" } },
});
const [grounds, content, hostile] = positionals.map((path) => resolve(path));
if (!hostile) {
  console.error("usage: node run.mjs GROUNDS CONTENT HOSTILE [--out FOLDER] [--payloads FILE] [--only NAMES]");
  process.exit(2);
}
const only = values.only?.split(",");
const wanted = (name) => !only || only.includes(name);

const work = mkdtempSync(join(tmpdir(), "grounds-browser-"));
const exported = (set, name) => {
  const out = join(work, name);
  execFileSync(grounds, ["export", set, "--out", out, "--allow-errors", "--as-of", "2026-11-22"], { stdio: "ignore" });
  return out;
};
const tally = new Tally();
const browser = await launch();
try {
  const real = exported(content, "real");
  hostileSet(hostile, join(work, "hostile-set"));
  const hard = exported(join(work, "hostile-set"), "hostile");
  if (wanted("harness")) {
    step("the harness");
    await selfTest(browser, tally);
  }
  if (wanted("site")) {
    step("the real set");
    await checkSite(browser, tally, "real", real, {
      budget: (path) => path.startsWith("articles/"),
      accessibleIn: (path, { width, scheme }) =>
        /^(articles|[^/]+$)/.test(path) || (width === 360 && scheme === "dark") || (width === 1440 && scheme === "light"),
    });
    step("the hostile set");
    let turn = 0;
    await checkSite(browser, tally, "hostile", hard, {
      budget: () => false,
      looksOf: (path, looks) => (isMultiplied(path) ? [looks[(turn += 1) % looks.length]] : looks),
      accessibleIn: (path, { width, scheme }) =>
        !isMultiplied(path) && ((width === 360 && scheme === "dark") || (width === 1440 && scheme === "light")),
    });
  }
  if (wanted("claims")) {
    step("claims, by mouse, by keyboard, without scripts");
    await checkClaims(browser, tally, "real", real);
    await checkClaims(browser, tally, "hostile", hard);
  }
  if (wanted("spoken")) {
    step("what assistive technology is told");
    await checkSpoken(browser, tally, "real", real);
    await checkSpoken(browser, tally, "hostile", hard);
  }
  if (wanted("filters")) {
    step("lists and their menus");
    await checkFilters(browser, tally, "real", real);
    await checkFilters(browser, tally, "hostile", hard);
  }
  if (wanted("search")) {
    step("search");
    await checkSearch(browser, tally, "real", real);
  }
  if (wanted("preview")) {
    step("the preview");
    await checkPreview(browser, tally, grounds, content);
  }
  if (wanted("payloads")) {
    step("payloads");
    await checkPayloads(browser, tally, grounds, values.payloads);
  }
  if (values.out) await takeScreenshots(browser, real, resolve(values.out));
} finally {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
}
step("in all");
tally.report();
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed > 0 || tally.passed === 0 ? 1 : 0;
