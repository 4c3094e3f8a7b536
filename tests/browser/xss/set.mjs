// A content set with one text in every free-text field and in every place of prose.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const review = (text) => ({ by: text, on: "2026-06-01", due: "2027-06-01", change: text });
const suppress = (text) => [{ rule: "claim/no-evidence", reason: text }];

/** The records of a set, by kind: every free-text field holds `text`. */
export function records(text) {
  // In an address, blanks are written as such; then it is one, with the text in it.
  const address = (start) => start + text.replace(/\s/g, "%20");
  const directness = Object.fromEntries(
    ["population", "intervention", "comparator", "outcome", "species", "follow-up"]
      .map((dimension) => [dimension, { judgement: "narrower", reason: text }]),
  );
  // The two are of different years, so that lists have them in the same order whatever the text is.
  const study = (link, issued) => ({
    report: {
      type: "article-journal",
      title: text,
      author: [
        { family: text, given: text, suffix: text, "non-dropping-particle": text, ORCID: link("https://orcid.org/") },
        { literal: text },
      ],
      issued,
      "container-title": text,
      publisher: text,
      volume: text,
      issue: text,
      page: text,
      language: text,
      DOI: link("10.5555/"),
      PMID: link(""),
      PMCID: link("PMC"),
      ISSN: link(""),
      ISBN: link(""),
      URL: link("https://example.org/"),
    },
    design: "rct",
    species: "human",
    registration: link("NCT"),
    cohort: text,
    population: { concepts: ["adults"], enrolled: 60, description: text, severity: { scale: text, from: "1", to: "2" } },
    arms: {
      tea: { interventions: ["tea"], n: 30, description: text },
      water: { interventions: ["water"], n: 30, description: text },
    },
    findings: {
      main: {
        outcome: "sleep",
        summary: text,
        at: text,
        measure: "risk-ratio",
        unit: text,
        values: { tea: "2.5", water: "1.5" },
        contrast: { arm: "tea", against: "water" },
        estimate: "1.5",
        interval: { level: "95", low: "1.1", high: "2.1" },
        p: "0.04",
        locator: text,
        source: text,
      },
    },
    derivations: {
      drawn: {
        method: "difference",
        of: [{ finding: "main", arm: "tea", number: "value" }, { finding: "main", arm: "water", number: "value" }],
        value: "1.0",
        unit: text,
      },
    },
    quotes: { main: { text, locator: text } },
    limitations: [text],
    funding: text,
    standing: [
      { event: "concern", on: "2021-01", reason: text, notice: link("10.5555/"), source: link("https://example.org/") },
      { event: "retracted", on: "2022-01", reason: text, notice: link("10.5555/"), source: link("https://example.org/") },
    ],
    sources: [link("https://example.org/")],
    note: text,
    suppress: suppress(text),
  });
  const claim = (basis) => ({
    statement: text,
    variations: [text],
    kind: "efficacy",
    basis,
    scope: {
      population: ["adults"],
      severity: { scale: text, from: "1", to: "2" },
      intervention: ["tea"],
      comparator: ["water"],
      outcome: "sleep",
      at: text,
    },
    effect: "increase",
    ...(basis === "evidence" && {
      certainty: {
        level: "low",
        start: "high",
        downgrades: [{ domain: "risk-of-bias", steps: 2, reason: text }],
        upgrades: [{ domain: "large-effect", steps: 1, reason: text }],
      },
      evidence: [
        { study: "plain", relation: "supports", finding: "main", "cited-as": "retracted", directness, explanation: text },
        { study: "linked", relation: "disputes", "cited-as": "retracted", explanation: text },
      ],
      derivations: {
        drawn: {
          method: "difference",
          of: [{ study: "plain", finding: "main", arm: "tea", number: "value" }, { study: "plain", finding: "main", arm: "water", number: "value" }],
          value: "1.0",
          unit: text,
        },
      },
    }),
    note: text,
    review: review(text),
    "former-reviews": [{ by: text, on: "2025-06-01", change: text }],
    suppress: suppress(text),
  });
  const concept = (kind) => ({ label: text, kind, synonyms: [text], definition: text, mesh: text, "same-as": [text, address("https://example.org/")] });
  const article = { title: text, description: text, lang: text, authors: [text], published: "2026-06-01", review: review(text), suppress: suppress(text) };
  const words = { "very-uncertain": [text], may: [text], probably: [text], reporting: [text], absolute: [text], hanging: [text], "no-effect": [text], relative: [text], "unnamed-research": [text], ignore: [text] };
  return {
    settings: { title: text, description: text, language: text, "base-url": address("https://example.org/"), wording: words },
    vocabulary: {
      concepts: {
        adults: concept("population"),
        tea: concept("intervention"),
        water: concept("intervention"),
        sleep: { ...concept("outcome"), "important-difference": { value: "1", unit: text, source: text } },
      },
      suppress: suppress(text),
    },
    article: { words: article },
    claim: { stated: claim("evidence"), guess: claim("speculative") },
    study: { plain: study(() => text, "2020"), linked: study(address, "2019") },
  };
}

