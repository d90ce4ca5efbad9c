// A Chromium of our own, and what both tests ask of a page.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const axe_source = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

const without_script = new WeakSet();

export const wide = { width: 1280, height: 900 };
export const narrow = { width: 320, height: 800 };

/** A browser of our own; `tab` gives one that shares no cookie with the others. close() ends it. */
export async function open_browser() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    chromiumSandbox: false,
    args: [
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  const tab = async ({ script = true, viewport = wide } = {}) => {
    const context = await browser.newContext({ javaScriptEnabled: script, viewport });
    context.setDefaultTimeout(20_000);
    if (!script) without_script.add(context);
    return { context, page: await context.newPage(), close: () => context.close() };
  };
  return { tab, close: () => browser.close() };
}

/** What went wrong in the browser itself: script errors, refusals by the CSP, other origins. */
export function watch(page, base) {
  const faults = [];
  page.on("pageerror", (error) => faults.push(`script error: ${error.message}`));
  page.on("console", (message) => {
    const of_server = message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !of_server) faults.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const elsewhere = !request.url().startsWith(base) && !/^(data|blob):/.test(request.url());
    if (elsewhere) faults.push(`asks another origin: ${request.url()}`);
  });
  page.on("response", (response) => {
    const of_page = response.request().resourceType() === "document";
    if (!of_page && response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
  return () => faults.splice(0);
}

/** Signs in by the form. Throws when the service does not let the account in. */
export async function sign_in(page, base, { name, password }) {
  await page.goto(`${base}/sign-in`);
  await page.fill('main input[name="name"]', name);
  await page.fill('main input[name="password"]', password);
  await page.click('main form button[type="submit"], main form button:not([type])');
  if (new URL(page.url()).pathname === "/sign-in") throw new Error(`${name} is not let in`);
}

/**
 * What axe-core finds: "axe color-contrast: .app-muted, …" a rule. It needs script, so a browser
 * without finds nothing: the markup is the same, and is judged in the run with script.
 */
export async function barriers(page) {
  if (without_script.has(page.context())) return [];
  await page.evaluate(axe_source);
  const found = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  return found.violations.map(
    (rule) =>
      `axe ${rule.id}: ${rule.nodes
        .map((node) => node.target.join(" "))
        .slice(0, 3)
        .join(", ")}`,
  );
}

/** How many pixels the page is wider than the window; 0 when it fits. */
export async function overflow(page) {
  return page.evaluate(() => {
    const root = document.documentElement;
    return Math.max(0, root.scrollWidth - root.clientWidth);
  });
}
