// matching.mjs BASE_URL SIGN_INS.json [--no-script]
//
// What a records officer does with doubtful pairs. The files of tests/browser/extracts were taken in
// with `noms import` before: five people, each with a prison and a probation record that nobody can
// tell unseen; two of them were received into prison by the one record and sentenced by the other, and
// an offender manager records a contact. The officer finds the five in the queue, joins two (by
// keyboard), keeps two apart, asks a second reader for one, and undoes both joins; each time every fact
// of every area is on the one record, and then where it was. Two are done with script and three
// without, unless --no-script asks for the second alone. Exit code 1 when a step failed.
import { readFileSync } from "node:fs";
import { barriers, narrow, open_browser, overflow, sign_in, watch, wide } from "./browser.mjs";
import { Desk } from "./desk.mjs";
import { key_of } from "./permissions.mjs";

const no_script = process.argv.includes("--no-script");
const [base_given, sign_ins_file] = process.argv.slice(2).filter((word) => !word.startsWith("--"));
if (!sign_ins_file) {
  console.error("usage: matching.mjs BASE_URL SIGN_INS.json [--no-script]");
  process.exit(2);
}
const base = base_given.replace(/\/$/, "");
const sign_ins = JSON.parse(readFileSync(sign_ins_file, "utf8"));
const account_of = (role) => sign_ins.find((one) => key_of(one.role) === role);
const account = account_of("recordsofficer");
const surnames = ["Quillfeather", "Brackenthorpe", "Wendlebury", "Askrigson", "Thistlecroft"];
let passed = 0;
let failed = 0;

function holds(what, is_so) {
  if (!is_so) throw new Error(`not so: ${what}`);
}

const path_of = (page) => new URL(page.url()).pathname;

async function json(page, path) {
  const reply = await page.request.get(base + path, { headers: { accept: "application/json" } });
  holds(`${path} answers 200, not ${reply.status()}`, reply.status() === 200);
  return reply.json();
}

/** The pairs of the five in the queue, by surname, whatever their state. */
async function find_pairs(page) {
  const pairs = {};
  for (let after = ""; after !== null; ) {
    const shown = await json(page, `/api/matches${after}`);
    for (const { candidate, offender_name } of shown.pairs) {
      const surname = surnames.find((one) => offender_name.startsWith(`${one},`));
      if (surname) pairs[surname] = candidate;
    }
    after = shown.next_after ? `?after=${shown.next_after}` : null;
  }
  return pairs;
}

/** Every fact of a person with its own key, without what a join is told by. */
async function facts_of(page, offender) {
  const { names, birth_dates, identifiers, addresses, records, offender: shown } = await json(
    page,
    `/api/offenders/${offender}/details`,
  );
  const { version, ...rest } = shown;
  const own = (all) => all.map(({ offender: _, ...fact }) => JSON.stringify(fact)).sort();
  return {
    shown: rest,
    identifiers,
    facts: [names, birth_dates, addresses, records].map(own),
  };
}

