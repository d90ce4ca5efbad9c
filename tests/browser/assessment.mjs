// assessment.mjs BASE_URL SIGN_INS.json [--no-script]
//
// An offender manager assesses a person over two sittings, meets the answers of a colleague, signs;
// a senior officer sends it back and countersigns; the next one begins as a copy and shows what
// changed; the tier is read with its reasons, and another is set by hand. Run once with script and
// once without, unless --no-script asks for the second alone. Exit code 1 when a step failed.
import { readFileSync } from "node:fs";
import { barriers, open_browser, overflow, narrow, sign_in, watch, wide } from "./browser.mjs";
import { answer, answer_all_sections, answer_the_rest, field, open_section, path_of, send, senior_officer } from "./assessing.mjs";
import { key_of } from "./permissions.mjs";
import { holds } from "./story.mjs";

const no_script = process.argv.includes("--no-script");
const [base_given, sign_ins_file] = process.argv.slice(2).filter((word) => !word.startsWith("--"));
if (!sign_ins_file) {
  console.error("usage: assessment.mjs BASE_URL SIGN_INS.json [--no-script]");
  process.exit(2);
}
const base = base_given.replace(/\/$/, "");
const accounts = JSON.parse(readFileSync(sign_ins_file, "utf8"));
const account = (role) => accounts.find((one) => key_of(one.role) === role);
let passed = 0;
let failed = 0;

const words_on = async (page) => (await page.textContent("main")).replace(/\s+/g, " ");

async function no_barrier(page) {
  const found = await barriers(page);
  holds(found.join("; "), found.length === 0);
  await page.setViewportSize(narrow);
  holds(`${path_of(page)} fits a telephone`, (await overflow(page)) === 0);
  await page.setViewportSize(wide);
}

