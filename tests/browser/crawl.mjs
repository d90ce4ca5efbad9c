// crawl.mjs BASE_URL SIGN_INS.json ROUTES.ndjson PICTURES_DIR [--no-script] [--roles=a,b]
//
// Every page as every role, in a browser. A page that the role may see must answer 200, be free of
// what axe-core finds, fit 320 pixels and ask nothing of other origins; a page that it may not see
// must be refused. SIGN_INS.json: the output of `noms demo --json`;
// ROUTES.ndjson: the output of `noms routes`. Exit code 1 when anything failed.
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { barriers, narrow, open_browser, overflow, sign_in, watch, wide } from "./browser.mjs";
import { key_of, permissions } from "./permissions.mjs";
import { Links, hrefs_of, read_routes } from "./routes.mjs";

const flags = process.argv.slice(2).filter((word) => word.startsWith("--"));
const [base_given, sign_ins_file, routes_file, pictures] = process.argv
  .slice(2)
  .filter((word) => !word.startsWith("--"));
if (!pictures) {
  console.error(
    "usage: crawl.mjs BASE_URL SIGN_INS.json ROUTES.ndjson PICTURES_DIR [--no-script] [--roles=a,b]",
  );
  process.exit(2);
}
const base = base_given.replace(/\/$/, "");
const script = !flags.includes("--no-script");
const only = flags
  .find((flag) => flag.startsWith("--roles="))
  ?.slice("--roles=".length)
  .split(",");

const routes = read_routes(routes_file);
const pages = routes.filter((route) => route.method === "GET" && route.kind === "page");
const links = new Links(routes); // of all roles: what one may not see is known from another
const pictured = new Set();
const results = [];

function note(role, route, path, outcome, faults) {
  results.push({ role: role.role, route: route.path, path, outcome, faults });
  for (const fault of faults) console.log(`FAILED ${role.role} ${path}: ${fault}`);
}

/** The roles to be: those with an account, and nobody. */
function roles() {
  const accounts = JSON.parse(readFileSync(sign_ins_file, "utf8")).map((account) => {
    const own = permissions[key_of(account.role)];
    if (!own) throw new Error(`permissions.mjs does not know the role ${account.role}`);
    return { ...account, permissions: own };
  });
  const all = [...accounts, { role: "signed out", permissions: [] }];
  return all.filter((role) => !only || only.includes(role.role));
}

function may_see(role, route) {
  if (route.permission === "signed_out") return true;
  return (
    Boolean(role.name) &&
    (route.permission === "signed_in" || role.permissions.includes(route.permission))
  );
}