/** Words as Markdown that says just these words. */
const literal = (text) => text.replace(/\s+/g, " ").trim().replace(/[!-/:-@[-`{-~]/g, "\\$&");

const fence = (text, least) => {
  const runs = (text.match(/`+/g) ?? []).map((run) => run.length);
  return "`".repeat(Math.max(least, ...runs.map((run) => run + 1)));
};

/** Every place of prose, with the text as words. */
function prose(text) {
  const words = literal(text);
  const tick = fence(text, 1);
  const block = fence(text, 3);
  const line = text.replace(/\s+/g, " ");
  return `# ${words}

${words}

- ${words}
- *${words}* **${words}** ~~${words}~~

1. ${words}

> ${words}

| ${words} | head |
|---|---|
| ${words} | ${words} |

[${words}]{claim=stated} [${words} @plain, p. ${words}; see @linked, ${words}].

[${words}]{.speculative claim=guess}

::: {.advice}
${words}
:::

[${words}](https://example.org/ "${words}") ![${words}](https://example.org/x.png "${words}")

A note[^one].

[^one]: ${words}

${tick} ${line} ${tick}

${block}text
${text}
${block}
`;
}

/** Every place of prose, with the text as it is: what it means there is up to Markdown. */
function raw(text) {
  return `${text}

Words ${text} words.

# ${text}

- ${text}

> ${text}

| ${text} |
|---|
| ${text} |

[link](<${text}>) [link](${text}) <${text}> ![image](${text} "${text}")

[span]{#${text} .${text} key="${text}"} [span]{claim="${text}"} [@${text}] [${text} @plain, ${text}]

::: {${text}}
${text}
:::

[label]: ${text} "${text}"

[label] [^${text}]

[^${text}]: ${text}

\`\`\`${text}
code
\`\`\`
`;
}

// JSON is YAML.
const yaml = (value) => `${JSON.stringify(value, null, 1)}\n`;

const toml = ({ wording, ...rest }) => {
  const string = (text) => JSON.stringify(text).replace(/\u007f/g, "\\u007f");
  const line = ([key, value]) => `${key} = ${Array.isArray(value) ? `[${value.map(string).join(", ")}]` : string(value)}`;
  return `${Object.entries(rest).map(line).join("\n")}\n\n[wording]\n${Object.entries(wording).map(line).join("\n")}\n`;
};

/** Writes the set with `text` in every field, and as words in every place of prose. */
export function writeSet(folder, text) {
  write(folder, records(text));
  writeFileSync(join(folder, "articles/words.md"), `---\n${yaml(records(text).article.words)}---\n\n${prose(text)}`);
}

/** Writes a set of harmless records, with `text` as it is in every place of prose. */
export function writeRawSet(folder, text) {
  write(folder, records("placeholder"));
  writeFileSync(join(folder, "articles/words.md"), `---\ntitle: placeholder\n---\n\n${raw(text)}`);
}

function write(folder, { settings, vocabulary, claim, study }) {
  for (const kind of ["articles", "claims", "studies"]) mkdirSync(join(folder, kind), { recursive: true });
  writeFileSync(join(folder, "grounds.toml"), toml(settings));
  writeFileSync(join(folder, "vocabulary.yaml"), yaml(vocabulary));
  for (const [key, record] of Object.entries(claim)) writeFileSync(join(folder, `claims/${key}.yaml`), yaml(record));
  for (const [key, record] of Object.entries(study)) writeFileSync(join(folder, `studies/${key}.yaml`), yaml(record));
}
