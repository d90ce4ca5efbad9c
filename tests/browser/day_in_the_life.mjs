// day_in_the_life.mjs BASE_URL SIGN_INS.json [--no-script] [--pictures=FOLDER] -- SERVE...
//
// One offender from court to a second time in prison, through the hands of everybody who has a part in it: the
// case is taken over, assessed, planned, referred and booked; two appointments are missed, breach is begun and the
// court decides; everything is reviewed. Then prison, a licence, and the recall of it. On days that the test moves
// as through_the_gate.mjs does. Before and after every step all clocks about the person are read: each must be one
// that the test says runs, due on the day that the test works out by a calendar of its own (working_days.mjs), and
// none may be late. The database is a demonstration's (`noms demo --json`). Exit code 1 when a step failed.
import { answer, answer_all_sections, open_section, path_of, send, senior_officer } from "./assessing.mjs";
import { open_browser } from "./browser.mjs";
import { Desk } from "./desk.mjs";
import { choice, given, her_day_fits, holds, invented, is_added, is_received, is_sentenced, letters, open, says, tell } from "./story.mjs";
import { days_after, in_short, months_after, working_days_after } from "./working_days.mjs";

const { script, looks_well, base, account_of, service } = given("day_in_the_life.mjs");
const first_day = "2006-04-03"; // of the demonstration
const person = invented("Desmond", "D");
const shelter = `Shelter House ${letters(4)}`;
let referral; // the path of its page

const browser = await open_browser();
await service.on(first_day);
const desk_of = (role) => Desk.open(browser, base, account_of(role), script);
const olive = await desk_of("offendermanager");
const peter = await desk_of("prisonstaff");
const rosa = await desk_of("regionalmanager");
const anil = await desk_of("analyst");
let sheila; // the senior officer of Olive's area, once she was given a password

// -- the clocks -----------------------------------------------------------------------------------

/** What runs, in words, and the last day on which it is in time. */
const running = new Map();
const clocks = {
  named: "Name the offender manager",
  met: "First appointment with the offender manager",
  planned: "Assessment and sentence plan",
  countersigned: "Look at the assessment and countersign it",
  assessed_again: "Review the assessment",
  planned_again: "Review the sentence plan",
  referral: "Accept or refuse a referral: Advice on housing",
  judged: "Decide whether the absence is acceptable",
  warned: "Warn the offender in writing",
  warned_again: "Give a final warning",
  breach: "Begin breach proceedings",
  breach_report: "Send the breach report to the court",
  breach_listed: "Have the breach listed at a court",
  breach_result: "Record what the court decided",
  supervisor: "Assign an offender supervisor",
  supervisor_met: "First contact by the offender supervisor",
  recall: "Ask for recall or decide against it",
  recall_known: "Find out at once whether the licence was revoked",
  recall_result: "Record how the recall ended",
};
const starts = (clock, due_on) => running.set(clock, due_on);
function ends(...all) {
  for (const clock of all) holds(`${clock} ran`, running.delete(clock));
}
const in_working_days = (count) => working_days_after(service.day, count);
/** The next review, 4 months on: NPS Bulletin 67 (2007). */
const in_four_months = () => months_after(service.day, 4);

/** Nothing is late, nothing runs that must not, and each is due on its day; Rosa sees whom everybody asks. */
async function the_clocks_are_right(when) {
  if (!person.record) return;
  await open(rosa, person.record);
  const shown = await rosa.page.$$eval("#due li", (all) =>
    all.map((one) => [".app-due__what", ".app-due__when"].map((part) => one.querySelector(part).textContent.trim())),
  );
  const wanted = [...running].map(([what, due_on]) => [what, due_on === service.day ? "today" : in_short(due_on)]);
  const in_words = (all) => all.map((each) => each.join(", ")).sort().join("; ");
  const late = [...running].filter(([, due_on]) => due_on < service.day);
  holds(`${when}: nothing is late, but ${late}`, late.length === 0);
  holds(`${when}: "${in_words(shown)}" run, and not "${in_words(wanted)}"`, in_words(shown) === in_words(wanted));
  await rosa.go("/enforcement?state=Late");
  holds(`${when}: the region has nothing late of the person`, !(await rosa.words()).includes(person.surname));
}

