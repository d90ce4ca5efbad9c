// enforcement.mjs BASE_URL SIGN_INS.json [--no-script] [--pictures=FOLDER] -- SERVE...
//
// An order and a licence that are not complied with, step by step, on days that the test moves as
// through_the_gate.mjs does: missed twice, warned, brought before a court within ten working days, the
// court's result; and a third failure on licence, the recall asked for, decided and ended. What is late is
// seen by the region. The database is a demonstration's (`noms demo --json`). Exit code 1 when a step failed.
import { open_browser } from "./browser.mjs";
import { Desk } from "./desk.mjs";
import { given, holds, invented, is_added, is_received, is_sentenced, open, says, tell } from "./story.mjs";

const { script, looks_well, base, account_of, service } = given("enforcement.mjs");
const first_day = "2006-04-03";

const on_order = invented("Walter", "G");
const on_licence = invented("Walter", "G");

const browser = await open_browser();
await service.on(first_day);
const olive = await Desk.open(browser, base, account_of("offendermanager"), script);
const peter = await Desk.open(browser, base, account_of("prisonstaff"), script);
const rosa = await Desk.open(browser, base, account_of("regionalmanager"), script);
const anil = await Desk.open(browser, base, account_of("analyst"), script);

/** What Olive has to do about the person, as her list of tasks has it. */
async function tasks_about(person) {
  const { body } = await olive.json("/tasks");
  const all = body.tasks.filter(({ about }) => about.startsWith(person.surname));
  return all.map(({ task }) => task);
}
async function is_asked(person, kind, due_on) {
  const found = (await tasks_about(person)).find((task) => task.kind === kind);
  holds(`${kind} is asked of Olive`, found);
  holds(`${kind} is due on ${due_on}, not ${found.due_on}`, found.due_on === due_on);
}
const clocks = ["judge_absence", "warn", "final_warning", "breach", "recall", "breach_report", "breach_hearing", "breach_result", "recall_decision", "recall_result"];
async function nothing_is_asked(person) {
  const left = (await tasks_about(person)).map(({ kind }) => kind).filter((kind) => clocks.includes(kind));
  holds(`no clock runs, but ${left}`, left.length === 0);
}

const burglary = { offence: "Burglary in a dwelling", committed_on: "2005-11-12" };
async function sentence(person, passed) {
  await is_added(olive, person);
  await is_sentenced(olive, person, service.day, { ...passed, manager: olive.account.name }, burglary);
  says("who is responsible", await olive.words(), "Olive Marsh is responsible");
}
async function misses_an_appointment(person, outcome = "UA") {
  await open(olive, person.record + "/contacts");
  await olive.follow("Book an appointment");
  await olive.send({ kind: "PAIAOM", setting: "Community", on_day: service.day, at_time: "10:00", place: "Probation office", despite: "The only time that is left" });
  await olive.page.locator("#contacts tbody th a").first().click();
  await olive.send({ outcome, words: "Did not come, did not ring." }, "/outcome");
  holds("the outcome is recorded", (await olive.errors()).length === 0);
}

// -- the order ------------------------------------------------------------------------------------

async function the_court_makes_an_order() {
  await sentence(on_order, { disposal: "CO", months: 12, purposes: "ReduceReoffending", requirement: "REQ_SUP", requirement_amount: 12 });
  says("enforcement", await open(olive, on_order.record + "/enforcement"), "No failure in the last twelve months", "Community order, 12 months");
  await looks_well(olive, "nothing-failed");
}

async function he_misses_the_first() {
  await misses_an_appointment(on_order);
  await is_asked(on_order, "warn", "2006-05-16");
  says("enforcement", await open(olive, on_order.record + "/enforcement"), "Warn the offender in writing", "by Tue 16 May 2006", "One more failure would mean: Begin breach proceedings");
  await looks_well(olive, "first-failure");
}

async function olive_warns_him() {
  await open(olive, on_order.record + "/enforcement");
  await olive.follow("Record a warning");
  await looks_well(olive, "warning-form");
  await olive.send({ words: "" });
  says("the form", (await olive.errors()).join(), "what the warning says");
  await olive.send({ words: "Your absence of 2 May was not acceptable. Another means court." });
  says("enforcement", await olive.words(), "Warned on 4 May 2006");
  await nothing_is_asked(on_order);
}

async function he_misses_the_second() {
  await misses_an_appointment(on_order, "ABS");
  await is_asked(on_order, "judge_absence", "2006-06-01");
  says("enforcement", await open(olive, on_order.record + "/enforcement"), "Not judged yet");
  await open(olive, on_order.record + "/contacts");
  await olive.page.locator("#contacts tbody th a").first().click();
  await olive.send({ outcome: "UA", words: "No reason was given." }, "/outcome");
  // The last Monday of May is a bank holiday.
  await is_asked(on_order, "breach", "2006-06-06");
}

