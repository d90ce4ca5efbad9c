// challenges.mjs BASE_URL SIGN_INS.json [--no-script] [--pictures=FOLDER] -- SERVE...
//
// Somebody contests the tier and a note about them: each is received with a clock, asked of a senior officer
// and not of whoever made the entry, seen to be late, answered by name, and what follows is done at the entry
// itself. Then the figures by ethnicity, sex and age are read by those who may, and refused to those who may
// not. Days move as in reports.mjs; the database is a demonstration's. Exit code 1 when a step failed.
import { open_browser } from "./browser.mjs";
import { Desk } from "./desk.mjs";
import { given, holds, letters, open, says, tell } from "./story.mjs";

const { script, looks_well, base, account_of, service } = given("challenges.mjs");
const first_day = "2006-06-05";
const who = { first_name: "Edith", surname: `C${letters(6)}`, number: `A${1000 + Math.floor(Math.random() * 9000)}${letters(2).toUpperCase()}` };

const browser = await open_browser();
await service.on(first_day);
const olive = await Desk.open(browser, base, account_of("offendermanager"), script);
const rosa = await Desk.open(browser, base, account_of("regionalmanager"), script);
const peter = await Desk.open(browser, base, account_of("prisonstaff"), script);
const anil = await Desk.open(browser, base, account_of("analyst"), script);

async function she_is_sentenced_and_a_note_is_written() {
  await olive.go("/offenders/add");
  await olive.send({ first_name: who.first_name, surname: who.surname, birth_date: "1981-02-20", sex: "Female", number_kind: "PrisonNumber", number: who.number });
  who.record = olive.path;
  await open(olive, who.record + "/sentences");
  await olive.follow("Record a court appearance");
  const [court] = await olive.options("court");
  await olive.send({ court: court.value, heard_on: service.day, outcome: "Sentenced", offence: "Theft from a shop", committed_on: "2006-03-11" });
  await olive.follow("Record a sentence");
  await olive.send({ disposal: "CO", months: 12, purposes: "ReduceReoffending", requirement: "REQ_SUP", requirement_amount: 12, manager: olive.account.name });
  await open(olive, who.record + "/contacts/add");
  await olive.send({ kind: "PAIAOM", setting: "Community", on_day: service.day, words: "She was rude to the receptionist." });
}

async function what_was_written_is_found_again() {
  await open(olive, "/");
  await olive.follow("Search notes");
  await looks_well(olive, "notes");
  await olive.send({ words: "Receptionist rude" });
  says("what was found", await olive.words(), who.surname, "She was rude to the receptionist.");
  await looks_well(olive, "notes-found");
  await olive.send({ words: "x" });
  says("the form", (await olive.errors()).join(), "Leave out words of one letter");
  await open(anil, "/");
  holds("who may read no notes is offered no search", !(await anil.words()).includes("Search notes"));
}

async function rosa_sees_who_is_behind() {
  await open(rosa, "/team");
  await looks_well(rosa, "team");
  holds("she may narrow it", (await rosa.page.locator(`main select[name="unit"]`).count()) === 1);
}

async function the_note_is_contested() {
  await open(olive, who.record);
  await olive.follow("Contested scores, tiers and notes");
  says("what she contests", await olive.words(), "Nothing is contested");
  await looks_well(olive, "none-yet");
  await olive.follow("Record a challenge");
  await looks_well(olive, "record-form");
  const note = (await olive.options("about")).find(({ label }) => label.includes("rude to the receptionist"));
  await olive.send({ about: note.value, words: " " });
  holds("nothing is contested without words", (await olive.errors()).length === 1);
  await olive.send({ about: note.value, words: "I said good morning and nothing else." });
  who.note = olive.path;
  says("the note contested", await olive.words(), "I said good morning", "19 June 2006", "Entry made by", olive.account.name, "Asked for the answer", "somebody else answers");
  holds("whoever made the entry has no button", (await olive.page.locator(`main a[href$="/answer"]`).count()) === 0);
  await looks_well(olive, "note-contested");
  await olive.go(who.record + "/challenges/add");
  await olive.send({ about: note.value, words: "Again." });
  says("the form", (await olive.errors()).join(), "contested already");
}