// -- what is done more than once ------------------------------------------------------------------

async function keeps_to(fields, ending) {
  await olive.send(fields, ending);
  const errors = await olive.errors();
  holds(errors.join("; "), errors.length === 0);
}

/** The outcome of the appointment of that day. */
async function outcome(day, code, words) {
  await open(olive, person.record + "/contacts");
  await olive.follow(in_short(day));
  await keeps_to({ outcome: code, words }, "/outcome");
}

async function books_for_today(place) {
  await open(olive, person.record + "/contacts");
  await olive.follow("Book an appointment");
  await keeps_to({ kind: "PAIAOM", setting: "Community", on_day: service.day, at_time: "10:00", place, despite: "The only time that is left" });
}

/** Olive assesses, with a risk that wants a second signature, which Sheila is then asked for. */
async function assesses(name) {
  const { page } = olive;
  await open(olive, `${person.record}/assessments`);
  await send(page, "Start an assessment");
  const assessment = base + path_of(page).replace(/\/sections.*/, "");
  await looks_well(olive, `${name}-first-section`);
  await answer_all_sections(page);
  await open_section(page, assessment, "Accommodation");
  await answer(page, "3.3", "yes");
  await send(page, "Save and go on");
  await open_section(page, assessment, "Risk of serious harm");
  await answer(page, "R10.public.community", "High");
  await send(page, "Save and go on");
  await page.goto(assessment);
  await looks_well(olive, `${name}-to-sign`);
  await send(page, "Sign the assessment");
  says("the assessment", await olive.words(), "second signature");
  starts(clocks.countersigned, in_working_days(5));
  person.assessed_on = service.day;
}

async function countersigns(name) {
  await open(sheila, "/tasks");
  says("what Sheila has to do", await sheila.words(), `${person.surname}, ${person.first_name}: ${clocks.countersigned}`);
  await open(sheila, `${person.record}/assessments`);
  await sheila.page.locator("main table a[href*='/assessments/']").first().click();
  await looks_well(sheila, name);
  await send(sheila.page, "Countersign");
  says("the assessment", await sheila.words(), "Complete");
  ends(clocks.countersigned);
  // The next one counts from the first signature.
  starts(clocks.assessed_again, months_after(person.assessed_on, 4));
}

async function signs_the_plan(fields, name) {
  await open(olive, `${person.record}/sentence-plan`);
  await olive.follow(name ? "Sign" : "Review and sign");
  if (name) await looks_well(olive, name);
  await keeps_to({ stand: "Agreed", ...fields });
  starts(clocks.planned_again, in_four_months());
}

async function attends_a_session() {
  await open(olive, referral);
  await keeps_to({ attendance: "Attended" }, "/sessions");
}

// -- the order ------------------------------------------------------------------------------------

async function her_day_stands_on_one_screen() {
  await her_day_fits(olive, looks_well, "her-day");
}

async function the_court_makes_an_order() {
  await is_added(olive, person);
  const order = { disposal: "CO", months: 12, purposes: "ReduceReoffending", requirement: "REQ_SUP", requirement_amount: 12 };
  await is_sentenced(olive, person, service.day, order, { committed_on: "2007-06-11" });
  says("who is responsible", await olive.words(), "by the duty rule");
  // National Standards 2007: 3, 5 and 15 working days from the sentence.
  starts(clocks.named, in_working_days(3));
  starts(clocks.met, in_working_days(5));
  starts(clocks.planned, in_working_days(15));
}

async function olive_takes_the_case_over() {
  await open(rosa, person.record + "/management");
  await rosa.follow("Give to another manager");
  await looks_well(rosa, "give-over");
  await rosa.send({ manager: await choice(rosa, "manager", "Olive Marsh"), reason: "She has known him since 2001" });
  says("who is responsible", await rosa.words(), "Olive Marsh is responsible");
  ends(clocks.named);
  await olive.go("/caseload");
  says("her cases", await olive.words(), person.surname);
  await open(olive, "/tasks");
  await looks_well(olive, "tasks");
}

