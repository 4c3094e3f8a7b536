// The Nu Html Checker (vnu), over a whole folder at once.

import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** What the checker finds in the pages of `folder`, each with its path; null without Java. */
export function invalidMarkup(folder) {
  const jar = join(dirname(createRequire(import.meta.url).resolve("vnu-jar/package.json")), "build/dist/vnu.jar");
  const ran = spawnSync("java", ["-Xss4m", "-jar", jar, "--format", "json", "--skip-non-html", "--exit-zero-always", folder], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (ran.error) return null;
  const { messages } = JSON.parse(ran.stderr);
  return messages
    .filter(({ type, subType }) => type !== "info" || subType === "warning")
    // A file has no origin that 'self' could mean; the policy is tried in the browser.
    .filter(({ message }) => !message.includes("violates Content Security Policy"))
    // A guess at the language of the hostile set's endless words.
    .filter(({ message }) => !message.startsWith("This document appears to be written in"))
    .map(({ url, lastLine, message }) => `${decodeURIComponent(url ?? "").split(`${folder}/`).at(-1)}:${lastLine}: ${message}`);
}
