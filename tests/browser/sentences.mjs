// sentences.mjs BASE_URL SIGN_INS.json [--no-script] [--pictures=FOLDER] -- SERVE...
//
// Sentences that no demonstration holds, on days that the test moves as through_the_gate.mjs does: a fine with
// instalments that is not paid and is enforced step by step, weekends in prison of which one is missed, and,
// under the law of 2008, the marks of an offence. The database is a demonstration's (`noms demo --json`). Exit
// code 1 when a step failed.
import { open_browser } from "./browser.mjs";
import { Desk } from "./desk.mjs";
import { given, holds, letters, says, tell } from "./story.mjs";

const { script, looks_well, base, account_of, service } = given("sentences.mjs");
const first_day = "2006-04-03";
const who = { surname: `S${letters(6)}`, number: `A${1000 + Math.floor(Math.random() * 9000)}${letters(2).toUpperCase()}` };

const browser = await open_browser();
await service.on(first_day);
const olive = await Desk.open(browser, base, account_of("offendermanager"), script);

async function is_sentenced(name, sentence) {
  holds("his sentences open", (await olive.go(who.record + "/sentences")) === 200);
  await olive.follow("Record a court appearance");
  const [court] = await olive.options("court");
  await olive.send({ court: court.value, heard_on: service.day, outcome: "Sentenced", offence: "Theft from a shop", committed_on: "2006-02-11" });
  await olive.follow("Record a sentence");
  await olive.send({ purposes: "Punish", manager: olive.account.name, ...sentence });
  holds((await olive.errors()).join("; "), (await olive.errors()).length === 0);
  await olive.go(who.record + "/sentences");
  await olive.follow(name);
  await olive.page.waitForURL(/\/sentences\/[a-z0-9]{13}$/);
  return olive.path;
}
/** Opens a form from the page of a sentence, looks at it, and sends it. */
async function fills(sentence, link, name, fields) {
  holds(`${sentence} opens`, (await olive.go(sentence)) === 200);
  await olive.follow(link);
  await looks_well(olive, name);
  await olive.send(fields);
}
/** What the page of a sentence says, after a form that was taken. */
async function taken(sentence) {
  const errors = await olive.errors();
  holds(errors.join("; "), errors.length === 0);
  await olive.go(sentence);
  return olive.words();
}
async function refused(why) {
  holds(why, (await olive.errors()).length > 0);
}

async function a_fine_is_passed() {
  await olive.go("/offenders/add");
  await olive.send({ first_name: "Percy", surname: who.surname, birth_date: "1979-05-14", sex: "Male", number_kind: "PrisonNumber", number: who.number });
  who.record = olive.path;
  who.fine = await is_sentenced("Fine", { disposal: "FINE", amount: 100 });
  says("the fine", await olive.words(), "Outstanding", "£100.00", "It has no term");
  await looks_well(olive, "fine");
}

async function it_is_to_be_paid_weekly() {
  await fills(who.fine, "Set instalments", "fine-terms", { every: "Week", amount: 0, first_on: "2006-04-10" });
  await refused("instalments of nothing are refused");
  await olive.send({ every: "Week", amount: 25, first_on: "2006-04-10", weekly_income: 120, weekly_outgoings: 70 });
  says("the fine", await taken(who.fine), "£25.00 on 10 April 2006", "£25.00 a week is left");
  await looks_well(olive, "fine-by-instalments");
}

async function one_instalment_comes() {
  await fills(who.fine, "Record a payment", "payment", { paid_on: service.day, amount: "100.01" });
  await refused("more than is due is refused");
  await olive.send({ paid_on: service.day, amount: 25 });
  says("the fine", await taken(who.fine), "£75.00");
}

async function then_none_and_a_step_is_taken() {
  says("the fine", await taken(who.fine), "Behind£75.00", "What can be done", "Collection order");
  await looks_well(olive, "fine-behind");
  await fills(who.fine, "Take a step", "fine-step", { step: "COLLECTION_ORDER", taken_on: service.day });
  says("the fine", await taken(who.fine), "Attachment of earnings");
}

async function weekends_in_prison() {
  who.weekends = await is_sentenced("Intermittent custody order", { disposal: "INTCUST", weeks: 30, custodial_days: 20 });
  says("the sentence", await olive.words(), "No blocks are set yet");
  await looks_well(olive, "weekends-not-set");
  const [prison] = (await olive.go(who.weekends + "/blocks"), await olive.options("prison"));
  await fills(who.weekends, "Set the blocks", "blocks", { pattern: "Weekend", prison: prison.value });
  await refused("without consent it cannot be");
  await olive.send({ pattern: "Weekend", prison: prison.value, consents: "true" });
  await taken(who.weekends);
  const rows = await olive.page.locator("#calendar tbody tr").count();
  holds(`a calendar is shown, of ${rows} rows`, rows > 5);
  await looks_well(olive, "weekends");
}

async function one_is_missed() {
  const before = await taken(who.weekends);
  await fills(who.weekends, "Late return", "late-return", { due_on: "2006-05-03" });
  await refused("no block begins on a Wednesday");
  await olive.send({ due_on: "2006-05-05" });
  holds("the calendar has changed", (await taken(who.weekends)) !== before);
}

async function marks_of_2008() {
  await fills(who.weekends, "Record the marks", "marks", {});
  await refused("what applies is to be chosen, or that none does");
  await olive.send({ marks: "NONE" });
  await taken(who.weekends);
  await looks_well(olive, "marked");
}

/** [day, what happens, the step] */
const story = [
  [first_day, "a court passes a fine", a_fine_is_passed],
  [first_day, "it is to be paid by the week", it_is_to_be_paid_weekly],
  ["2006-04-10", "one instalment comes, and not more than is due", one_instalment_comes],
  ["2006-05-02", "then none, and the first step is taken", then_none_and_a_step_is_taken],
  ["2006-05-02", "another court passes weekends in prison", weekends_in_prison],
  ["2006-05-08", "he does not come for one of them", one_is_missed],
  ["2008-06-10", "the marks of the offence are looked up", marks_of_2008],
];

await tell({ story, service, browser, script, desks: [olive] });
