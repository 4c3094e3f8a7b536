// What assistive technology is told: Chromium's accessibility tree of claims, their evidence and their pictures.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { serve } from "./server.mjs";

/** The accessibility tree of a page, by the elements that it is about. */
class Tree {
  #client;
  #nodes;
  #byElement;

  static async of(page) {
    const tree = new Tree();
    tree.#client = await page.context().newCDPSession(page);
    await tree.#client.send("Accessibility.enable");
    return tree.read();
  }

  /** Reads it anew. */
  async read() {
    const { nodes } = await this.#client.send("Accessibility.getFullAXTree");
    this.#nodes = new Map(nodes.map((node) => [node.nodeId, node]));
    this.#byElement = new Map(nodes.map((node) => [node.backendDOMNodeId, node]));
    return this;
  }

  /** The nodes of all elements that a selector finds, in the order of the page; nothing for one that is not in the tree. */
  async all(selector) {
    const { root } = await this.#client.send("DOM.getDocument", { depth: 0 });
    const { nodeIds } = await this.#client.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector });
    return Promise.all(nodeIds.map(async (nodeId) => {
      const { node } = await this.#client.send("DOM.describeNode", { nodeId });
      const found = this.#byElement.get(node.backendNodeId);
      return found && !found.ignored ? found : undefined;
    }));
  }

  async one(selector) {
    return (await this.all(selector))[0];
  }

  /** What is said from a node on, in order: the text, and the name of what is no text. */
  said(node) {
    const parts = [];
    const walk = (id) => {
      const at = this.#nodes.get(id);
      if (!at) return;
      const role = at.role?.value;
      if (role === "StaticText" || role === "image") parts.push(at.name?.value ?? "");
      else for (const child of at.childIds ?? []) walk(child);
    };
    walk(node.nodeId);
    return spaced(parts.join(" "));
  }
}

const spaced = (text) => text.normalize("NFC").replace(/\s+/g, " ").trim();
/** The words alone: a citation, a mark or a line's end may stand between them. */
const words = (text) => (text.normalize("NFC").match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).join(" ");
const role = (node) => node?.role?.value;
const named = (node) => spaced(node?.name?.value ?? "");
const property = (node, name) => node?.properties?.find((property) => property.name === name)?.value?.value;
const page = (folder, key) => `${folder}/${key === "index" ? "index_" : key}.html`;

const STANDINGS = ["well supported", "limited evidence", "disputed", "not rated", "unsupported", "no direct evidence"];
const ASKS = " show what this stands on";

/** What is said of each claim on its article's page and on its own. */
export async function checkSpoken(browser, tally, name, folder) {
  const bundle = JSON.parse(readFileSync(join(folder, "bundle.json"), "utf8"));
  const { origin, close } = await serve(folder);
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, reducedMotion: "reduce" });
  const window = await context.newPage();
  const claims = new Map(bundle.claims.map((claim) => [claim.id, claim]));
  const studies = new Map(bundle.studies.map((study) => [study.key, study]));
  for (const article of bundle.articles) {
    const stated = article.passages.filter(({ claim, resolved }) => resolved && claims.has(claim));
    if (stated.length === 0) continue;
    await window.goto(`${origin}/${page("articles", article.slug)}`);
    const tree = await Tree.of(window);
    const subject = `${name} ${article.slug}`;
    await marks(tree, tally, subject, stated, claims);
    // Enough of them: each panel is made by the same template.
    const few = new Map(stated.map(({ claim }) => [claim, claims.get(claim)]));
    for (const claim of [...few.values()].slice(0, 12)) await panel(window, tree, tally, subject, claim, studies);
  }
  for (const claim of bundle.claims.slice(0, 60)) {
    await window.goto(`${origin}/${page("claims", claim.id)}`);
    await pictures(await Tree.of(window), tally, `${name} ${claim.id}`, window);
  }
  await context.close();
  close();
}