/** What the courts did, where the person was and whom they saw, as whoever sees the whole service reads it. */
async function told_elsewhere(desk, offender) {
  const read = (what) => json(desk.page, `/api/offenders/${offender}/${what}`);
  const own = (all) => all.map((one) => JSON.stringify(one, (key, value) => (key === "offender" ? undefined : value))).sort();
  return {
    appearances: own((await read("sentences")).appearances),
    movements: own((await read("movements")).movements),
    contacts: own((await read("contacts")).contacts),
  };
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** Chooses a decision and says why with keys alone. */
async function decide_by_keys(page, value, reason) {
  await page.focus(`main input[name="decision"][value="Join"]`);
  for (let i = 0; i < 5; ++i) {
    if (await page.$(`main input[name="decision"][value="${value}"]:checked`)) break;
    await page.keyboard.press(i === 0 ? "Space" : "ArrowDown");
  }
  holds(`${value} is chosen by keys`, await page.$(`main input[name="decision"][value="${value}"]:checked`));
  await page.focus('main textarea[name="reason"]');
  await page.keyboard.type(reason);
  await page.focus("main form .govuk-button");
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
}

async function review(page, memory, surname, value) {
  const pair = memory.pairs[surname];
  await page.goto(`${base}/matches/${pair.id}`);
  holds("the page asks the question", /one person/.test(await page.textContent("h1")));
  const table = await page.textContent("table.app-evidence");
  for (const words of ["Where they start", surname, "Birth date", "Sum"])
    holds(`the evidence has ${words}`, table.includes(words));
  await decide_by_keys(page, value, "read both files");
  holds("no error", !(await page.$(".govuk-error-summary")));
  holds("it leads to the queue or the next pair", path_of(page).startsWith("/matches"));
}

const first_steps = [
  ["signs in", ({ page }) => sign_in(page, base, account)],
  [
    "finds the five in the queue, with their chances",
    async ({ page, memory }) => {
      memory.pairs = await find_pairs(page);
      for (const surname of surnames) holds(`${surname} is in the queue`, memory.pairs[surname]);
      await page.goto(`${base}/matches`);
      holds("the queue says how many", /to review/.test(await page.textContent("main")));
      holds("no barrier in the queue", same(await barriers(page), []));
    },
  ],
  [
    "sees both records side by side, at any width and without barriers",
    async ({ page, memory }) => {
      await page.goto(`${base}/matches/${memory.pairs[surnames[0]].id}`);
      holds("what differs is marked", await page.$(".app-evidence .app-differs"));
      const found = await barriers(page);
      holds(found.join("; "), found.length === 0);
      await page.setViewportSize(narrow);
      holds("it fits a telephone", (await overflow(page)) === 0);
      await page.setViewportSize(wide);
    },
  ],
  [
    "is told what is missing, with what was typed kept",
    async ({ page, memory }) => {
      await page.goto(`${base}/matches/${memory.pairs[surnames[0]].id}`);
      await page.check('main input[name="decision"][value="Join"]');
      await page.click("main form .govuk-button");
      holds("the error summary is there", await page.$(".govuk-error-summary"));
      holds("the choice is kept", await page.$('main input[value="Join"]:checked'));
    },
  ],
  [
    "takes the first pair, which is then held",
    async ({ page }) => {
      await page.goto(`${base}/matches`);
      await page.click('main form[action="/matches/next"] button');
      holds("it is a pair", /^\/matches\/[a-z0-9]{13}$/.test(path_of(page)));
      holds("it is held", /Held for you until/.test(await page.textContent("main")));
      await page.click('main form[action="/matches/next"] button');
    },
  ],
];

function meets(surname) {
  return [
    `reads that ${surname} was received by one record and sentenced by the other, and saw a manager`,
    async ({ page, memory }) => {
      const { offender, other } = memory.pairs[surname];
      const sources = (await json(page, `/api/offenders/${offender}/details`)).records.map(({ source }) => source);
      const [prison, probation] = sources.includes("prison") ? [offender, other] : [other, offender];
      await memory.manager.go(`/offenders/${probation}/contacts/add`);
      await memory.manager.send({ kind: "PAIAOM", setting: "Community", on_day: "2006-03-06", words: "Came on time." });
      const inside = await told_elsewhere(memory.reader, prison);
      const outside = await told_elsewhere(memory.reader, probation);
      const counts = [inside, outside].map((told) => Object.values(told).map((all) => all.length));
      holds(`each record has its own facts, not ${counts}`, same(counts, [[0, 1, 0], [1, 0, 1]]));
    },
  ];
}

function joins(surname) {
  return [
    `joins ${surname}, and all facts stand on one record`,
    async ({ page, memory }) => {
      const { offender, other } = memory.pairs[surname];
      memory.before = [await facts_of(page, offender), await facts_of(page, other)];
      memory.elsewhere = [await told_elsewhere(memory.reader, offender), await told_elsewhere(memory.reader, other)];
      await review(page, memory, surname, "Join");
      const one = await facts_of(page, offender);
      for (const i of one.facts.keys())
        holds(
          "the one record has the facts of both",
          same(one.facts[i], [...memory.before[0].facts[i], ...memory.before[1].facts[i]].sort()),
        );
      for (const [what, all] of Object.entries(await told_elsewhere(memory.reader, offender)))
        holds(
          `the one record has the ${what} of both`,
          same(all, [...memory.elsewhere[0][what], ...memory.elsewhere[1][what]].sort()),
        );
      holds("the other leads there", (await facts_of(page, other)).shown.joined_to === offender);
      const changes = JSON.stringify(await json(page, `/api/offenders/${offender}/changes`));
      holds("the event log shows the join", changes.includes("offenders.joined"));
    },
  ];
}

function undoes(surname) {
  return [
    `undoes the join of ${surname}, and every fact is where it was`,
    async ({ page, memory }) => {
      const { offender, other } = memory.pairs[surname];
      await page.goto(`${base}/offenders/${offender}/details`);
      await page.click('main a[href$="/undo"]');
      await page.fill('main [name="reason"]', "they are brothers after all");
      await page.click('main form[method="post"] button.govuk-button');
      const after = [await facts_of(page, offender), await facts_of(page, other)];
      holds("every fact is where it was", same(after, memory.before));
      const elsewhere = [await told_elsewhere(memory.reader, offender), await told_elsewhere(memory.reader, other)];
      holds("every sentence, movement and contact is where it was", same(elsewhere, memory.elsewhere));
      const changes = JSON.stringify(await json(page, `/api/offenders/${other}/changes`));
      holds("the event log shows both", /offenders.joined/.test(changes) && /offenders.link_undone/.test(changes));
      const pair = await json(page, `/api/matches/${memory.pairs[surname].id}`);
      holds("they are kept apart from now on", pair.decisions.some(({ said }) => said === "Different"));
    },
  ];
}

const reviews = (surname, value) => [
  `decides ${value} on ${surname}`,
  ({ page, memory }) => review(page, memory, surname, value),
];

const last_step = [
  "has no doubtful pair of the five left but the one for a second reader",
  async ({ page }) => {
    const left = Object.entries(await find_pairs(page));
    holds(
      "only that one is left",
      left.length === 1 && left[0][1].state === "SecondReading" && left[0][0] === surnames[4],
    );
  },
];

async function journey(script, steps) {
  console.log(`With script ${script ? "on" : "off"}:`);
  const { page, close } = await browser.tab({ script });
  const faults = watch(page, base);
  const memory = {
    manager: await Desk.open(browser, base, account_of("offendermanager"), script),
    reader: await Desk.open(browser, base, account_of("nationalmanager"), script),
  };
  for (const [what, act] of steps) {
    try {
      await act({ page, memory });
      const seen = [faults(), memory.manager.faults(), memory.reader.faults()].flat();
      holds(seen.join("; "), seen.length === 0);
      passed += 1;
      console.log(`  passed  ${what}`);
    } catch (error) {
      failed += 1;
      console.log(`  FAILED  ${what}: ${error.message.split("\n")[0]}`);
    }
  }
  for (const end of [close, memory.manager.close, memory.reader.close]) await end();
}

const browser = await open_browser();
const with_script = [meets(surnames[0]), joins(surnames[0]), undoes(surnames[0]), reviews(surnames[1], "KeepApart")];
const without = [
  meets(surnames[2]),
  joins(surnames[2]),
  undoes(surnames[2]),
  reviews(surnames[3], "KeepApart"),
  reviews(surnames[4], "CannotTell"),
  last_step,
];
const signs_in = first_steps[0];
const finds = [
  "finds who is still in the queue",
  async ({ page, memory }) => {
    memory.pairs = await find_pairs(page);
  },
];
if (no_script) await journey(false, [...first_steps, ...with_script, ...without]);
else {
  await journey(true, [...first_steps, ...with_script]);
  await journey(false, [signs_in, finds, ...without]);
}
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
