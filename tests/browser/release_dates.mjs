// release_dates.mjs BASE_URL SIGN_INS.json
//
// What a prison's custody office does with a date: tries a change, approves what a colleague stored,
// prints the notification, stores one of its own and is not let to approve that. Run with script and
// without. Exit code 1 when a step failed.
import { readFileSync } from "node:fs";
import { barriers, narrow, open_browser, overflow, sign_in, watch, wide } from "./browser.mjs";
import { key_of } from "./permissions.mjs";

const [base_given, sign_ins_file] = process.argv.slice(2);
if (!sign_ins_file) {
  console.error("usage: release_dates.mjs BASE_URL SIGN_INS.json");
  process.exit(2);
}
const base = base_given.replace(/\/$/, "");
const account = JSON.parse(readFileSync(sign_ins_file, "utf8")).find(
  (one) => key_of(one.role) === "prisonstaff",
);
let passed = 0;
let failed = 0;

function holds(what, is_so) {
  if (!is_so) throw new Error(`not so: ${what}`);
}

/** A calculation that waits, made by somebody else. */
const of_colleague = `tr:has-text("Waits for approval"):not(:has-text("${account.name}"))`;

const main_of = (page) => page.textContent("main");

async function send(page) {
  await page.click('main form[method="post"] button.govuk-button');
}

/** The service day, which stands in the frame: "Today is Monday 3 April 2006." */
async function fill_today(page, name) {
  const [, words] = /Today is \w+ ([^.]+)\./.exec(await page.textContent("header"));
  const day = new Date(`${words} UTC`);
  const parts = { day: day.getUTCDate(), month: day.getUTCMonth() + 1, year: day.getUTCFullYear() };
  for (const [part, value] of Object.entries(parts))
    await page.fill(`[name="${name}-${part}"]`, String(value));
}

/** Nothing axe finds, and nothing wider than a telephone. */
async function stands_well(page) {
  const found = await barriers(page);
  holds(found.join("; "), found.length === 0);
  await page.setViewportSize(narrow);
  const excess = await overflow(page);
  await page.setViewportSize(wide);
  holds(`${excess} pixels too wide at 320`, excess === 0);
}

/** The records of the lists, page by page. */
async function* records(page) {
  for (let path = "/offenders"; path; ) {
    await page.goto(base + path);
    const links = await page.$$eval("main a[href]", (all) =>
      all.map((link) => link.getAttribute("href")),
    );
    path = await page.$eval('a[rel="next"]', (link) => link.getAttribute("href")).catch(() => null);
    yield* new Set(links.filter((link) => /^\/offenders\/[a-z0-9]{13}$/.test(link)));
  }
}

const steps = [
  ["signs in", async ({ page }) => sign_in(page, base, account)],
  [
    "finds somebody whose dates wait for a second person",
    async ({ page, memory }) => {
      for await (const record of records(page)) {
        memory.dates = `${base}${record}/release-dates`;
        await page.goto(memory.dates);
        if (await page.$(of_colleague)) break;
      }
      holds("a calculation waits", await page.$(of_colleague));
      holds("the date is said in one line", /Release (was due )?on/.test(await main_of(page)));
      await stands_well(page);
    },
  ],
  [
    "tries 14 more added days and sees what would move",
    async ({ page }) => {
      await page.fill("#added_days", "14");
      await page.click("#what-if button");
      holds("the panel is led to", page.url().endsWith("#what-if"));
      const panel = await page.textContent("#what-if");
      holds("it says what moves", panel.includes("14 days later"));
      holds("it says that nothing is saved", panel.includes("Nothing is saved"));
      holds("what moved is marked", await page.$("#what-if .app-changed"));
      await stands_well(page);
    },
  ],
  [
    "is told when a number cannot be",
    async ({ page, memory }) => {
      await page.goto(`${memory.dates}?added_days=-4`);
      holds("the mistake is named", await page.$(".govuk-error-summary"));
      holds("the title says so", (await page.title()).startsWith("Error: "));
    },
  ],
  [
    "approves what a colleague stored",
    async ({ page, memory }) => {
      await page.goto(memory.dates);
      await page.click(`${of_colleague} a`);
      holds("it was worked out again", (await main_of(page)).includes("the same dates"));
      await stands_well(page);
      await page.click('a:has-text("Approve or reject")');
      await page.check('input[name="verdict"][value="Approve"]');
      await page.fill('[name="note"]', "Checked against the warrant");
      await send(page);
      holds("it is approved", /approved on .* by/.test(await main_of(page)));
      await page.goto(memory.dates);
      holds(
        "the page says that the dates are the same",
        (await main_of(page)).includes("The same as the dates approved on"),
      );
    },
  ],
  [
    "prints the notification, which holds no menu and no alert",
    async ({ page }) => {
      await page.click('a:has-text("Notification as given")');
      holds("it speaks to the prisoner", (await main_of(page)).includes("You will be released on"));
      holds("it names the prison number", (await main_of(page)).includes("Prison number"));
      holds("nothing is told that is not theirs", !(await page.$("main .app-alerts")));
      await stands_well(page);
      await page.emulateMedia({ media: "print" });
      holds("no menu is printed", !(await page.isVisible(".govuk-service-navigation")));
      holds("no search is printed", !(await page.isVisible("form[role=search]")));
      await page.emulateMedia({ media: "screen" });
    },
  ],
  [
    "stores the dates anew and is not let to approve them",
    async ({ page, memory }) => {
      await page.goto(memory.dates);
      await page.click('a:has-text("Store these dates for approval")');
      await page.fill('[name="reason"]', "Asked for by the prisoner");
      await send(page);
      const calculation = page.url();
      holds("it is stored", (await main_of(page)).includes("Nobody has decided on it yet"));
      holds("no button to approve it", !(await page.$('a:has-text("Approve or reject")')));
      await page.goto(`${calculation}/decision`);
      await page.check('input[name="verdict"][value="Approve"]');
      await send(page);
      holds("a second person is asked for", (await main_of(page)).includes("a second person"));
    },
  ],
  [
    "records a challenge and sees by when it is answered",
    async ({ page, memory }) => {
      await page.goto(`${memory.dates}/challenges`);
      await page.selectOption('[name="type"]', "CRD");
      await fill_today(page, "made_on");
      await page.fill('[name="words"]', "I was on remand for longer");
      await send(page);
      holds("the last day is said", /Answer by/.test(await main_of(page)));
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
await journey(true);
await journey(false);
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
