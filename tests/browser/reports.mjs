// reports.mjs BASE_URL SIGN_INS.json [--no-script] [--pictures=FOLDER] -- SERVE...
//
// A court asks for a report on somebody who has no sentence yet, step by step, on days that the test moves as
// through_the_gate.mjs does: a writer is named, sections are drawn from the record and saved in two sittings,
// two tabs do not lose each other's words, the rules suggest and the writer proposes otherwise with a reason,
// a second person returns it and passes it, it is delivered as it then is, and the court's own decision is
// recorded and counted. The database is a demonstration's (`noms demo --json`). Exit code 1 when a step failed.
import { open_browser } from "./browser.mjs";
import { Desk } from "./desk.mjs";
import { given, holds, letters, open, says, tell } from "./story.mjs";

const { script, looks_well, base, account_of, service } = given("reports.mjs");
const first_day = "2006-04-03";
const who = { first_name: "Walter", surname: `R${letters(6)}`, number: `A${1000 + Math.floor(Math.random() * 9000)}${letters(2).toUpperCase()}` };

const browser = await open_browser();
await service.on(first_day);
const olive = await Desk.open(browser, base, account_of("offendermanager"), script);
const beside = await Desk.open(browser, base, account_of("offendermanager"), script);
const rosa = await Desk.open(browser, base, account_of("regionalmanager"), script);
const peter = await Desk.open(browser, base, account_of("prisonstaff"), script);
const anil = await Desk.open(browser, base, account_of("analyst"), script);

async function the_only_task(kind, due_on) {
  const { body } = await olive.json("/tasks");
  const mine = body.tasks.map(({ task }) => task).filter(({ source }) => source.includes(who.report.split("/").at(-1)));
  if (!kind) return holds(`nothing is asked of Olive, but ${mine.map((task) => task.kind)}`, mine.length === 0);
  holds(`${kind} alone is asked of Olive, not ${mine.map((task) => task.kind)}`, mine.length === 1 && mine[0].kind === kind);
  holds(`${kind} is due on ${due_on}, not ${mine[0].due_on}`, mine[0].due_on === due_on);
}

async function a_court_asks() {
  await olive.go("/offenders/add");
  await olive.send({ first_name: who.first_name, surname: who.surname, birth_date: "1979-05-14", sex: "Male", number_kind: "PrisonNumber", number: who.number });
  who.record = olive.path;
  says("his reports", await open(olive, who.record + "/reports"), "No court has asked for a report");
  await looks_well(olive, "none-yet");
  await olive.follow("Record a request");
  // The courts of her own area stand first.
  const [own] = await olive.options("court");
  await looks_well(olive, "request-form");
  const request = { kind: "StandardDelivery", court: own.value, hearing_on: "2006-05-22", offences: "Burglary in a dwelling", committed_on: "2006-02-11", held: "OnBail", seriousness: "Medium", purposes: "Punish", asked_by: "Miss Kay, legal adviser" };
  await olive.send({ ...request, hearing_on: "2006-03-20" });
  says("the form", (await olive.errors()).join(), "before the request");
  await olive.send(request);
  who.report = olive.path;
  says("the report", await olive.words(), "Waits for a writer", "due on 26 April 2006", "Nobody yet");
  await looks_well(olive, "asked-for");
  holds("an analyst may not see it", (await anil.go("/reports")) === 403);
  holds("nor a prison that does not hold him", (await peter.go(who.report)) === 404);
}

async function olive_is_to_write_it() {
  await olive.follow("Name a writer");
  await looks_well(olive, "writer-form");
  await olive.send({ writer: olive.account.name });
  says("the report", await olive.words(), "Being written", "Olive Marsh");
  await the_only_task("report_write", "2006-04-26");
  await open(olive, who.report + "/writer");
  const other = (await olive.options("writer")).find(({ value }) => value !== olive.account.name);
  await olive.send({ writer: other.value });
  says("the form", (await olive.errors()).join(), "Say why somebody else");
}

