// crawl.mjs BASE_URL SIGN_INS.json ROUTES.ndjson PICTURES_DIR [--judged=FILE] [--empty] [--roles=a,b]
//
// Every page as every role, in a browser, two roles at a time. A page that the role may see must
// answer 200, be free of what axe-core finds, fit 320 pixels and ask nothing of other origins, and one
// page of each address must be usable with Tab alone; every
// GET address that it may not see, JSON or page, must be refused; every form, sent empty and sent
// badly, must come back with its errors. SIGN_INS.json: the output of `noms demo --json`;
// ROUTES.ndjson: that of `noms routes`. --judged keeps what shapes of pages axe has judged for the
// next run; --empty: a service without offenders, where not every page is led to. Exit code 1 when
// anything failed.
import { mkdirSync, readFileSync } from "node:fs";
import { barriers, narrow, open_browser, sign_in, watch } from "./browser.mjs";
import { try_form, ways } from "./forms.mjs";
import {
  faults_of,
  how_many_pictures,
  how_many_shapes,
  how_many_tabbed,
  read_judged,
  write_judged,
} from "./look.mjs";
import { key_of, permissions } from "./permissions.mjs";
import { ask, faults_of_answer, faults_of_refusal, may_see, path_for } from "./rights.mjs";
import { Links, depth, hrefs_behind, hrefs_of, read_routes } from "./routes.mjs";

const flags = process.argv.slice(2).filter((word) => word.startsWith("--"));
const [base_given, sign_ins_file, routes_file, pictures] = process.argv
  .slice(2)
  .filter((word) => !word.startsWith("--"));
if (!pictures) {
  console.error("usage: crawl.mjs BASE_URL SIGN_INS.json ROUTES.ndjson PICTURES_DIR [--judged=FILE] [--empty] [--roles=a,b]");
  process.exit(2);
}
const flag = (name) => flags.find((one) => one.startsWith(`--${name}=`))?.split("=")[1];
const base = base_given.replace(/\/$/, "");
const empty = flags.includes("--empty");
const only = flag("roles")?.split(",");

const routes = read_routes(routes_file);
const gets = routes.filter((route) => route.method === "GET");
const pages = gets.filter((route) => route.kind === "page");
const commands = new Set(routes.filter((route) => route.method === "POST").map((one) => one.path));
const links = new Links(routes); // of all roles: what one may not see is known from another
const forms_tried = new Set();
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

/** Visits a page that the role may see. Out of its scope is an answer too, where the link is another's. */
async function visit(tab, role, route, path, own_link) {
  tab.faults();
  const reply = await tab.page.goto(base + path);
  const status = reply.status();
  if (!own_link && [403, 404].includes(status)) return note(role, route, path, "out of scope", []);
  const faults = tab.faults();
  if (status !== 200) faults.push(`answers ${status}`);
  else faults.push(...(await faults_of(tab.page, route, pictures)));
  note(role, route, path, "seen", faults);
  await take_links(tab, path);
}

async function take_links(tab, path) {
  const hrefs = await hrefs_of(tab.page, base);
  tab.links.add(hrefs, path);
  links.add(hrefs, path);
}

const lookups_max = 60;

/**
 * Some pages are led to only by records of a kind: an alert's end, by a record that has an alert. So
 * more records of each kind are read, the person before their pages, until no page lacks a link.
 */
