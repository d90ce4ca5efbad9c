// The addresses of the service as `noms routes` lists them, and the links that fit them.
import { readFileSync } from "node:fs";

/** The lines of ROUTES.ndjson, each with a pattern for its path. */
export function read_routes(file) {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line))
    .map((route) => ({
      ...route,
      parts: (route.path.match(/\{/g) ?? []).length,
      fits: pattern(route.path),
    }));
}

function pattern(path) {
  const escaped = path.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{[^}]+\}/g, "[^/]+");
  return new RegExp(`^${escaped}$`);
}

/** The route a path leads to: the one with the fewest {parts} when several fit. */
export function route_of(routes, path) {
  return routes.filter((route) => route.fits.test(path)).sort((a, b) => a.parts - b.parts)[0];
}

/** How far below a list a page lies: 2 for an offender, 3 for the sentences of one. */
export const depth = (route) => route.path.split("/").length - 1;

/** The links harvested so far, by route. A route without parts is its own link. */
export class Links {
  #routes;
  #paths = new Map();
  #strays = new Map();

  constructor(routes) {
    this.#routes = routes.filter((route) => route.method === "GET");
    for (const route of this.#routes)
      this.#paths.set(route, new Set(route.parts === 0 ? [route.path] : []));
  }

  /** Takes the links of a page; those no route answers are kept as strays. */
  add(hrefs, from) {
    for (const href of hrefs) {
      const url = new URL(href);
      const route = route_of(this.#routes, url.pathname);
      if (route) this.#paths.get(route).add(url.pathname + (route.parts ? "" : url.search));
      else if (!url.pathname.startsWith("/assets/")) this.#strays.set(url.pathname, from);
    }
  }
  of(route) {
    return [...this.#paths.get(route)];
  }
  /** [path, the page it stands on] of each link that leads nowhere. */
  strays() {
    return [...this.#strays];
  }
}

/** The addresses that the page links to, within the service. */
export async function hrefs_of(page, base) {
  const all = await page.$$eval("a[href]", (anchors) => anchors.map((anchor) => anchor.href));
  return all.filter((href) => href.startsWith(`${base}/`));
}

/** The same, read without showing the page. */
export async function hrefs_behind(tab, base, path) {
  const reply = await tab.context.request.get(base + path);
  if (!reply.ok()) return [];
  const all = (await reply.text()).matchAll(/<a\b[^>]*?\shref="([^"]+)"/g);
  const plain = (href) => href.replaceAll("&amp;", "&");
  return [...all].map(([, href]) => new URL(plain(href), base + path).href).filter((href) => href.startsWith(`${base}/`));
}
