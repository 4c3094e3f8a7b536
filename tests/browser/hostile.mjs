// The hostile fixture, and on top of it one article that states hundreds of claims.

import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** How many claims the longest article states. */
export const CLAIMS = 240;

/** Whether a page was multiplied: its like are tried in turn, not each in every look. */
export const isMultiplied = (path) => /^claims\/number-\d+\.html$/.test(path);

export function hostileSet(fixture, folder) {
  cpSync(fixture, folder, { recursive: true });
  const passages = [];
  for (let i = 1; i <= CLAIMS; i += 1) {
    const study = ["example-2020", "many-2021"][i % 2];
    const finding = i % 2 === 0 ? "sleep-12w" : `result-${(i % 12) + 1}`;
    const statement = `Tea number ${i} may lengthen sleep.`;
    writeFileSync(join(folder, `claims/number-${i}.yaml`), `statement: ${JSON.stringify(statement)}
kind: efficacy
basis: evidence
scope: {population: [adults], intervention: [tea], comparator: [water], outcome: sleep}
effect: increase
certainty: {level: high, start: high}
evidence:
  - {study: ${study}, relation: supports, finding: ${finding}}
`);
    passages.push(`[${statement.slice(0, -1)}]{claim=number-${i}} [@${study}].`);
  }
  const paragraphs = [];
  for (let i = 0; i < passages.length; i += 6) paragraphs.push(passages.slice(i, i + 6).join("\n"));
  writeFileSync(join(folder, "articles/many-claims.md"), `---
title: An article that states ${CLAIMS} claims
authors: [A. Writer]
---

${paragraphs.join("\n\n")}
`);
}