async function picture(page, route, width) {
  const name = route.path.replace(/[{}]/g, "").replace(/^\//, "").replace(/\//g, "-") || "home";
  await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
}

/** What is wrong with the page as it stands, wide and narrow. */
async function faults_of(page, route) {
  const faults = await barriers(page);
  const first = !pictured.has(route.path);
  pictured.add(route.path);
  if (first) await picture(page, route, wide.width);
  await page.setViewportSize(narrow);
  const excess = await overflow(page);
  if (excess > 0) faults.push(`${excess} pixels too wide at 320`);
  if (first) await picture(page, route, narrow.width);
  await page.setViewportSize(wide);
  return faults;
}

/** Visits a page that the role may see. Out of its scope is an answer too, where the link is another's. */
async function visit(tab, role, route, path, own_link) {
  tab.faults();
  const reply = await tab.page.goto(base + path);
  const status = reply.status();
  if (!own_link && [403, 404].includes(status)) {
    note(role, route, path, "out of scope", await barriers(tab.page));
    return;
  }
  const faults = tab.faults();
  if (status !== 200) faults.push(`answers ${status}`);
  else faults.push(...(await faults_of(tab.page, route)));
  note(role, route, path, "seen", faults);
  const hrefs = await hrefs_of(tab.page, base);
  tab.links.add(hrefs, path);
  links.add(hrefs, path);
}

/** A page that the role may not see is refused, and says so without a barrier. */
async function refused(tab, role, route, path) {
  const reply = await tab.page.goto(base + path);
  const led_to_sign_in = new URL(tab.page.url()).pathname === "/sign-in";
  const ok = led_to_sign_in || [403, 404].includes(reply.status());
  const faults = ok ? await barriers(tab.page) : [`must be refused, but answers ${reply.status()}`];
  note(role, route, path, "refused", faults);
}

const lookups_max = 30;

/** Some pages are led to only by records of a kind: an alert's end, by a record that has an alert. */
async function look_further(tab, role, open) {
  const lacking = () => [...open].some((route) => tab.links.of(route).length === 0);
  const records = pages.filter((route) => route.parts && may_see(role, route) && !open.has(route));
  for (const route of records)
    for (const path of tab.links.of(route).slice(1, lookups_max)) {
      if (!lacking()) return;
      await tab.page.goto(base + path);
      const hrefs = await hrefs_of(tab.page, base);
      tab.links.add(hrefs, path);
      links.add(hrefs, path);
    }
}

/** Visits all the role may see, as far as links lead, until no page brings a new one. */
async function see_all(tab, role) {
  const left = await follow(tab, role, new Set(pages.filter((route) => may_see(role, route))));
  await look_further(tab, role, left);
  return [...(await follow(tab, role, left))];
}

async function follow(tab, role, open) {
  for (let before = -1; before !== open.size; ) {
    before = open.size;
    for (const route of [...open]) {
      const [path] = tab.links.of(route);
      if (!path) continue;
      open.delete(route);
      await visit(tab, role, route, path, true);
    }
  }
  return open;
}

async function new_tab(role) {
  const browser = await open_browser({ script });
  const page = await browser.context.newPage();
  const faults = watch(page, base);
  if (role.name) await sign_in(page, base, role);
  return { page, faults, links: new Links(routes), close: browser.close };
}

async function crawl() {
  mkdirSync(pictures, { recursive: true });
  const tabs = [];
  for (const role of roles()) {
    const tab = await new_tab(role);
    tabs.push({ role, tab, unreached: await see_all(tab, role) });
  }
  for (const { role, tab, unreached } of tabs) {
    for (const route of pages) {
      const [path] = links.of(route);
      if (path && !may_see(role, route)) await refused(tab, role, route, path);
      else if (path && unreached.includes(route)) await visit(tab, role, route, path, false);
    }
    await tab.close();
  }
}

/** A page that no role was led to has not been tested: that is a failure too. */
function note_gaps() {
  for (const route of pages)
    if (!results.some((result) => result.route === route.path && result.outcome === "seen"))
      note({ role: "all" }, route, route.path, "unreached", ["no link leads to it"]);
  for (const [path, from] of links.strays())
    note({ role: "all" }, { path: from }, from, "stray", [`links to ${path}, which is no address`]);
}

function print_table() {
  console.log(
    `\n${"role".padEnd(34)}${"seen".padStart(7)}${"refused".padStart(9)}${"scope".padStart(7)}${"faults".padStart(8)}`,
  );
  for (const role of new Set(results.map((result) => result.role))) {
    const own = results.filter((result) => result.role === role);
    const count = (outcome) => String(own.filter((result) => result.outcome === outcome).length);
    const faults = String(own.reduce((sum, result) => sum + result.faults.length, 0));
    console.log(
      role.padEnd(34) +
        count("seen").padStart(7) +
        count("refused").padStart(9) +
        count("out of scope").padStart(7) +
        faults.padStart(8),
    );
  }
}

await crawl();
note_gaps();
print_table();
const failed = results.filter((result) => result.faults.length > 0).length;
console.log(
  `${pages.length} pages in ${routes.length} addresses, ${pictured.size} pictured, script ${script ? "on" : "off"}`,
);
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
