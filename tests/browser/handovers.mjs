// handovers.mjs BASE_URL SIGN_INS.json [--no-script] [--pictures=FOLDER] -- SERVE...
//
// Somebody comes to prison and will be released: Olive opens the handover, Peter at the prison does what is on
// the checklist and takes one thing back, the day moves, he is released, it becomes overdue and is seen by
// Rosa, and is closed, first refused without a reason. Another is released and nobody prepared it: the gap is
// seen. Days move as in reports.mjs; the database is a demonstration's. Exit code 1 when a step failed.
import { open_browser } from "./browser.mjs";
import { Desk } from "./desk.mjs";
import { given, holds, invented, is_added, is_received, is_sentenced, open, says, tell } from "./story.mjs";

const { script, looks_well, base, account_of, service } = given("handovers.mjs");
const first_day = "2006-06-05";
const prepared = invented("Reuben", "H");
const forgotten = invented("Silas", "H");

const browser = await open_browser();
await service.on(first_day);
const olive = await Desk.open(browser, base, account_of("offendermanager"), script);
const rosa = await Desk.open(browser, base, account_of("regionalmanager"), script);
const peter = await Desk.open(browser, base, account_of("prisonstaff"), script);
const anil = await Desk.open(browser, base, account_of("analyst"), script);

/** The line of the list about them, of whoever reads it; none: undefined. */
async function line_of(desk, person, query = "") {
  for (let first = 0; ; first += 50) {
    const { body } = await desk.json(`/handovers?first=${first}${query}`);
    const found = body.lines.find(({ about }) => about.startsWith(person.surname));
    if (found || body.lines.length === 0) return found;
  }
}

async function both_come_to_prison() {
  for (const person of [prepared, forgotten]) {
    await is_added(olive, person);
    const term = { disposal: "IMP12", months: 12, purposes: "Punish", manager: olive.account.name };
    await is_sentenced(olive, person, service.day, term, { offence: "Burglary in a dwelling" });
    await is_received(peter, person, service.day, { warrant_kind: "Committal", authorises: "12 months' imprisonment" });
  }
}

async function olive_opens_the_handover() {
  await open(olive, prepared.record);
  await olive.follow("Handovers at a gate");
  says("his handovers", await olive.words(), "No handover is recorded");
  await looks_well(olive, "none-yet");
  await olive.follow("Open a handover");
  await looks_well(olive, "open-form");
  await olive.send({ gate: "Release", crosses_on: "2006-06-01" });
  says("the form", (await olive.errors()).join(), "They are in prison today");
  await looks_well(olive, "open-form-again");
  await olive.send({ gate: "Release", crosses_on: "2006-06-30" });
  prepared.handover = olive.path;
  says("the handover", await olive.words(), "30 June 2006", "Enhanced", "Not known when it was opened", "In 25 days", "Reviewed the assessment");
  await looks_well(olive, "opened");
  await olive.go(prepared.record + "/handovers/open");
  await olive.send({ gate: "Release", crosses_on: "2006-06-30" });
  says("the form", (await olive.errors()).join(), "open already");
  says("her tasks", await open(olive, prepared.record), "Handover at the release");
}

async function peter_does_what_is_on_it() {
  holds("it stands on his prison's list", (await line_of(peter, prepared))?.place === "Open");
  await open(peter, prepared.handover);
  await peter.send({ note: "With the wing officer" }, "/reviewed_oasys/done");
  says("the checklist", await peter.words(), "Done", peter.account.name, "With the wing officer");
  await peter.send({ note: "" }, "/attended_meeting/done");
  await peter.follow("Take back");
  await looks_well(peter, "take-back-form");
  await peter.send({ note: "That was another man" });
  says("the checklist", await peter.words(), "Taken back: That was another man");
  await looks_well(peter, "some-done");
  holds("an analyst sees nothing of it", (await anil.go("/handovers")) === 403);
}

async function the_day_moves() {
  await open(olive, prepared.handover);
  await olive.follow("Move the day");
  await olive.send({ crosses_on: "2006-06-28" });
  says("the handover", await olive.words(), "28 June 2006", "In 23 days");
  await open(olive, prepared.record);
  const due = (await olive.page.locator("#due li").allTextContents()).filter((line) => line.includes("Handover at the release"));
  holds(`one task asks for it, by that day: ${due}`, due.length === 1 && due[0].includes("28 Jun"));
}

async function both_are_released() {
  for (const person of [prepared, forgotten]) {
    await open(peter, person.record + "/movements");
    await peter.follow("Release");
    await peter.send({ moved_on: service.day, moved_at: "08:45", reason: "Conditional" });
    holds("he is released", (await peter.errors()).length === 0);
  }
  says("the handover", await open(olive, prepared.handover), "Released");
}

async function what_is_left_undone_is_seen() {
  holds("the one is overdue", (await line_of(olive, prepared))?.place === "Overdue");
  const gap = await line_of(olive, forgotten);
  holds("so is the other, which nobody opened", gap?.place === "Overdue" && !gap.handover);
  says("the list", await open(olive, "/handovers"), "Your own cases", "Nobody opened it", "Released");
  await looks_well(olive, "overdue");
  says("the record of the other", await open(olive, forgotten.record + "/handovers"), "the handover is not opened");
  await looks_well(olive, "gap");
  says("Rosa's list", await open(rosa, "/handovers"), "Handovers:", "overdue");
  await looks_well(rosa, "region");
}

async function olive_closes_it() {
  await open(olive, prepared.handover);
  await olive.follow("Close");
  await looks_well(olive, "close-form");
  await olive.send({});
  says("the form", (await olive.errors()).join(), "Say why it is closed without");
  await olive.send({ reason: "He came to the office on the day and brought his papers." });
  says("the handover", await olive.words(), "Closed, not complete", "brought his papers");
  await looks_well(olive, "closed");
  holds("nothing more can be ticked", (await olive.page.locator("main form").count()) === 0);
  holds("it is off the list", (await line_of(olive, prepared)) === undefined);
  says("the timeline", await open(olive, prepared.record), "Handover opened", "Done for the handover", "Handover closed");
}

/** [day, what happens, the step] */
const story = [
  [first_day, "two people come to prison", both_come_to_prison],
  [first_day, "Olive opens the handover of the one", olive_opens_the_handover],
  [first_day, "Peter does what is on the checklist, and takes one thing back", peter_does_what_is_on_it],
  [first_day, "the day moves, and its clock with it", the_day_moves],
  ["2006-06-28", "both are released", both_are_released],
  ["2006-06-30", "what was left undone is overdue, and the gap is seen", what_is_left_undone_is_seen],
  ["2006-06-30", "Olive closes it, with a reason", olive_closes_it],
];

await tell({ story, service, browser, script, desks: [olive, rosa, peter, anil] });