async function olive_is_told_before_it_is_late() {
  await olive.go("/caseload");
  says("her day", await olive.words(), new RegExp(`${on_order.surname}[^.]*Begin breach proceedings`));
}

async function it_is_late_and_the_region_sees_it() {
  await rosa.go("/enforcement?state=Late&kind=breach");
  const late = await rosa.words();
  says("the region's list", late, on_order.surname, "1 day late", "Olive Marsh");
  await looks_well(rosa, "late-in-the-region");
  await rosa.go("/region");
  await rosa.follow("Enforcement that is late or due");
  says("the way from the region", await rosa.words(), /[\d,]+ late, [\d,]+ due within five working days/);
  await looks_well(rosa, "enforcement-of-the-region");
  holds("an analyst may not see it", (await anil.go("/enforcement")) === 403);
  holds("nor begin it", (await anil.go(on_order.record + "/enforcement")) === 403);
  holds("a prison does not oversee it", (await peter.go("/enforcement")) === 403);
  says("Rosa's page of him", await open(rosa, on_order.record + "/enforcement"), "1 day late");
  holds("Rosa enforces nothing herself", (await rosa.page.locator('main a[href$="/breach"]').count()) === 0);
}

async function olive_begins_breach() {
  await open(olive, on_order.record + "/enforcement");
  holds("a second failure is not answered by a warning", (await olive.page.locator('main a[href$="/warn"]').count()) === 0);
  await olive.follow("Begin breach proceedings");
  await looks_well(olive, "breach-form");
  await olive.send({ begun_on: "2006-05-20" });
  says("the form", (await olive.errors()).join(), "before the failure");
  await olive.send({ begun_on: service.day });
  says("the breach", await olive.words(), "Report not served yet", "Not listed yet");
  await is_asked(on_order, "breach_report", "2006-06-08");
  await is_asked(on_order, "breach_hearing", "2006-06-15");
  await looks_well(olive, "breach-begun");
}

async function the_report_is_drawn_and_served() {
  await olive.send({}, "/serve");
  says("the page", (await olive.errors()).join(), "Write how the offender responded");
  await olive.send({ response: "Came twice.", proposal: "Forty hours of unpaid work." }, "/report");
  await olive.follow("Draft report");
  await olive.page.emulateMedia({ media: "print" });
  says("the report", await olive.words(), "This is a draft", "2 May 2006", "22 May 2006", "Warned on 4 May 2006", "Supervision requirement", "Did not come, did not ring. No reason was given.", "Forty hours");
  await olive.page.emulateMedia({ media: null });
  await looks_well(olive, "report");
  await olive.follow("Back to the breach");
  await olive.send({}, "/serve");
  says("the breach", await olive.words(), "Served on 1 June 2006", "Report served, not listed yet");
  holds("nothing in it changes", (await olive.page.locator('main textarea').count()) === 0);
}

async function it_is_listed() {
  await olive.follow("Record the hearing");
  await looks_well(olive, "hearing-form");
  await olive.send({ hearing_on: "2006-06-19" });
  says("the breach", await olive.words(), /Before .* on 19 June 2006/);
  await is_asked(on_order, "breach_result", "2006-06-20");
}