async function she_writes_the_first_sections() {
  await open(olive, who.report);
  says("what is missing", await olive.words(), "7 to do before it can be handed in");
  await open(olive, who.report + "/sections/offence");
  says("the draft", await olive.page.locator("main textarea").inputValue(), "Burglary in a dwelling");
  await looks_well(olive, "section-with-its-draft");
  await olive.send({ words: "He broke a window and took a purse. He says that he was asked to." });
  says("the report", await olive.words(), "6 to do before it can be handed in");
}

async function two_tabs_lose_nothing() {
  await open(olive, who.report + "/sections/offence");
  await open(beside, who.report + "/sections/offence");
  await beside.send({ words: "Written in the other tab." });
  await olive.send({ words: "Written here." });
  says("the form", (await olive.errors()).join(), "saved other words meanwhile");
  says("what was saved", await olive.words(), "Written in the other tab.");
  says("what was typed", await olive.page.locator("main textarea").inputValue(), "Written here.");
  await looks_well(olive, "saved-meanwhile");
  await olive.send({ words: "He broke a window and took a purse. He says that he was asked to." });
  holds("her words are saved", (await olive.errors()).length === 0);
}

async function she_writes_the_rest() {
  for (const section of ["sources", "pattern", "needs", "risk", "response"]) {
    await open(olive, `${who.report}/sections/${section}`);
    await olive.send({});
  }
  says("the draft", await open(olive, who.report + "/text"), "This is a draft", "Nothing is proposed yet", "OGRS3 could not be worked out");
  await olive.go(who.report);
  await olive.send({}, "/hand-in");
  says("the report", (await olive.errors()).join(), "nothing is proposed yet");
}

async function she_proposes_otherwise() {
  says("the rules", await open(olive, who.report + "/proposal"), "What is missing", "Whether they can do unpaid work", "Community order, 18 months", "The risk of serious harm");
  await looks_well(olive, "proposal");
  await olive.send({ fit_for_work: "Yes", specified: "No" }, "/facts");
  holds("what was said is no longer missing", !(await olive.words()).includes("Whether they can do unpaid work"));
  await olive.send({ disposal: "CO", months: 12, requirement: "REQ_UPW", amount: 400, reasons: "It punishes and repairs." }, "/proposal");
  says("the form", (await olive.errors()).join(), "at most 300");
  await olive.send({ amount: 100, requirement_2: "REQ_SUP", amount_2: 12 }, "/proposal");
  says("the form", (await olive.errors()).join(), "say why you propose this");
  await olive.send({ otherwise: "He asked for help with drink." }, "/proposal");
  says("the report", await olive.words(), "Unpaid work requirement, 100 hours", "Other than the rules suggest");
  await looks_well(olive, "ready");
  await olive.send({}, "/hand-in");
  says("the report", await olive.words(), "Waits to be checked");
  holds("its writer cannot check it", (await olive.page.locator('main form[action$="/check"]').count()) === 0);
}

async function rosa_returns_it() {
  says("the list", await open(rosa, "/reports"), who.surname, "Waits to be checked");
  await looks_well(rosa, "list");
  await open(rosa, who.report);
  await looks_well(rosa, "to-check");
  await rosa.send({ verdict: "Returned" }, "/check");
  says("the form", (await rosa.errors()).join(), "what is to be put right");
  await rosa.send({ verdict: "Returned", words: "Say who is at risk." }, "/check");
  says("the report", await rosa.words(), "Being written", "returned by");
  await the_only_task("report_write", "2006-04-26");
}

async function it_is_late_and_seen_to_be() {
  says("what is late", await open(olive, "/reports?show=Late"), who.surname, "2 days late");
  await looks_well(olive, "late");
  says("her tasks", await open(olive, "/tasks"), who.surname, "Write the court report");
}

