// The preview: an edit comes to the screen, with what is wrong beside its words.

import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { watchPolicy } from "./checks/visit.mjs";

/** An edit must be on the screen so soon, in milliseconds; on a busy machine this only is printed. */
const SOON = 200;

async function start(grounds, content) {
  const folder = mkdtempSync(join(tmpdir(), "grounds-preview-"));
  cpSync(content, join(folder, "content"), { recursive: true });
  // On its host the site stands below a path.
  const settings = join(folder, "content/grounds.toml");
  writeFileSync(settings, readFileSync(settings, "utf8").replace(/^(base-url = ".*?)\/?"$/m, '$1/below/this"'));
  const child = spawn(grounds, ["serve", "content", "--port", "0", "--as-of", "2026-11-22"], { cwd: folder });
  let said = "";
  child.stderr.on("data", (data) => (said += data));
  for (let i = 0; i < 600 && !/serving (\S+)/.test(said); i += 1) await new Promise((go) => setTimeout(go, 50));
  const [, origin] = /serving (\S+)\//.exec(said) ?? [];
  if (!origin) throw new Error(`the preview does not start:\n${said}`);
  return { origin, child, at: (path) => join(folder, "content", path) };
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

export async function checkPreview(browser, tally, grounds, content) {
  const { origin, child, at } = await start(grounds, content);
  const name = readdirSync(at("articles")).filter((file) => file.endsWith(".md")).sort()[0];
  const article = at(`articles/${name}`);
  const sound = readFileSync(article, "utf8");
  const save = (text) => {
    writeFileSync(`${article}~`, text);
    renameSync(`${article}~`, article);
  };
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  await context.addInitScript(watchPolicy);
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  const check = async (what, work) => {
    const problems = [];
    try {
      await work(problems);
    } catch (error) {
      problems.push(String(error).split("\n").slice(0, 3).join(" "));
    }
    tally.note("preview", what, problems);
  };
  try {
    await page.goto(`${origin}/articles/${name.replace(/\.md$/, ".html")}`);
    await page.locator("grounds-preview").waitFor({ state: "attached" });
    await check("an edit is on the screen", () => edits(page, save, sound));
    await check("an edit is put in place, and what is open stays open", (problems) => inPlace(page, save, sound, problems));
    await check("what is not there is said in the site's own style", async (problems) => {
      const other = await context.newPage();
      await other.goto(`${origin}/nowhere.html`);
      const styled = await other.evaluate(() => Array.from(document.styleSheets).some((sheet) => sheet.href.endsWith("/style.css") && sheet.cssRules.length > 10));
      if (!styled) problems.push("it has no style");
      await other.locator("header.site a").first().click();
      await other.locator("h1").waitFor({ timeout: 5000 });
      if ((await other.title()).includes("404")) problems.push("its link to the start leads nowhere");
      await other.close();
    });
    const panel = page.locator("grounds-preview");
    const note = page.locator("grounds-note");
    save(`${sound}\nNeedling *cures* baldness in 90 % of men.\n`);
    await check("a diagnostic stands beside its sentence", async (problems) => {
      const shown = note.filter({ hasText: "citation/unaccounted-sentence" });
      await shown.waitFor({ timeout: 10_000 });
      const before = await shown.evaluate((element) => {
        let previous = element.previousElementSibling;
        while (previous?.localName === "grounds-note") previous = previous.previousElementSibling;
        return (previous ?? element.parentElement).textContent;
      });
      if (!before.includes("Needling cures baldness")) problems.push(`it stands after “${before.slice(0, 80)}”`);
      const words = await shown.locator(".note").innerText();
      for (const part of ["error", "makes a claim", "help:"]) if (!words.includes(part)) problems.push(`it does not say “${part}”`);
      const marked = await page.evaluate(() => Array.from(CSS.highlights.get("grounds-error") ?? [], String));
      if (!marked.some((text) => text.startsWith("Needling cures baldness"))) problems.push(`marked are ${JSON.stringify(marked)}`);
    });
    await check("the list counts errors and links elsewhere", async () => {
      await panel.locator("summary").click();
      await panel.getByRole("heading", { name: "On this page" }).waitFor({ timeout: 5000 });
      await panel.getByText(/[1-9]\d* error/).waitFor({ timeout: 5000 });
    });
    save(sound.replace(/^---$/m, "--"));
    await check("broken content leaves the last good site, and says so", async (problems) => {
      await panel.getByText("This is the last good site.").waitFor({ timeout: 10_000 });
      const words = await page.locator("main").innerText();
      if (words.length < 1000) problems.push("the article is gone");
    });
    save(sound);
    await check("mended content is live again", async () => {
      await panel.getByText("nothing to report").waitFor({ timeout: 10_000 });
      await page.waitForFunction(() => document.querySelectorAll("grounds-note").length === 0, null, { timeout: 10_000 });
    });
    const violations = await page.evaluate(() => globalThis.policyViolations);
    tally.note("preview", "the policy holds", violations);
    tally.note("preview", "the console is silent", complaints);
    child.kill("SIGINT");
    await check("a page says when the preview has stopped", () =>
      panel.getByText("The preview has stopped").waitFor({ timeout: 10_000 }));
  } finally {
    child.kill();
    await context.close();
  }
}

/** An edit of the prose and of the title, while evidence is open, below the top of the page. */
async function inPlace(page, save, sound, problems) {
  await page.evaluate(() => {
    globalThis.stayed = true;
    scrollTo(0, 400);
  });
  const mark = page.locator('main button[popovertarget]:not([popovertargetaction="hide"])').last();
  await mark.scrollIntoViewIfNeeded();
  await mark.click();
  const before = await page.evaluate(() => ({ open: document.querySelector(":popover-open").id, at: scrollY }));
  const words = "Context that comes while evidence is open.";
  save(`${sound.replace(/^title: .*$/m, "title: Another title")}\n[${words}]{.context}\n`);
  await page.getByText(words).waitFor({ timeout: 10_000 });
  const after = await page.evaluate(() => ({
    stayed: globalThis.stayed === true,
    open: document.querySelector(":popover-open")?.id,
    at: scrollY,
    title: document.title,
    heading: document.querySelector("h1").textContent,
    panels: document.querySelectorAll("grounds-preview").length,
  }));
  if (!after.stayed) problems.push("the page was loaded again");
  if (after.open !== before.open) problems.push(`open is ${after.open}, not ${before.open}`);
  if (Math.abs(after.at - before.at) > 100) problems.push(`it was scrolled to ${before.at}, and is at ${after.at}`);
  if (after.heading !== "Another title" || !after.title.startsWith("Another title")) problems.push(`it is called ${after.title}: ${after.heading}`);
  if (after.panels !== 1) problems.push(`${after.panels} lists of notes`);
  await page.keyboard.press("Escape");
  save(sound);
  await page.getByText(words).waitFor({ state: "detached", timeout: 10_000 });
}

/** Edits the article again and again, and measures from the write to the words on the page. */
async function edits(page, save, sound) {
  const took = [];
  for (let i = 1; i <= 15; i += 1) {
    const words = `Context of edit number ${i}.`;
    const text = `${sound}\n[${words}]{.context}\n`;
    const began = performance.now();
    save(text);
    await page.getByText(words).waitFor({ timeout: 10_000 });
    took.push(performance.now() - began);
  }
  const sorted = [...took].sort((a, b) => a - b).map(Math.round);
  console.log(`preview: from the write to the screen, median ${Math.round(median(took))} ms, `
    + `${sorted.at(0)} to ${sorted.at(-1)} ms over ${took.length} edits (aim: under ${SOON} ms)`);
}
