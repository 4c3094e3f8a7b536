// The harness itself: a page that is wrong in every way must fail every check, and a page that is
// right must pass them all. A check that cannot fail proves nothing.

import { mkdtempSync, mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { accessibility, blocking, deadLinks, largestPaint, linksOf, sideways, structuredData, weight, WEIGHT } from "./checks/page.mjs";
import { visit, watchPolicy } from "./checks/visit.mjs";
import { invalidMarkup } from "./checks/markup.mjs";
import { serve } from "./server.mjs";

const RIGHT = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A page that is right</title>
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "WebPage", "name": "Right"}</script>
<link rel="icon" href="right.svg">
<link rel="stylesheet" href="right.css">
</head>
<body>
<main>
<h1 id="top">A page that is right</h1>
<p>It says something, and <a href="#top">leads to its top</a>.</p>
</main>
</body>
</html>
`;

const noise = Array.from({ length: 90_000 }, (_, i) => ((i * 2654435761) >>> 7).toString(36)).join(" ");

const WRONG = `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<title></title>
<script type="application/ld+json">{"@context": </script>
<link rel="stylesheet" href="missing.css">
<link rel="stylesheet" href="wrong.css">
<script src="wrong.js"></script>
</head>
<body>
<p id="twice" style="color: red">Words that are too wide and too pale.</p>
<p id="twice"><a href="nowhere.html">nowhere</a> <a href="right.html#gone">gone</a></p>
<img src="https://elsewhere.invalid/pixel.png">
<button></button>
<div><p></div></p>
<!-- ${noise} -->
</body>
</html>
`;

const SCRIPT = `console.error("planted");
addEventListener("load", () => {
  const late = document.createElement("h1");
  late.textContent = "The largest words of the page, which only a script has written";
  late.setAttribute("class", "late");
  late.style.fontSize = "90px";
  document.body.prepend(late);
});
throw new Error("planted too");
`;

export async function selfTest(browser, tally) {
  const folder = mkdtempSync(join(tmpdir(), "grounds-selftest-"));
  mkdirSync(folder, { recursive: true });
  const files = { "right.html": RIGHT, "right.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "right.css": "body { color: #000; background: #fff; }", "wrong.html": WRONG, "wrong.css": "p { color: #bbb; background: #fff; width: 3000px; }", "wrong.js": SCRIPT };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const { origin, close } = await serve(folder);
  const context = await browser.newContext({ viewport: { width: 360, height: 800 } });
  await context.addInitScript(watchPolicy);
  const found = {};
  const links = new Map();
  for (const name of ["right", "wrong"]) {
    const page = await context.newPage();
    const { seen, html } = await visit(page, `${origin}/${name}.html`, origin);
    await page.waitForTimeout(300);
    links.set(`${name}.html`, await linksOf(page));
    found[name] = {
      console: seen.console,
      resources: seen.resources,
      policy: [...seen.policy, ...(await page.evaluate(() => globalThis.policyViolations))],
      sideways: await sideways(page),
      accessibility: await accessibility(page),
      "structured data": await structuredData(page),
      "blocking scripts": await blocking(page),
      weight: (await weight(page, html)) > WEIGHT ? ["too heavy"] : [],
      "largest paint": await largestPaint(page, html),
    };
    await page.close();
  }
  const names = new Set(Object.keys(files));
  found.right.links = deadLinks(new Map([["right.html", links.get("right.html")]]), names);
  found.wrong.links = deadLinks(links, names);
  const wrongLinks = ["twice", "leads nowhere", "has no such anchor"];
  const missed = wrongLinks.filter((words) => !found.wrong.links.some((problem) => problem.includes(words)));
  const markup = invalidMarkup(folder);
  if (markup !== null) {
    found.right.markup = markup.filter((problem) => problem.startsWith("right.html"));
    found.wrong.markup = markup.filter((problem) => problem.startsWith("wrong.html"));
  }
  for (const check of Object.keys(found.wrong)) {
    tally.note("harness: what is right passes", check, found.right[check]);
    tally.note("harness: what is wrong fails", check, found.wrong[check].length > 0 ? [] : ["the planted fault was not found"]);
  }
  tally.note("harness: what is wrong fails", "each kind of dead link", missed);
  await context.close();
  close();
}