const steps = [
  [
    "starts an assessment that knows already what the record knows",
    async (memory) => {
      const { page } = memory.manager;
      await sign_in(page, base, account("offendermanager"));
      await page.goto(`${base}/caseload`);
      const people = await page.$$eval("main a[href^='/offenders/']", (all) =>
        all.map((one) => new URL(one.href).pathname),
      );
      for (const person of new Set(people.filter((path) => /^\/offenders\/[a-z0-9]{13}$/.test(path)))) {
        await page.goto(`${base}${person}/assessments`);
        if (await page.$('button:has-text("Start an assessment")')) {
          memory.person = person;
          break;
        }
      }
      holds("somebody can be assessed", memory.person);
      await no_barrier(page);
      await page.uncheck('input[name="copy_last"]').catch(() => {});
      await send(page, "Start an assessment");
      holds("the first section is open", path_of(page).endsWith("/sections/1"));
      memory.assessment = path_of(page).replace(/\/sections.*/, "");
      holds("something stands there from the record", /From the record/.test(await words_on(page)));
    },
  ],
  [
    "answers one section today and finds it again",
    async (memory) => {
      const { page } = memory.manager;
      await answer_the_rest(page);
      await send(page, "Save and go on");
      await open_section(page, base + memory.assessment, "Accommodation");
      await answer(page, "3.3", "yes");
      await answer(page, "3.evidence", "Sleeps on a friend's floor");
      await send(page, "Save and go on");
      await open_section(page, base + memory.assessment, "Accommodation");
      holds("the answer is kept", await page.isChecked(`${field("3.3")}[value="yes"]`));
      await no_barrier(page);
    },
  ],
  [
    "is told what a colleague answered meanwhile, and keeps what was typed",
    async (memory) => {
      const { page } = memory.manager;
      memory.senior = await senior_officer({ browser, base, administrator: account("accountadministrator"), script: memory.script }, page);
      const other = memory.senior.page;
      await open_section(page, base + memory.assessment, "Accommodation");
      await open_section(other, base + memory.assessment, "Accommodation");
      await answer(other, "3.4", "significant");
      await send(other, "Save and go on");
      await answer(page, "3.4", "none");
      await answer(page, "3.5", "some");
      await Promise.all([page.waitForNavigation(), page.click('button:has-text("Save and go on")')]);
      const summary = await page.textContent(".govuk-error-summary");
      holds("the other's answer is named", /Significant problems/.test(summary));
      holds("mine is still there", await page.isChecked(`${field("3.4")}[value="none"]`));
      await no_barrier(page);
      await send(page, "Save and go on");
      holds("sent again it is taken", path_of(page).endsWith("/sections/4"));
    },
  ],
  [
    "cannot sign while answers are missing",
    async (memory) => {
      const { page } = memory.manager;
      await page.goto(base + memory.assessment);
      holds("it says what is missing", /answers are missing/.test(await words_on(page)));
      holds("there is nothing to sign with", !(await page.$('main button:has-text("Sign")')));
    },
  ],
  [
    "answers the rest, decides a high risk and signs",
    async (memory) => {
      const { page } = memory.manager;
      await open_section(page, base + memory.assessment, "Analysis of offences");
      await answer_all_sections(page);
      await open_section(page, base + memory.assessment, "Risk of serious harm");
      await answer(page, "R10.public.community", "High");
      await send(page, "Save and go on");
      await page.goto(base + memory.assessment);
      holds("a need is found", /Accommodation/.test(await words_on(page)));
      holds("OGRS3 is named with its parameters", /OGRS3 \(2008 parameters\)/.test(await words_on(page)));
      await no_barrier(page);
      await send(page, "Sign the assessment");
      holds("it waits for a second person", /second signature/.test(await words_on(page)));
      holds("who signed cannot countersign", !(await page.$('button:has-text("Countersign")')));
    },
  ],
  [
    "gets it back from the senior officer, signs again, and it is countersigned",
    async (memory) => {
      const { page } = memory.manager;
      const other = memory.senior.page;
      await other.goto(base + memory.assessment);
      await other.click("summary:has-text('Send it back instead')");
      await other.fill('main textarea[name="reason"]', "Say why the risk is high");
      await send(other, "Send back");
      await page.goto(base + memory.assessment);
      holds("the reason stands there", /Say why the risk is high/.test(await words_on(page)));
      await send(page, "Sign the assessment");
      await other.goto(base + memory.assessment);
      await no_barrier(other);
      await send(other, "Countersign");
      holds("it is complete", /Complete/.test(await words_on(other)));
      await open_section(page, base + memory.assessment, "Accommodation");
      holds("nothing can be changed", !(await page.$('button:has-text("Save")')));
    },
  ],
  [
    "begins the next one as a copy and sees what changed",
    async (memory) => {
      const { page } = memory.manager;
      await page.goto(`${base}${memory.person}/assessments`);
      await send(page, "Start an assessment");
      memory.assessment = path_of(page).replace(/\/sections.*/, "");
      await open_section(page, base + memory.assessment, "Accommodation");
      holds("answers are copied", await page.isChecked(`${field("3.3")}[value="yes"]`));
      await answer(page, "3.3", "no");
      await send(page, "Save and go on");
      await page.goto(`${base}${memory.assessment}/differences`);
      holds("the change is shown", /Without a fixed place to live/.test(await words_on(page)));
      holds("levels are to be decided anew", /Not answered/.test(await words_on(page)));
      await no_barrier(page);
      await page.goto(`${base}${memory.assessment}/whole`);
      await no_barrier(page);
    },
  ],
  [
    "reads the tier with its reasons and sets another",
    async (memory) => {
      const { page } = memory.manager;
      await page.goto(`${base}${memory.person}/assessments`);
      holds("high risk is tier 4", /4, Control/.test(await words_on(page)));
      holds("it says what would change it", /What would change it/.test(await words_on(page)));
      await page.click("main a:has-text('Set another tier')");
      await page.getByLabel("Tier 3").check();
      await page.fill('main [name="reason"]', "In hospital for the next months");
      await send(page, "Sign this tier");
      holds("an end is asked for", await page.$(".govuk-error-summary"));
      const year = new Date(memory.day ?? Date.now()).getFullYear() + 30;
      await page.fill('main [name="until_day-day"]', "1");
      await page.fill('main [name="until_day-month"]', "6");
      await page.fill('main [name="until_day-year"]', String(year));
      await send(page, "Sign this tier");
      const words = await words_on(page);
      holds("both tiers stand there", /Set by hand/.test(words) && /4, Control/.test(words));
      await no_barrier(page);
      await page.goto(base + memory.person);
      holds("the person's page has it", /Risk and needs/.test(await words_on(page)));
    },
  ],
];

async function journey(script) {
  console.log(`With script ${script ? "on" : "off"}:`);
  const manager = await browser.tab({ script });
  const faults = watch(manager.page, base);
  const memory = { manager, script };
  for (const [what, act] of steps) {
    try {
      await act(memory);
      const seen = faults();
      holds(seen.join("; "), seen.length === 0);
      passed += 1;
      console.log(`  passed  ${what}`);
    } catch (error) {
      failed += 1;
      console.log(`  FAILED  ${what}: ${error.message.split("\n")[0]}`);
    }
  }
  await memory.senior?.close();
  await manager.close();
}

const browser = await open_browser();
if (!no_script) await journey(true);
await journey(false);
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
