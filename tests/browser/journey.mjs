// journey.mjs BASE_URL SIGN_INS.json [--no-script]
//
// What a member of staff does in a minute: signs in, finds a person by surname, adds an alias, sees
// it on the record and in its timeline, sends a form with a mistake, signs out. Run once with script
// and once without, unless --no-script asks for the second alone. Exit code 1 when a step failed.
import { readFileSync } from "node:fs";
import { barriers, open_browser, sign_in, watch } from "./browser.mjs";
import { key_of } from "./permissions.mjs";

const no_script = process.argv.includes("--no-script");
const [base_given, sign_ins_file] = process.argv.slice(2).filter((word) => !word.startsWith("--"));
if (!sign_ins_file) {
  console.error("usage: journey.mjs BASE_URL SIGN_INS.json [--no-script]");
  process.exit(2);
}
const base = base_given.replace(/\/$/, "");
const account = JSON.parse(readFileSync(sign_ins_file, "utf8")).find(
  (one) => key_of(one.role) === "offendermanager",
);
const record_path = /^\/offenders\/[a-z0-9]{13}$/i;
let passed = 0;
let failed = 0;

function holds(what, is_so) {
  if (!is_so) throw new Error(`not so: ${what}`);
}

const path_of = (page) => new URL(page.url()).pathname;

/** The people a page lists: [{path, words}]. */
async function people_on(page) {
  const links = await page.$$eval("main a[href]", (all) =>
    all.map((link) => ({ path: new URL(link.href).pathname, words: link.textContent.trim() })),
  );
  return links.filter((link) => record_path.test(link.path));
}

/** "Harper, Kayleigh" and "Kayleigh HARPER" both give the surname. */
function surname_of(words) {
  return words.includes(",") ? words.split(",")[0] : words.split(/\s+/).at(-1);
}

/** The one button of the page's own form that writes. */
async function send(page) {
  await page.click('main form[method="post"] button.govuk-button');
}

async function open_alias_form(page, record) {
  await page.goto(`${base}${record}/details`);
  await page.click('main a[href$="/names"]');
}

async function fill_by_label(page, label, value) {
  await page.getByLabel(label).first().fill(value);
}

const steps = [
  ["signs in", async ({ page }) => sign_in(page, base, account)],
  [
    "sees a list of people",
    async ({ page, memory }) => {
      await page.goto(`${base}/offenders`);
      const [person] = await people_on(page);
      holds("the list names somebody", person);
      memory.record = person.path;
      memory.surname = surname_of(person.words);
    },
  ],
  [
    "finds the person by surname, and the surname is not in the address",
    async ({ page, memory }) => {
      await page.fill('form[role="search"] input[name="q"]', memory.surname);
      await page.press('form[role="search"] input[name="q"]', "Enter");
      await page.waitForLoadState();
      const found = await people_on(page);
      holds("somebody is found", found.length > 0);
      holds(
        "everybody found has the surname",
        found.some((person) => person.words.toLowerCase().includes(memory.surname.toLowerCase())),
      );
      holds(
        "the address is silent",
        !page.url().toLowerCase().includes(memory.surname.toLowerCase()),
      );
    },
  ],
  [
    "opens the record",
    async ({ page, memory }) => {
      const found = await people_on(page);
      memory.record = found[0].path;
      await page.click(`main a[href="${memory.record}"]`);
      holds("the record is open", path_of(page) === memory.record);
      holds("its heading is a name", (await page.textContent("h1")).trim().length > 2);
    },
  ],
  [
    "adds an alias and is led back to the record, which shows it",
    async ({ page, memory }) => {
      memory.alias = `Testname${Date.now()
        .toString(36)
        .replace(/\d/g, (digit) => "abcdefghij"[digit])}`;
      await open_alias_form(page, memory.record);
      await fill_by_label(page, /surname/i, memory.alias);
      await fill_by_label(page, /(given|first) ?names?/i, "Journey");
      await send(page);
      holds("the form is gone", !(await page.$(".govuk-error-summary")));
      holds("it led back to the details", path_of(page) === `${memory.record}/details`);
      holds(
        "the record shows the alias",
        (await page.textContent("main")).toLowerCase().includes(memory.alias.toLowerCase()),
      );
    },
  ],
  [
    "sees the alias in the timeline",
    async ({ page, memory }) => {
      await page.goto(base + memory.record);
      const timeline = (
        await page.$$eval(".app-timeline", (all) => all.map((one) => one.textContent))
      ).join(" ");
      holds("the timeline tells of it", /alias|name/i.test(timeline));
    },
  ],
  [
    "is shown a mistake at the top of the form, with what was typed kept",
    async ({ page, memory }) => {
      await open_alias_form(page, memory.record);
      await fill_by_label(page, /(given|first) ?names?/i, "Kept");
      await send(page);
      holds("the error summary is there", await page.$(".govuk-error-summary"));
      holds("the title says so", (await page.title()).startsWith("Error: "));
      holds(
        "what was typed is kept",
        (await page
          .getByLabel(/(given|first) ?names?/i)
          .first()
          .inputValue()) === "Kept",
      );
      const target = await page.getAttribute(".govuk-error-summary a", "href");
      holds("the error leads to its field", await page.$(`[id="${target.slice(1)}"]`));
      holds("no barrier", (await barriers(page)).length === 0);
    },
  ],
  [
    "signs out, and the record asks to sign in",
    async ({ page, memory }) => {
      await page.click('form[action="/sign-out"] button');
      await page.goto(base + memory.record);
      holds("it leads to the sign-in", path_of(page) === "/sign-in");
    },
  ],
];

async function journey(script) {
  console.log(`With script ${script ? "on" : "off"}:`);
  const { page, close } = await browser.tab({ script });
  const faults = watch(page, base);
  const memory = {};
  for (const [what, act] of steps) {
    try {
      await act({ page, memory });
      const seen = faults();
      holds(seen.join("; "), seen.length === 0);
      passed += 1;
      console.log(`  passed  ${what}`);
    } catch (error) {
      failed += 1;
      console.log(`  FAILED  ${what}: ${error.message.split("\n")[0]}`);
    }
  }
  await close();
}

const browser = await open_browser();
if (!no_script) await journey(true);
await journey(false);
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
