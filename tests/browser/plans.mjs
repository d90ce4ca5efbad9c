// plans.mjs BASE_URL SIGN_INS.json [--no-script] [--pictures=FOLDER] -- SERVE...
//
// A sentence plan: objectives are added and placed, put in their order, signed in the offender's own words and
// given to them in plain words; then facts change, the review is late, and the plan is reviewed. Days move as in
// reports.mjs; the database is a demonstration's. Exit code 1 when a step failed.
import { open_browser } from "./browser.mjs";
import { Desk } from "./desk.mjs";
import { given, holds, invented, is_added, is_sentenced, open, says, tell } from "./story.mjs";

const { script, looks_well, base, account_of, service } = given("plans.mjs");
const first_day = "2006-06-05";
const who = invented("Leonard", "P");

const browser = await open_browser();
await service.on(first_day);
const olive = await Desk.open(browser, base, account_of("offendermanager"), script);
const rosa = await Desk.open(browser, base, account_of("regionalmanager"), script);
const anil = await Desk.open(browser, base, account_of("analyst"), script);

async function he_is_sentenced() {
  await is_added(olive, who, { birth_date: "1981-02-20" });
  who.plan = `${who.record}/sentence-plan`;
  await is_sentenced(olive, who, service.day, { disposal: "CO", months: 12, purposes: "ReduceReoffending", requirement: "REQ_SUP", requirement_amount: 12, manager: olive.account.name });
  await open(olive, who.record);
  await olive.follow("Sentence plan");
  says("an empty plan", await olive.words(), "no open objective", "cannot be signed yet", "Not signed yet");
  await looks_well(olive, "empty");
}

async function add_objective(need, objective, by_day) {
  await open(olive, who.plan);
  await olive.follow("Add an objective");
  await olive.send({ need, objective, activity: "unspecified", who: "Offender", by_day });
}

async function objectives_are_placed() {
  await add_objective("ATT", "Finish a group on thinking before acting", "2006-12-01");
  await add_objective("ACC", "Keep the tenancy in Moss Side", "2007-09-01");
  says("the plan", await open(olive, who.plan), "No place yet");
  await olive.follow("Place in the plan Finish a group");
  await looks_well(olive, "place-form");
  await olive.send({ requirement: "REQ_SUP", aim: "Change", stage: "Programme", plain_words: " " });
  holds("nothing is placed without plain words", (await olive.errors()).length === 1);
  await olive.send({ plain_words: "Go to a group that helps you think before you act." });
  await olive.follow("Place in the plan Keep the tenancy");
  await olive.send({ requirement: "", aim: "Help", stage: "Stabilise", plain_words: "Keep your flat." });
  const words = await olive.words();
  says("the order", words, "Voluntary", "Supervision requirement", "Its day is after the sentence");
  const order = words.slice(words.indexOf("In its turn"));
  holds("what stabilises comes first", order.indexOf("Keep the tenancy") < order.indexOf("Finish a group"));
  await looks_well(olive, "placed");
}

async function it_is_signed_and_given_to_him() {
  await olive.follow("Sign");
  await looks_well(olive, "sign-form");
  await olive.send({ stand: "Disagreed" });
  holds("nobody is signed for without words", (await olive.errors()).length === 1);
  await olive.send({ stand: "Disagreed", words: "I do not need a group." });
  says("the plan", await olive.words(), "Disagreed", "I do not need a group.", "25 September 2006");
  await looks_well(olive, "signed");
  await olive.follow("Copy for the person, in plain words");
  const copy = await olive.words();
  says("the copy", copy, "Keep your flat.", "No, you chose to", "Yes: Supervision requirement", "Did not agree", "Your signature");
  holds("the copy has only plain words", !copy.includes("Moss Side") && !copy.includes("Tier"));
  await looks_well(olive, "copy");
  says("the timeline", await open(olive, who.record), "Sentence plan signed");
}

async function facts_change_and_it_is_late() {
  await add_objective("ETE", "Begin a bricklaying course", "2007-02-01");
  says("what changed", await open(rosa, who.plan), "What it rested on has changed since", "The objectives are not those that were signed", "Late");
  holds("she only reads", (await rosa.page.locator('main a[href$="/sign"]').count()) === 0);
  await looks_well(rosa, "changed");
  holds("an analyst reads no plan", (await anil.go(who.plan)) === 403);
}

async function it_is_reviewed() {
  await open(olive, who.plan);
  await olive.follow("Place in the plan Begin a bricklaying");
  await olive.send({ requirement: "", aim: "Help", stage: "Resettle", plain_words: "Start the course." });
  await olive.follow("Review and sign");
  await olive.send({ stand: "Agreed", words: "The course is a good idea." });
  holds("a review says what it found", (await olive.errors()).length === 1);
  await olive.send({ note: "Settled; work comes next." });
  const words = await olive.words();
  says("the plan", words, "The course is a good idea.", "Settled; work comes next.", "I do not need a group.");
  holds("nothing is other than what was signed", !words.includes("has changed since"));
  await looks_well(olive, "reviewed");
  const { status, body } = await olive.json(who.plan);
  holds("machines get the same", status === 200 && body.signings.length === 2 && body.lines.length === 3);
}

/** [day, what happens, the step] */
const story = [
  [first_day, "he is sentenced, and has no plan yet", he_is_sentenced],
  [first_day, "objectives are placed and put in their order", objectives_are_placed],
  [first_day, "it is signed in his words, and given to him in plain words", it_is_signed_and_given_to_him],
  ["2006-09-26", "facts change, and the review is late", facts_change_and_it_is_late],
  ["2006-09-26", "it is reviewed and signed again", it_is_reviewed],
];

await tell({ story, service, browser, script, desks: [olive, rosa, anil] });
