// long.mjs BASE_URL SIGN_INS.json ROUTES.ndjson
//
// A service of many records: every page that stands on its own, as the role that may see most, answers
// within `seconds_max` and is no larger than `bytes_max`; a list leads on page by page, without
// showing anybody twice. Exit code 1 when anything failed.
import { readFileSync } from "node:fs";
import { open_browser, sign_in, watch } from "./browser.mjs";
import { key_of, permissions } from "./permissions.mjs";
import { may_see } from "./rights.mjs";
import { read_routes } from "./routes.mjs";

const bytes_max = 400_000; // without gzip
const seconds_max = 5;
/** Pages that work out the tier of everybody in an area: without optimisation that takes 5 to 10 ms each. */
const seconds_max_of = new Map([["/workload", 15], ["/fairness", 15]]);
const turns_max = 3;

const [base_given, sign_ins_file, routes_file] = process.argv.slice(2);
const base = base_given.replace(/\/$/, "");
const pages = read_routes(routes_file).filter(
  (route) => route.method === "GET" && route.kind === "page" && route.parts === 0,
);
const accounts = JSON.parse(readFileSync(sign_ins_file, "utf8")).map((account) => ({
  ...account,
  permissions: permissions[key_of(account.role)],
}));
let passed = 0;
let failed = 0;

function note(what, fault) {
  if (fault) console.log(`FAILED ${what}: ${fault}`);
  fault ? (failed += 1) : (passed += 1);
}

/** Lists of things to be done: a row each, led to by the person, who may have several. */
const lists_of_things = ["/enforcement"];

/** The records that a page lists, by their addresses; the things of a list of things, by their rows. */
async function records_on(page, path) {
  const records = await page.$$eval(
    "main tbody th a[href], main tbody td:first-child a[href]",
    (all, by_row) => all.map((link) => new URL(link.href).pathname + (by_row ? ` ${link.closest("tr").innerText}` : "")),
    lists_of_things.includes(path),
  );
  return [...new Set(records)];
}

async function open(tab, path) {
  const began = Date.now();
  const reply = await tab.page.goto(base + path);
  const seconds = (Date.now() - began) / 1000;
  const { length } = await reply.body();
  if (reply.status() !== 200) note(path, `answers ${reply.status()}`);
  note(path, length > bytes_max ? `has ${length} bytes` : "");
  note(path, seconds > (seconds_max_of.get(path) ?? seconds_max) ? `took ${seconds} seconds` : "");
  for (const fault of tab.faults()) note(path, fault);
  return `${String(length).padStart(8)} bytes ${seconds.toFixed(2)} s`;
}

/** From a list on to its next pages. */
async function turn_pages(tab, path) {
  const seen = new Set();
  for (let turn = 0; turn <= turns_max; ++turn) {
    const records = await records_on(tab.page, path);
    const twice = records.filter((record) => seen.has(record));
    note(`${path}, page ${turn + 1}`, twice.length > 0 ? `shows ${twice[0]} again` : "");
    for (const record of records) seen.add(record);
    const next = await tab.page.$('main a[rel="next"]');
    if (!next || turn === turns_max) return `${seen.size} records on ${turn + 1} pages`;
    await open(tab, (await next.getAttribute("href")));
  }
}

const browser = await open_browser();
const done = new Set();
for (const account of [...accounts].sort((one, other) => other.permissions.length - one.permissions.length)) {
  const wanted = pages.filter((route) => may_see(account, route) && !done.has(route.path));
  if (wanted.length === 0) continue;
  const opened = await browser.tab();
  const tab = { ...opened, faults: watch(opened.page, base) };
  await sign_in(tab.page, base, account);
  for (const { path } of wanted) {
    done.add(path);
    const cost = await open(tab, path);
    console.log(`${path.padEnd(36)} ${cost}  ${await turn_pages(tab, path)}`);
  }
  await tab.close();
}
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