async function she_books_the_weeks_ahead() {
  await open(olive, person.record + "/series/add");
  await olive.send({ every: "Week", first_on: "2007-10-08", last_on: "2007-12-17", kind: "PAIAOM", setting: "Community", at_time: "07:05", place: "12 Hill Street" });
  says("the plan", await olive.words(), "11 appointments would be booked");
  const clashes = await olive.page.locator('main [name="on_clash"]').count();
  await keeps_to(clashes ? { on_clash: "BookAllTheSame", despite: "She comes early that day" } : {});
  says("the weeks ahead", await olive.words(), "Every week from 8 October 2007 to 17 December 2007", "11 appointments");
  await looks_well(olive, "weeks-ahead");
}

async function he_keeps_the_first() {
  await outcome("2007-10-08", "ATT", "Came on time; sleeps at a friend's.");
  ends(clocks.met);
}

async function she_assesses_him() {
  await assesses("assessment");
}

async function her_senior_countersigns() {
  const tab = await senior_officer({ browser, base, administrator: account_of("accountadministrator"), script }, olive.page);
  sheila = new Desk(base, tab.account, tab);
  desks.push(sheila);
  await countersigns("countersign");
}

async function the_plan_is_made_and_signed() {
  const objective = async (need, words, by_day) => {
    await open(olive, `${person.record}/sentence-plan`);
    await olive.follow("Add an objective");
    await keeps_to({ need, objective: words, activity: "unspecified", who: "Offender", by_day });
  };
  await objective("ATT", "Think before he acts", "2008-06-02");
  await objective("ACC", "Find a room of his own", "2008-02-01");
  const place = async (words, fields) => {
    await open(olive, `${person.record}/sentence-plan`);
    await olive.follow(`Place in the plan ${words}`);
    await keeps_to(fields);
  };
  await place("Think before", { requirement: "REQ_SUP", aim: "Change", stage: "Programme", plain_words: "Stop and think first." });
  await place("Find a room", { requirement: "", aim: "Help", stage: "Stabilise", plain_words: "Find your own room." });
  await signs_the_plan({ words: "A room comes first." }, "sign-plan");
  ends(clocks.planned);
  await open(olive, `${person.record}/sentence-plan/copy`);
  says("his copy", await olive.words(), "Find your own room.", "Stop and think first.");
}

async function what_fits_is_found_and_he_is_referred() {
  await open(olive, "/management/officers");
  const area = (await olive.page.textContent("h1")).replace("Offender managers: ", "").trim();
  await open(rosa, "/catalogue");
  await rosa.follow("Add an offering");
  await rosa.send({ intervention: "HOUSING", place: await choice(rosa, "place", area), places: 3, provider: shelter });
  says("the offering", await rosa.words(), shelter);
  await open(olive, person.record);
  await olive.follow("Referrals");
  await olive.follow("See what fits");
  says("what fits", await olive.words(), /\d+ fit now/, shelter);
  await looks_well(olive, "fits");
  await olive.page.locator("main tr", { hasText: shelter }).locator("a", { hasText: "Refer" }).click();
  await keeps_to({ why: "He sleeps at a friend's" });
  referral = olive.path;
  starts(clocks.referral, in_working_days(10));
}

async function it_is_accepted_and_begun() {
  await open(olive, referral);
  await keeps_to({ step: "Accept" }, "/steps");
  await keeps_to({ step: "Start" }, "/steps");
  says("the referral", await olive.words(), "Started");
  ends(clocks.referral);
  await attends_a_session();
  await looks_well(olive, "referral");
}

// -- the breach -----------------------------------------------------------------------------------

async function he_misses_the_fourth() {
  await outcome("2007-10-15", "ATT", "Came.");
  await outcome("2007-10-22", "ATT", "Came.");
  await attends_a_session();
  await outcome("2007-10-29", "UA", "Did not come, did not ring.");
  starts(clocks.warned, in_working_days(10));
}

