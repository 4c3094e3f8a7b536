// Every JSON-LD block of a site, against schema.org's vocabulary as the types of `schema-dts` have it: each type,
// each property that a type has, and what a property may hold.
//
// usage: node json-ld.mjs SITE

import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import typescript from "typescript";

const here = dirname(fileURLToPath(import.meta.url));
const [site] = process.argv.slice(2);

/** The pages of the site, each with its JSON-LD. */
function blocks() {
  const pages = readdirSync(site, { recursive: true }).filter((path) => path.endsWith(".html")).sort();
  return pages.flatMap((path) => {
    const html = readFileSync(join(site, path), "utf8");
    const found = html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs);
    return Array.from(found, ([, text]) => ({ path, data: JSON.parse(text) }));
  });
}

/** What the types say of each block: a program with one constant for each, and the complaints of its compiler by constant. */
function complaints(blocks) {
  const types = [...new Set(blocks.map(({ data }) => data["@type"]))];
  const unknown = types.filter((type) => !/^[A-Z][A-Za-z]+$/.test(type));
  if (unknown.length > 0) throw new Error(`no names of types: ${unknown}`);
  const lines = blocks.map(({ data }, i) => `const block${i}: WithContext<${data["@type"]}> = ${JSON.stringify(data)};`);
  const text = [`import type { WithContext, ${types.join(", ")} } from "schema-dts";`, ...lines, "export {};"].join("\n");
  const name = join(here, "blocks.ts");
  const options = { noEmit: true, strict: true, skipLibCheck: true, types: [], module: typescript.ModuleKind.ESNext, moduleResolution: typescript.ModuleResolutionKind.Bundler };
  const host = typescript.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (path, ...rest) => (path === name ? typescript.createSourceFile(name, text, options.target ?? typescript.ScriptTarget.ESNext) : getSourceFile.call(host, path, ...rest));
  host.fileExists = (path) => path === name || fileExists.call(host, path);
  host.readFile = (path) => (path === name ? text : readFile.call(host, path));
  const program = typescript.createProgram([name], options, host);
  const found = typescript.getPreEmitDiagnostics(program);
  return found.map(({ start, file, messageText }) => ({
    block: file ? file.getLineAndCharacterOfPosition(start).line - 1 : -1,
    why: typescript.flattenDiagnosticMessageText(messageText, "\n").split("\n").slice(0, 4).join(" "),
  }));
}

/** What is wrong must be seen: a type, a property, a value and a nested property that schema.org does not have. */
const WRONG = [
  { "@context": "https://schema.org", "@type": "MedicalWebPage", name: "a", reviewed: "2026-01-01" },
  { "@context": "https://schema.org", "@type": "Claim", text: "a", appearance: "a page" },
  { "@context": "https://schema.org", "@type": "ScholarlyArticle", name: "a", author: [{ "@type": "Person", surname: "b" }] },
  { "@context": "https://schema.org", "@type": "ScholarlyArticle", name: "a", isPartOf: { "@type": "Journal", name: "b" } },
];

const found = blocks();
const all = [...found, ...WRONG.map((data) => ({ path: "wrong on purpose", data }))];
const said = complaints(all);
const unseen = WRONG.filter((_, i) => !said.some(({ block }) => block === found.length + i));
const real = said.filter(({ block }) => block < found.length);
for (const { block, why } of real.slice(0, 20)) console.log(`${found[block]?.path ?? "the types"}: ${why}`);
for (const data of unseen) console.log(`not seen: ${JSON.stringify(data)}`);
const counts = new Map();
for (const { data } of found) counts.set(data["@type"], (counts.get(data["@type"]) ?? 0) + 1);
const kinds = Array.from(counts, ([type, count]) => `${count} ${type}`);
console.log(`schema.org: ${found.length} blocks (${kinds.join(", ")}), ${real.length} complaints; ${WRONG.length - unseen.length} of ${WRONG.length} wrong ones seen`);
process.exitCode = real.length > 0 || unseen.length > 0 || found.length === 0 ? 1 : 0;