async function it_is_passed_and_delivered() {
  await open(olive, who.report + "/sections/risk");
  await olive.send({ words: "OGRS3 could not be worked out. Nobody is known to be at risk of serious harm." });
  await olive.send({}, "/hand-in");
  await open(rosa, who.report);
  await rosa.send({ verdict: "Passed" }, "/check");
  says("the form", (await rosa.errors()).join(), "Tick each line");
  const boxes = await rosa.page.$$eval('main input[name="looked_at"]', (all) => all.map(({ value }) => value));
  await rosa.send({ verdict: "Passed", looked_at: boxes }, "/check");
  says("the report", await rosa.words(), "Checked, not delivered yet");
  await the_only_task("report_deliver", "2006-04-26");
  await open(olive, who.report);
  await olive.follow("Record the delivery");
  await olive.send({ delivered_to: "Miss Kay, legal adviser" });
  says("the report", await olive.words(), "Delivered late");
  await olive.follow("Read it as it was delivered");
  await olive.page.emulateMedia({ media: "print" });
  says("the report", await olive.words(), "He broke a window", "Unpaid work requirement, 100 hours", "The court decides on the sentence");
  await olive.page.emulateMedia({ media: null });
  await looks_well(olive, "as-delivered");
  says("the section", await open(olive, who.report + "/sections/risk"), "can no longer be written", "Nobody is known to be at risk");
  holds("nothing in it changes", (await olive.page.locator("main form").count()) === 0);
  await looks_well(olive, "section-closed");
  await olive.go(who.report + "/proposal");
  holds("nor can another sentence be proposed", (await olive.page.locator('main form[method="post"]').count()) === 0);
}

async function the_court_decides() {
  await open(olive, who.record + "/sentences");
  await olive.follow("Record a court appearance");
  const [court] = await olive.options("court");
  await olive.send({ court: court.value, heard_on: service.day, outcome: "Sentenced", offence: "Burglary in a dwelling", committed_on: "2006-02-11" });
  await olive.follow("Record a sentence");
  await olive.send({ disposal: "CO", months: 12, purposes: "Punish", requirement: "REQ_UPW", requirement_amount: 120, manager: olive.account.name });
  await open(olive, who.report);
  await olive.follow("Record what the court decided");
  await looks_well(olive, "decision-form");
  await olive.send({ words: "Work is enough." });
  says("the report", await olive.words(), "The court has decided", "Followed in part", "Work is enough.");
  await looks_well(olive, "decided");
  await the_only_task();
}

async function it_is_counted() {
  says("the count", await open(rosa, "/reports/concordance"), /Of [\d,]+ proposals? [\d,]+ \(\d+ %\) were followed/, "By court");
  await looks_well(rosa, "concordance");
  const { status, body } = await rosa.json("/reports/concordance");
  holds("machines get the same", status === 200 && body.all.decided === body.all.followed + body.all.partly + body.all.not_followed);
  says("the timeline", await open(olive, who.record), "Court decided after a report", "Court asked for a report");
}

/** [day, what happens, the step] */
const story = [
  [first_day, "a court asks for a report on somebody without a sentence", a_court_asks],
  [first_day, "Olive is to write it; another writer wants a reason", olive_is_to_write_it],
  ["2006-04-05", "she writes the first section from its draft", she_writes_the_first_sections],
  ["2006-04-05", "two tabs lose nothing", two_tabs_lose_nothing],
  ["2006-04-10", "she writes the rest in another sitting", she_writes_the_rest],
  ["2006-04-10", "the rules suggest, and she proposes otherwise with a reason", she_proposes_otherwise],
  ["2006-04-11", "a second person returns it with words", rosa_returns_it],
  ["2006-04-28", "left undone, it is late, and seen to be", it_is_late_and_seen_to_be],
  ["2006-04-28", "it is passed, delivered late, and kept as it was", it_is_passed_and_delivered],
  ["2006-05-22", "the court's own decision is recorded and compared", the_court_decides],
  ["2006-05-23", "it is counted in the region", it_is_counted],
];

await tell({ story, service, browser, script, desks: [olive, beside, rosa, peter, anil] });
