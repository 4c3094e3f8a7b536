// Serves a folder, or pages made up for the harness, with the policy that a site should bear.

import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".xml": "application/xml",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

/** The policy under which every page must work. */
export const POLICY = "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

const type = (path) => TYPES[extname(path)] ?? "application/octet-stream";

/**
 * Serves `folder`. With `policy` null, no page has a policy, also not its own: then only escaping
 * stands between a payload and the browser. `pages` are pages made up for the harness. `base` is where the
 * site is meant to stand: the page for an address that is none asks for its style there.
 */
export async function serve(folder, { policy = POLICY, pages = {}, base = "/" } = {}) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    const headers = policy ? { "content-security-policy": policy } : {};
    const send = (status, kind, body) => {
      response.writeHead(status, { ...headers, "content-type": kind, "cache-control": "no-store" });
      response.end(body);
    };
    if (path in pages) return send(200, type(path.endsWith("/") ? ".html" : path), pages[path]);
    try {
      const within = path.startsWith(base) ? path.slice(base.length - 1) : path;
      let file = normalize(join(folder, within));
      if (!file.startsWith(normalize(folder + sep))) throw new Error("outside");
      if ((await stat(file)).isDirectory()) file = join(file, "index.html");
      let body = await readFile(file);
      if (!policy && file.endsWith(".html")) body = withoutPolicy(body.toString());
      send(200, type(file), body);
    } catch {
      send(404, "text/plain", "not found");
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

const withoutPolicy = (html) => html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/i, "");