async function she_warns_him() {
  await open(olive, person.record + "/enforcement");
  await olive.follow("Record a warning");
  await keeps_to({});
  says("enforcement", await olive.words(), "Warned on 31 October 2007");
  ends(clocks.warned);
  await attends_a_session();
}

async function he_comes_again_until_december() {
  for (const day of ["2007-11-05", "2007-11-12", "2007-11-19", "2007-11-26", "2007-12-03"]) await outcome(day, "ATT", "Came.");
  await attends_a_session();
  await keeps_to({ step: "Complete" }, "/steps");
  says("the referral", await olive.words(), "Completed", "4 of 4 sessions");
}

async function he_misses_the_last() {
  await outcome("2007-12-10", "ATT", "Came.");
  await outcome("2007-12-17", "ABS", "Did not come, did not ring.");
  starts(clocks.judged, in_working_days(7));
}

async function she_judges_it_before_christmas() {
  await outcome("2007-12-17", "UA", "He gave no reason.");
  ends(clocks.judged);
  // PC43/2004: 10 working days from the failure. Two days of Christmas and New Year's Day do not count.
  starts(clocks.breach, working_days_after("2007-12-17", 10));
  holds("which is the 3rd of January", running.get(clocks.breach) === "2008-01-03");
  says("enforcement", await open(olive, person.record + "/enforcement"), "Begin breach proceedings");
  await looks_well(olive, "second-failure");
}

async function breach_is_begun_in_time() {
  await open(olive, person.record + "/enforcement");
  await olive.follow("Begin breach proceedings");
  await keeps_to({ begun_on: service.day });
  ends(clocks.breach);
  starts(clocks.breach_report, in_working_days(5));
  starts(clocks.breach_listed, in_working_days(10));
}

async function the_report_is_served_and_it_is_listed() {
  await open(olive, person.record + "/enforcement");
  await olive.follow("Breach begun on 28 December 2007");
  await keeps_to({ response: "Came nine times of eleven.", proposal: "Forty hours of unpaid work." }, "/report");
  await keeps_to({}, "/serve");
  ends(clocks.breach_report);
  await the_clocks_are_right("once it is served");
  await open(olive, person.record + "/enforcement");
  await olive.follow("Breach begun on 28 December 2007");
  await olive.follow("Record the hearing");
  await keeps_to({ hearing_on: "2008-01-14" });
  ends(clocks.breach_listed);
  starts(clocks.breach_result, working_days_after("2008-01-14", 1));
  await looks_well(olive, "breach-listed");
}

async function the_court_decides() {
  await open(olive, person.record + "/enforcement");
  await olive.follow("Breach begun on 28 December 2007");
  await olive.follow("Record what the court decided");
  await keeps_to({ result: "Amended", decided_on: service.day, words: "Forty hours of unpaid work are added." });
  ends(clocks.breach_result);
  says("enforcement", await open(olive, person.record + "/enforcement"), "Nothing is to be done");
}

async function he_is_assessed_again() {
  await assesses("review");
}

async function the_review_is_countersigned() {
  ends(clocks.assessed_again);
  await countersigns("countersign-review");
}

async function the_plan_is_reviewed() {
  ends(clocks.planned_again);
  await signs_the_plan({ words: "It goes better.", note: "He found a room; the group is still to come." });
}

// -- prison, and the licence ----------------------------------------------------------------------

async function another_court_sends_him_to_prison() {
  // 101 days on remand count: half of twelve months is over on 23 May 2008.
  const term = { disposal: "IMP12", months: 12, remand_days: 101, purposes: "Punish" };
  await is_sentenced(olive, person, service.day, term, { offence: "Burglary in a dwelling", committed_on: "2007-09-21" });
  says("who is responsible", await olive.words(), "Olive Marsh is responsible");
  // National Standards 2007 for those in custody: 2 and 10 working days, and 8 weeks.
  starts(clocks.supervisor, in_working_days(2));
  starts(clocks.supervisor_met, in_working_days(10));
  starts(clocks.planned, days_after(service.day, 8 * 7));
  await open(olive, person.record + "/sentences");
  await olive.follow("Community order");
  await olive.follow("End this sentence");
  await keeps_to({ ended_on: service.day, reason: "Revoked" });
  await is_received(peter, person, service.day, { warrant_kind: "Committal", authorises: "12 months' imprisonment" });
}