async function the_tier_is_contested_too() {
  await open(olive, who.record + "/challenges/add");
  await olive.send({ about: "tier", words: "I am no danger to anybody." });
  who.tier = olive.path;
  says("the tier contested", await olive.words(), "Tier on 5 June 2006");
  says("the list", await open(olive, "/challenges"), who.surname, "for an answer");
  await looks_well(olive, "list");
  holds("a prison that does not hold her does not see it", (await peter.go(who.note)) === 404);
  holds("nor does an analyst", (await anil.go("/challenges")) === 403);
}

async function it_is_late_and_seen_to_be() {
  says("the list", await open(rosa, "/challenges"), who.surname, "1 day late");
  await looks_well(rosa, "late");
  const { body } = await rosa.json("/challenges");
  holds("machines get the late ones first", body.challenges.some(({ late }) => late) && body.counts.late > 0);
}

async function rosa_answers() {
  await open(rosa, who.note);
  await rosa.follow("Answer");
  await looks_well(rosa, "answer-form");
  await rosa.send({ outcome: "Upheld", reasons: "Nobody else heard it, and the note says more than was seen." });
  says("the answer", await rosa.words(), "Upheld", "Nobody else heard it", `By ${rosa.account.name}`, "Nothing is changed by the answer itself");
  await looks_well(rosa, "answered");
  await open(olive, who.note);
  await olive.follow("Add to the note");
  holds("the way leads to the contact", olive.path.startsWith(who.record + "/contacts/"));
  await olive.send({ words: "She contests this; the contest was upheld." }, "/notes");
  says("the contact", await olive.words(), "She was rude", "the contest was upheld");
  says("the timeline", await open(olive, who.record), "Contested by the person", "Challenge answered");
}

async function figures_are_read_in_the_open() {
  says("the figures", await open(olive, "/fairness"), "A difference between groups is not a cause", "Tiers, by ethnicity", "95% interval", "Breach of an order", "Recall from a licence");
  await looks_well(olive, "fairness");
  says("the region's", await open(rosa, "/fairness"), "Region:", "Not known", "is not shown");
  await looks_well(rosa, "fairness-region");
  const [own, ...below] = await rosa.options("body");
  holds("she may choose an area of her region", below.length > 1 && own.label.startsWith("Region"));
  await open(rosa, `/fairness?body=${below[0].value}&from=2006-01-01&until=2006-06-01`);
  const { status, body } = await rosa.json("/fairness");
  holds("machines get the same", status === 200 && body.measures.some(({ code }) => code === "recall"));
  says("an analyst's", await open(anil, "/fairness"), "Nothing is chosen");
  await looks_well(anil, "fairness-choose");
  holds("a prison has no such figures", (await peter.go("/fairness")) === 403);
}

/** [day, what happens, the step] */
const story = [
  [first_day, "she is sentenced, and a note is written about her", she_is_sentenced_and_a_note_is_written],
  [first_day, "what was written is found again by its words", what_was_written_is_found_again],
  [first_day, "a regional manager sees who of a team is behind", rosa_sees_who_is_behind],
  [first_day, "she contests the note; whoever wrote it does not answer", the_note_is_contested],
  [first_day, "she contests the tier; both wait on the list", the_tier_is_contested_too],
  ["2006-06-20", "left undone, it is late, and seen to be", it_is_late_and_seen_to_be],
  ["2006-06-20", "it is upheld with reasons, and the note is added to", rosa_answers],
  ["2006-06-20", "figures by ethnicity, sex and age are read by those who may", figures_are_read_in_the_open],
];

await tell({ story, service, browser, script, desks: [olive, rosa, peter, anil] });
