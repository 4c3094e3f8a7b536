// The free-text fields of the content format, as its schemas have them.

import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Fields that are text in the schema, but name something that must exist for a set to be read. */
const NAMES = new Set([
  "settings/csl-style",
  "settings/theme",
  "settings/policy",
  "settings/retractions",
  "article/suppress/*/rule",
  "claim/suppress/*/rule",
  "study/suppress/*/rule",
  "vocabulary/suppress/*/rule",
]);

/** The paths of the free-text fields of a kind of record: `*` is any item or any key. */
export function freeText(schemas, kind) {
  const schema = JSON.parse(readFileSync(join(schemas, `${kind}.schema.json`), "utf8"));
  const found = new Set();
  const walk = (node, path, within) => {
    if (!node || typeof node !== "object") return;
    if (node.$ref) {
      const name = node.$ref.split("/").at(-1);
      if (!within.has(name)) walk(schema.$defs[name], path, new Set([...within, name]));
      return;
    }
    // Any text that is not blank: no other pattern, no list of words.
    if ([node.type].flat().includes("string") && node.pattern?.startsWith("[^\\s") && !node.format) found.add(path);
    for (const [name, child] of Object.entries(node.properties ?? {})) walk(child, `${path}/${name}`, within);
    for (const child of Object.values(node.patternProperties ?? {})) walk(child, `${path}/*`, within);
    walk(node.additionalProperties, `${path}/*`, within);
    walk(node.items, `${path}/*`, within);
    for (const child of [...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? [])]) walk(child, path, within);
  };
  walk(schema, kind, new Set());
  return [...found].filter((path) => !NAMES.has(path));
}

/** The paths of a record at which `payload` stands, alone or after a prefix. */
export function filled(kind, record, payload) {
  const found = new Set();
  const steps = freeMaps[kind] ?? [];
  const walk = (value, path) => {
    if (typeof value === "string") {
      if (value.includes(payload)) found.add(path);
    } else if (Array.isArray(value)) {
      value.forEach((item) => walk(item, `${path}/*`));
    } else if (value && typeof value === "object") {
      const isMap = steps.includes(path);
      for (const [name, child] of Object.entries(value)) walk(child, `${path}/${isMap ? "*" : name}`);
    }
  };
  walk(record, kind);
  return found;
}

/** The objects whose keys are chosen by authors. */
const freeMaps = {
  vocabulary: ["vocabulary/concepts"],
  claim: ["claim/derivations"],
  study: ["study/arms", "study/findings", "study/quotes", "study/derivations", "study/findings/*/values"],
};