async function peter_is_his_supervisor() {
  await open(peter, person.record + "/management");
  await peter.follow("Set who stands beside the manager");
  await peter.send({ role: "OffenderSupervisor", name: peter.account.name });
  says("who stands beside", await peter.words(), "Offender supervisor", "Peter Quill");
  ends(clocks.supervisor);
}

async function peter_meets_him() {
  await open(peter, person.record + "/contacts");
  await peter.follow("Record a contact");
  await peter.send({ kind: "PAIAOM", setting: "Custody", on_day: service.day, words: "Works in the laundry; wants the room kept." });
  holds("it is recorded", (await peter.errors()).length === 0);
  ends(clocks.supervisor_met);
  await looks_well(peter, "contacts-in-prison");
}

async function the_plan_is_signed_inside() {
  ends(clocks.planned, clocks.planned_again);
  await signs_the_plan({ words: "I keep the room.", note: "In prison until May." });
}

async function he_is_released_on_licence() {
  await open(peter, person.record + "/movements");
  await peter.follow("Release");
  await peter.send({ moved_on: service.day, moved_at: "08:45", reason: "Conditional" });
  says("enforcement", await open(olive, person.record + "/enforcement"), "Licence of:");
  // The standards of 2007 hold a licence as they do an order; 26 May is a bank holiday.
  starts(clocks.met, in_working_days(5));
  starts(clocks.planned, in_working_days(15));
  holds("which is the 2nd of June", running.get(clocks.met) === "2008-06-02");
  await looks_well(olive, "licence");
}

async function he_keeps_his_first_on_licence() {
  await books_for_today("12 Hill Street");
  await outcome(service.day, "ATT", "Came; the room is kept.");
  ends(clocks.met);
}

async function he_is_assessed_outside() {
  await assesses("assessed-outside");
}

async function that_is_countersigned() {
  ends(clocks.assessed_again);
  await countersigns("countersign-outside");
}

async function the_plan_is_signed_outside() {
  ends(clocks.planned, clocks.planned_again);
  await signs_the_plan({ words: "I want to keep out.", note: "Out since 23 May." });
}

/** He misses what is booked for today, and Olive records what the standards ask for. */
async function fails(clock) {
  await books_for_today("12 Hill Street");
  await outcome(service.day, "UA", "Did not come, did not ring.");
  starts(clock, in_working_days(10));
  await the_clocks_are_right("once it failed");
}

async function the_first_failure_is_warned_of() {
  await fails(clocks.warned);
  await open(olive, person.record + "/enforcement");
  await olive.follow("Record a warning");
  await keeps_to({});
  ends(clocks.warned);
}

async function the_second_is_a_final_warning() {
  await fails(clocks.warned_again);
  await open(olive, person.record + "/enforcement");
  await olive.follow("Record a final warning");
  await keeps_to({});
  ends(clocks.warned_again);
}

async function the_third_is_a_recall_at_once() {
  await fails(clocks.recall);
  await open(olive, person.record + "/enforcement");
  await olive.follow("Ask for recall");
  const [senior] = await olive.options("endorsed_by");
  await looks_well(olive, "ask-for-recall");
  await keeps_to({ kind: "Emergency", reason: "FailedToComply", endorsed_by: senior.value, tried: "A warning and a final warning." });
  ends(clocks.recall);
  // 2 hours: the same day.
  starts(clocks.recall_known, service.day);
  await the_clocks_are_right("once it was asked for");
  await olive.follow("Record the decision");
  await keeps_to({ decision: "Revoked", decided_on: service.day, words: "Out of touch." });
  ends(clocks.recall_known);
  starts(clocks.recall_result, in_working_days(20));
}

async function he_is_back_in_prison() {
  const words = await is_received(peter, person, service.day, { warrant_kind: "Recall", authorises: "The rest of 12 months" });
  says("the movements", words, "Recall");
  await looks_well(peter, "recalled");
  says("enforcement", await open(olive, person.record + "/enforcement"), "It does not run today");
}

