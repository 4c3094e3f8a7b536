// What goes wrong while a page loads: on the console, on the wire, against the policy.

/** Opens `url` and gathers what the browser complains of, then and later. */
export async function visit(page, url, origin) {
  const seen = { console: [], resources: [], policy: [], requests: [] };
  const listeners = {
    console: (message) => {
      if (message.type() !== "error" && message.type() !== "warning") return;
      const text = message.text();
      (/Content Security Policy/i.test(text) ? seen.policy : seen.console).push(text);
    },
    pageerror: (error) => seen.console.push(String(error)),
    requestfailed: (request) => {
      // The browser gives up the icon of a page that is left; that it is there, the links say.
      if (request.url().endsWith("/icon.svg") && request.failure()?.errorText === "net::ERR_ABORTED") return;
      seen.resources.push(`${request.url()}: ${request.failure()?.errorText}`);
    },
    response: (response) => {
      if (response.status() >= 400) seen.resources.push(`${response.url()}: ${response.status()}`);
    },
    request: (request) => {
      seen.requests.push(request.url());
      const own = request.url().startsWith(origin) || request.url().startsWith("data:");
      if (!own) seen.resources.push(`${request.url()}: not of this site`);
    },
  };
  for (const [event, listener] of Object.entries(listeners)) page.on(event, listener);
  const response = await page.goto(url, { waitUntil: "load" });
  seen.policy.push(...(await page.evaluate(() => globalThis.policyViolations ?? [])));
  return {
    seen,
    html: await response.text(),
    status: response.status(),
    leave: () => {
      for (const [event, listener] of Object.entries(listeners)) page.off(event, listener);
    },
  };
}

/** Run in every page before its own scripts. */
export function watchPolicy() {
  globalThis.policyViolations = [];
  document.addEventListener("securitypolicyviolation", (event) => {
    globalThis.policyViolations.push(`${event.violatedDirective}: ${event.blockedURI || event.sourceFile || "inline"}`);
  });
}