async function the_court_decides() {
  await open(olive, on_order.record + "/enforcement");
  await olive.follow("Breach begun on 1 June 2006");
  await olive.follow("Record what the court decided");
  const offered = (await olive.options("result")).map(({ value }) => value);
  holds("no court could fine for it in 2006", !offered.includes("Fine") && offered.includes("Amended"));
  await looks_well(olive, "result-form");
  await olive.send({ result: "Amended", decided_on: service.day });
  says("the form", (await olive.errors()).join(), /court's words/i);
  await olive.send({ words: "Forty hours of unpaid work are added." });
  says("the breach", await olive.words(), "The order was made more onerous, 19 June 2006", "Forty hours");
  await nothing_is_asked(on_order);
  says("enforcement", await open(olive, on_order.record + "/enforcement"), "2 failures in the last twelve months. Nothing is to be done", "Breach begun on 1 June 2006");
  says("the timeline", await open(olive, on_order.record), "Court decided on a breach", "Warned for a failure to comply");
}

// -- the licence ----------------------------------------------------------------------------------

async function another_goes_to_prison() {
  await sentence(on_licence, { disposal: "IMP12", months: 18, purposes: "Punish" });
  await is_received(peter, on_licence, service.day, { warrant_kind: "Committal", authorises: "18 months' imprisonment" });
}

async function he_is_released_on_licence() {
  await open(peter, on_licence.record + "/movements");
  await peter.follow("Release");
  await peter.send({ moved_on: service.day, moved_at: "08:45", reason: "Conditional" });
  says("enforcement", await open(olive, on_licence.record + "/enforcement"), "Licence of:", "No failure in the last twelve months");
}

async function he_is_warned_once() {
  await misses_an_appointment(on_licence);
  await open(olive, on_licence.record + "/enforcement");
  await olive.follow("Record a warning");
  await olive.send({});
}
async function he_is_warned_for_the_last_time() {
  await misses_an_appointment(on_licence);
  await open(olive, on_licence.record + "/enforcement");
  await olive.follow("Record a final warning");
  await olive.send({});
  says("enforcement", await olive.words(), "Given a final warning on 12 February 2007", "One more failure would mean: Begin recall");
}

async function the_third_means_recall() {
  await misses_an_appointment(on_licence);
  await is_asked(on_licence, "recall", "2007-03-05");
  await open(olive, on_licence.record + "/enforcement");
  await looks_well(olive, "third-failure");
  await olive.follow("Ask for recall");
  const kinds = (await olive.options("kind")).map(({ value }) => value);
  holds(`there is no recall of fixed term in 2007: ${kinds}`, kinds.join() === "Standard,Emergency");
  const [senior] = await olive.options("endorsed_by");
  await looks_well(olive, "recall-form");
  await olive.send({ kind: "Standard", reason: "FailedToComply", endorsed_by: senior.value, tried: "" });
  says("the form", (await olive.errors()).join(), "what was tried");
  await olive.send({ tried: "A warning and a final warning." });
  says("the recall", await olive.words(), "Nobody has decided on it yet", "Secretary of State", senior.label);
  await is_asked(on_licence, "recall_decision", "2007-02-20");
  await looks_well(olive, "recall");
}

async function the_licence_is_revoked() {
  await open(olive, on_licence.record + "/enforcement");
  await olive.follow("Recall asked for on 19 February 2007");
  await olive.follow("Record the decision");
  await olive.send({ decision: "Revoked", decided_on: service.day, words: "Out of touch." });
  says("the recall", await olive.words(), "The licence was revoked on 20 February 2007");
  says("enforcement", await open(olive, on_licence.record + "/enforcement"), "Record how the recall ended");
}

async function the_board_decides() {
  says("enforcement", await open(olive, on_licence.record + "/enforcement"), "It does not run today");
  await olive.follow("Recall asked for on 19 February 2007");
  await olive.follow("Record how the recall ended");
  await olive.send({ result: "ReleasedOn", ended_on: service.day });
  says("the form", (await olive.errors()).join(), "the day that the Board recommended");
  await olive.send({ release_on: "2007-04-30", words: "Release with residence." });
  says("the recall", await olive.words(), "The Parole Board recommended release on a day", "30 April 2007");
  await nothing_is_asked(on_licence);
}

/** [day, what happens, the step] */
const story = [
  [first_day, "the court makes an order", the_court_makes_an_order],
  ["2006-05-02", "he misses an appointment, and Olive is asked for a warning", he_misses_the_first],
  ["2006-05-04", "Olive warns him", olive_warns_him],
  ["2006-05-22", "he misses the second within twelve months", he_misses_the_second],
  ["2006-05-31", "Olive is told of it before it is late", olive_is_told_before_it_is_late],
  ["2006-06-07", "left undone, it is late, and the region sees it", it_is_late_and_the_region_sees_it],
  ["2006-06-01", "Olive begins breach within the ten working days", olive_begins_breach],
  ["2006-06-01", "the report is drawn from the record, printed and served", the_report_is_drawn_and_served],
  ["2006-06-02", "it is listed at a court", it_is_listed],
  ["2006-06-19", "the court's result closes it", the_court_decides],
  ["2006-06-20", "another is sentenced and received into prison", another_goes_to_prison],
  ["2007-01-02", "he is released on licence", he_is_released_on_licence],
  ["2007-02-05", "the first failure of the licence is answered by a warning", he_is_warned_once],
  ["2007-02-12", "the second by a final warning", he_is_warned_for_the_last_time],
  ["2007-02-19", "the third means recall, which a senior officer endorses", the_third_means_recall],
  ["2007-02-20", "the licence is revoked", the_licence_is_revoked],
  ["2007-03-15", "the Parole Board's recommendation ends the recall", the_board_decides],
];

await tell({ story, service, browser, script, desks: [olive, peter, rosa, anil] });