/** Each mark is a button that says the standing and what it does; a speculative passage is called so before its words. */
async function marks(tree, tally, subject, stated, claims) {
  const buttons = await tree.all("main button.mark");
  for (const [i, button] of buttons.entries()) {
    const problems = [];
    if (role(button) !== "button") problems.push(`it is ${role(button) ?? "not in the tree"}`);
    if (!STANDINGS.some((standing) => words(named(button)) === standing + ASKS)) problems.push(`it is called “${named(button)}”`);
    if (property(button, "expanded") !== false) problems.push("it does not say that something is closed");
    tally.note("spoken: a mark says how its claim stands and what it opens", `${subject}, mark ${i + 1}`, problems);
  }
  if (buttons.length < new Set(stated.map(({ claim }) => claim)).size) {
    tally.note("spoken: a mark says how its claim stands and what it opens", subject, [`only ${buttons.length} marks`]);
  }
  const prose = words(tree.said(await tree.one("main")));
  for (const { claim, text, speculative } of stated) {
    if (!speculative && claims.get(claim).basis !== "speculative") continue;
    const told = prose.includes(words(`[speculative] ${text}`));
    tally.note("spoken: a speculative claim is called so before its words", `${subject} ${claim}`, told ? [] : [`“${text}” is not`]);
  }
}

/** The open evidence is a dialog with the name of the claim, and says all that it shows. */
async function panel(window, tree, tally, subject, claim, studies) {
  const problems = [];
  const opener = window.locator(`button.mark[popovertarget="evidence-${claim.id}"]`).first();
  await opener.focus();
  await window.keyboard.press("Enter");
  await tree.read();
  const id = `[id="evidence-${claim.id}"]`;
  const dialog = await tree.one(id);
  if (role(dialog) !== "dialog") problems.push(`it is ${role(dialog) ?? "not in the tree"}`);
  const label = claim.basis === "speculative" ? "[speculative] " : "";
  if (words(named(dialog)) !== words(label + claim.statement)) problems.push(`it is called “${named(dialog)}”`);
  const said = dialog ? tree.said(dialog) : "";
  if (claim.basis === "evidence" && !/certainty of the evidence/i.test(said)) problems.push("it does not say how certain it is");
  if (claim.basis === "speculative" && !said.includes("No direct evidence")) problems.push("it does not say that there is no evidence");
  for (const line of claim.evidence) {
    const study = studies.get(line.study);
    const wanted = study ? study.label : `[missing study: ${line.study}]`;
    if (!words(said).includes(words(wanted))) problems.push(`it does not name ${wanted}`);
    if (study?.standing.retracted && !said.includes("Retracted.")) problems.push(`it does not say that ${wanted} was retracted`);
  }
  if (!said.includes("Close")) problems.push("it cannot be closed");
  const mark = (await tree.all(`button.mark[popovertarget="evidence-${claim.id}"]`))[0];
  if (property(mark, "expanded") !== true) problems.push("its mark does not say that it is open");
  await window.keyboard.press("Escape");
  await tree.read();
  if (await tree.one(id)) problems.push("it is said after it was closed, too");
  tally.note("spoken: open evidence is a dialog that says all it shows", `${subject} ${claim.id}`, problems);
}

/** A picture is one image, named by what it shows and described by its numbers. */
async function pictures(tree, tally, subject, window) {
  const drawn = await window.locator("figure.forest svg").evaluateAll((pictures) => pictures.map((picture) => ({
    title: picture.querySelector("title").textContent,
    values: Array.from(picture.querySelectorAll("text.value"), (text) => text.textContent),
    names: Array.from(picture.querySelectorAll("text.name"), (text) => text.textContent),
  })));
  const nodes = await tree.all("figure.forest svg");
  for (const [i, { title, values, names }] of drawn.entries()) {
    const problems = [];
    const node = nodes[i];
    if (role(node) !== "image") problems.push(`it is ${role(node) ?? "not in the tree"}`);
    if (!named(node).startsWith(spaced(title))) problems.push(`it is called “${named(node)}”`);
    // The name has the numbers, too: not every screen reader says descriptions of pictures.
    const described = named(node);
    for (const value of values) if (!described.includes(spaced(value))) problems.push(`it does not say ${value}`);
    if (names.length !== values.length || names.length < 2) problems.push(`${names.length} names, ${values.length} values`);
    if (!described.includes("not pooled")) problems.push("it does not say that nothing is pooled");
    tally.note("spoken: a forest plot is an image with its numbers in words", subject, problems);
  }
}
