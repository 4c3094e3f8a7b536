// What the site looks like, for people to look at; nothing is compared.

import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { serve } from "./server.mjs";

export async function takeScreenshots(browser, folder, out) {
  mkdirSync(out, { recursive: true });
  const bundle = JSON.parse(readFileSync(join(folder, "bundle.json"), "utf8"));
  const article = bundle.articles[0].slug;
  const retracted = bundle.studies.find((study) => study.standing.retracted) ?? bundle.studies[0];
  const claim = bundle.claims.find((claim) => claim.evidence.length > 1) ?? bundle.claims[0];
  const { origin, close } = await serve(folder);
  const take = async (name, path, { width = 1200, height = 900, scale = 2, scheme = "light", media = "screen", prepare, full = false } = {}) => {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, deviceScaleFactor: scale });
    const page = await context.newPage();
    await page.emulateMedia({ media, colorScheme: scheme });
    await page.goto(`${origin}/${path}`);
    await prepare?.(page);
    await page.screenshot({ path: join(out, `${name}.png`), fullPage: full, animations: "disabled" });
    await context.close();
  };
  const open = async (page) => {
    const control = page.locator('main button[popovertarget]:not([popovertargetaction="hide"])').first();
    await control.scrollIntoViewIfNeeded();
    await control.click();
  };
  const below = async (page) => {
    const control = page.locator('main button[popovertarget]:not([popovertargetaction="hide"])').first();
    await control.evaluate((mark) => scrollBy({ top: mark.getBoundingClientRect().top - 190, behavior: "instant" }));
    await control.click();
  };
  await take("start", "index.html");
  await take("article", `articles/${article}.html`);
  await take("article-dark", `articles/${article}.html`, { scheme: "dark" });
  await take("article-phone", `articles/${article}.html`, { width: 360 });
  await take("article-whole", `articles/${article}.html`, { full: true });
  await take("opened-claim", `articles/${article}.html`, { prepare: open });
  await take("opened-claim-phone", `articles/${article}.html`, { width: 360, prepare: open });
  await take("claim", `claims/${claim.id}.html`, { full: true });
  await take("study", `studies/${retracted.key}.html`, { full: true });
  await take("print", `articles/${article}.html`, { media: "print", width: 800, full: true });
  await take("evidence-map", "evidence-map.html", { full: true });
  await take("claims", "claims/index.html");
  await take("claims-phone-dark", "claims/index.html", { width: 360, scheme: "dark" });
  await take("claim-phone-dark", `claims/${claim.id}.html`, { width: 360, scheme: "dark", full: true });
  await take("studies", "studies/index.html");
  await take("study-wide", `studies/${(bundle.studies.find((study) => study.arms.length > 1 && study.findings.length > 0) ?? retracted).key}.html`, { width: 1440, full: true });
  await take("search", "search.html", { prepare: (page) => page.locator("input[type=search]").fill(bundle.claims[0].statement.split(" ")[0]) });
  // The two of the README.
  const last = bundle.articles.at(-1).slug;
  await take("readme-article", `articles/${last}.html`, { width: 860, height: 860, scale: 1, prepare: below });
  await take("readme-phone-dark", `articles/${last}.html`, { width: 360, height: 740, scale: 1, scheme: "dark", prepare: (page) => page.evaluate(() => document.querySelector("main h2").scrollIntoView({ behavior: "instant" })) });
  close();
}