async function look_further(tab, role, open) {
  const lacking = () => [...open].some((route) => tab.links.of(route).length === 0);
  const records = pages.filter((route) => route.parts && may_see(role, route) && !open.has(route));
  for (const route of records.sort((a, b) => depth(a) - depth(b)))
    for (const path of tab.links.of(route).slice(1, lookups_max)) {
      if (!lacking()) return;
      if (tab.read.has(path)) continue;
      tab.read.add(path);
      const hrefs = await hrefs_behind(tab, base, path);
      tab.links.add(hrefs, path);
      links.add(hrefs, path);
    }
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

/** Visits all the role may see, as far as links lead, until no page brings a new one. */
async function see_all(tab, role) {
  const left = await follow(tab, role, new Set(pages.filter((route) => may_see(role, route))));
  // Twice: what the first look led to leads further itself.
  for (let look = 0; look < 2; ++look) {
    await look_further(tab, role, left);
    await follow(tab, role, left);
  }
  return [...left];
}

/** Each form once, as the first role that has it; signing in is another test's. */
async function try_forms(tab, role) {
  for (const route of pages.filter((one) => role.name && one.permission !== "signed_out")) {
    const [path] = tab.links.of(route);
    const wanted = path && commands.has(route.path) && may_see(role, route);
    if (!wanted || forms_tried.has(route.path)) continue;
    forms_tried.add(route.path);
    for (const typed of ways) {
      const { outcome, faults } = await try_form(tab.page, base, route, path, typed);
      if (outcome !== "no form") note(role, route, path, outcome, faults);
    }
  }
}

async function ask_all(tab, role, unreached) {
  for (const route of gets) {
    const path = path_for(route, pages, links);
    if (!path) continue;
    if (!may_see(role, route))
      note(role, route, path, "refused", faults_of_refusal(await ask(tab, base, path)));
    else if (route.kind !== "page")
      note(role, route, path, "given", faults_of_answer(await ask(tab, base, path)));
    else if (unreached.includes(route)) await visit(tab, role, route, path, false);
  }
}

/** What a refusal looks like to this role: one page of it stands for all. */
async function look_at_refusal(tab, role) {
  const route = pages.find((one) => !may_see(role, one) && links.of(one)[0]);
  if (!route || !role.name) return;
  const [path] = links.of(route);
  await tab.page.goto(base + path);
  note(role, route, path, "refused", await barriers(tab.page));
}

/** Runs `work` on every item, two at a time: one waits for the service while the other reads. */
async function two_at_a_time(items, work) {
  const waiting = [...items];
  const one_after_another = async () => {
    while (waiting.length > 0) await work(waiting.shift());
  };
  await Promise.all([one_after_another(), one_after_another()]);
}

async function crawl(browser) {
  mkdirSync(pictures, { recursive: true });
  const visitors = roles().map((role) => ({ role }));
  await two_at_a_time(visitors, async (visitor) => {
    const tab = await browser.tab({ viewport: narrow });
    visitor.tab = { ...tab, faults: watch(tab.page, base), links: new Links(routes), read: new Set() };
    if (visitor.role.name) await sign_in(tab.page, base, visitor.role);
    visitor.unreached = await see_all(visitor.tab, visitor.role);
  });
  await two_at_a_time(visitors, async ({ role, tab, unreached }) => {
    await ask_all(tab, role, unreached);
    await look_at_refusal(tab, role);
  });
  await two_at_a_time(visitors, async ({ role, tab }) => {
    await try_forms(tab, role);
    await tab.close();
  });
}

const one_sentence = "/offenders/{offender}/sentences/{sentence}";
const one_challenge = "/offenders/{offender}/challenges/{challenge}";
const one_handover = "/offenders/{offender}/handovers/{handover}";
const one_absence = "/cover/absences/{absence}";
const one_plan = "/offenders/{offender}/sentence-plan";
const one_report = "/offenders/{offender}/reports/{report}";
/** Forms that only such records lead to as a demonstration has none of. */
const not_demonstrated = new Map([
  [`${one_sentence}/marks`, "asked for from 9 June 2008 on; sentences.mjs looks at it"],
  [`${one_sentence}/fine-terms`, "of a fine; sentences.mjs looks at it"],
  [`${one_sentence}/fine-steps`, "of a fine; sentences.mjs looks at it"],
  [`${one_sentence}/payments`, "of a fine; sentences.mjs looks at it"],
  [`${one_sentence}/blocks`, "of intermittent custody; sentences.mjs looks at it"],
  [`${one_sentence}/late-returns`, "of intermittent custody; sentences.mjs looks at it"],
  [one_challenge, "of somebody who contests something; challenges.mjs looks at it"],
  [`/api${one_challenge}`, "of somebody who contests something; challenges.mjs looks at it"],
  [`${one_challenge}/answer`, "of somebody who contests something; challenges.mjs looks at it"],
  [one_handover, "of a handover; handovers.mjs looks at it"],
  [`/api${one_handover}`, "of a handover; handovers.mjs looks at it"],
  [`${one_handover}/move`, "of a handover; handovers.mjs looks at it"],
  [`${one_handover}/close`, "of a handover; handovers.mjs looks at it"],
  [`${one_handover}/items/{item}/done`, "of a handover; handovers.mjs looks at it"],
  [`${one_handover}/items/{item}/undo`, "of a handover; handovers.mjs looks at it"],
  [`${one_plan}/sign`, "of a plan of which everything has a place; plans.mjs looks at it"],
  ["/offenders/{offender}/commitments/{commitment}/change", "of a commitment; appointments.mjs looks at it"],
  ["/offenders/{offender}/commitments/{commitment}/end", "of a commitment; appointments.mjs looks at it"],
  ["/offenders/{offender}/series/{series}/cancel", "of a series; appointments.mjs looks at it"],
  [one_absence, "of an officer who is away; cover.mjs looks at it"],
  [`/api${one_absence}`, "of an officer who is away; cover.mjs looks at it"],
  [`${one_absence}/cover`, "of an officer who is away; cover.mjs looks at it"],
  [`${one_absence}/change`, "of an officer who is away; cover.mjs looks at it"],
  [`${one_report}/delivery`, "of a report that was passed; reports.mjs looks at it"],
  ["/workload/reductions/{reduction}/end", "of hours that were taken away; workload.mjs looks at it"],
  [`${one_report}/decision`, "of a report that was delivered; reports.mjs looks at it"],
]);

/** An address that no role was led to, though one may see it, is not tested: a failure too. */
function note_gaps() {
  const for_some = gets.filter((route) => roles().some((role) => may_see(role, route)));
  for (const route of empty ? [] : for_some) {
    const was_reached = results.some(({ route: path, outcome }) => path === route.path && ["seen", "given"].includes(outcome));
    const why_not = not_demonstrated.get(route.path);
    if (!was_reached && why_not) console.log(`not looked at: ${route.path}, ${why_not}`);
    else if (!was_reached) note({ role: "all" }, route, route.path, "unreached", ["no link leads to it"]);
    else if (why_not) note({ role: "all" }, route, route.path, "reached", ["stands among those that nothing leads to"]);
  }
  for (const [path, from] of links.strays())
    note({ role: "all" }, { path: from }, from, "stray", [`links to ${path}, which is no address`]);
}

const outcomes = ["seen", "given", "refused", "out of scope", "sent back", "taken"];

function print_table() {
  const line = (name, cells) => console.log(name.padEnd(34) + cells.map((cell) => String(cell).padStart(13)).join(""));
  line("role", [...outcomes, "faults"]);
  for (const role of new Set(results.map((result) => result.role))) {
    const own = results.filter((result) => result.role === role);
    const counts = outcomes.map((outcome) => own.filter((result) => result.outcome === outcome).length);
    line(role, [...counts, own.reduce((sum, result) => sum + result.faults.length, 0)]);
  }
}

read_judged(flag("judged"));
const browser = await open_browser();
await crawl(browser);
await browser.close();
write_judged(flag("judged"));
note_gaps();
print_table();
const failed = results.filter((result) => result.faults.length > 0).length;
console.log(
  `${pages.length} pages in ${routes.length} addresses, ${how_many_shapes()} shapes judged by axe, ${how_many_tabbed()} walked with the keyboard, ${how_many_pictures()} pictured, ${forms_tried.size} forms tried`,
);
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