async function the_board_has_the_last_word() {
  await open(olive, person.record + "/enforcement");
  await olive.follow("Recall asked for on 9 June 2008");
  await olive.follow("Record how the recall ended");
  await keeps_to({ result: "NotReleased", ended_on: service.day, words: "To be looked at again in a year." });
  ends(clocks.recall_result);
  says("the timeline", await open(olive, person.record), /recall/i);
  await looks_well(olive, "the-whole-record");
  for (const ending of ["", "/enforcement", "/sentence-plan", "/assessments"]) holds("an analyst opens none of it", (await anil.go(person.record + ending)) === 403);
}

/** [day, what happens, the step] */
const chapters = [
  [first_day, "everything late or due today of sixty cases stands on one screen", her_day_stands_on_one_screen],
  ["2007-10-01", "a court makes an order, and the duty officer has the case", the_court_makes_an_order],
  ["2007-10-02", "Olive takes the case over", olive_takes_the_case_over],
  ["2007-10-04", "she books the weeks ahead", she_books_the_weeks_ahead],
  ["2007-10-08", "he keeps the first appointment on its last day", he_keeps_the_first],
  ["2007-10-10", "she assesses him", she_assesses_him],
  ["2007-10-12", "her senior countersigns", her_senior_countersigns],
  ["2007-10-15", "the plan is made, and signed in his words", the_plan_is_made_and_signed],
  ["2007-10-16", "what fits is found, and he is referred", what_fits_is_found_and_he_is_referred],
  ["2007-10-17", "it is accepted and begun", it_is_accepted_and_begun],
  ["2007-10-29", "he misses an appointment", he_misses_the_fourth],
  ["2007-10-31", "she warns him", she_warns_him],
  ["2007-12-03", "he comes again, and completes what he was referred to", he_comes_again_until_december],
  ["2007-12-17", "he misses the second within twelve months", he_misses_the_last],
  ["2007-12-21", "she judges it", she_judges_it_before_christmas],
  ["2007-12-28", "breach is begun within ten working days", breach_is_begun_in_time],
  ["2008-01-03", "the report is served, and a court lists it", the_report_is_served_and_it_is_listed],
  ["2008-01-14", "the court's result closes it", the_court_decides],
  ["2008-02-04", "he is assessed again before four months are over", he_is_assessed_again],
  ["2008-02-05", "that is countersigned", the_review_is_countersigned],
  ["2008-02-06", "the plan is reviewed", the_plan_is_reviewed],
  ["2008-03-03", "another court sends him to prison", another_court_sends_him_to_prison],
  ["2008-03-04", "Peter is his supervisor", peter_is_his_supervisor],
  ["2008-03-10", "and meets him", peter_meets_him],
  ["2008-03-17", "the plan is signed inside", the_plan_is_signed_inside],
  ["2008-05-23", "he is released on licence", he_is_released_on_licence],
  ["2008-05-27", "he keeps the first appointment of it", he_keeps_his_first_on_licence],
  ["2008-05-29", "he is assessed outside", he_is_assessed_outside],
  ["2008-05-30", "which is countersigned", that_is_countersigned],
  ["2008-06-02", "and the plan is signed outside", the_plan_is_signed_outside],
  ["2008-06-04", "the first failure of the licence is warned of", the_first_failure_is_warned_of],
  ["2008-06-06", "the second is a final warning", the_second_is_a_final_warning],
  ["2008-06-09", "the third is a recall at once, and the licence is revoked", the_third_is_a_recall_at_once],
  ["2008-06-10", "he is back in prison", he_is_back_in_prison],
  ["2008-06-30", "the Parole Board has the last word, in time", the_board_has_the_last_word],
];

const desks = [olive, peter, rosa, anil];
const story = chapters.map(([day, what, step]) => [
  day,
  what,
  async () => {
    await the_clocks_are_right("before");
    await step();
    await the_clocks_are_right("after");
  },
]);
await tell({ story, service, browser, script, desks });
