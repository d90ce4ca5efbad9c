// workload.mjs BASE_URL SIGN_INS.json [--no-script] [--pictures=FOLDER] -- SERVE...
//
// An officer has more than the hours leave room for: Olive looks at what she carries, Rosa takes hours of hers
// away and gives them back, one case goes to whom the service recommends, and two go to others at once, seen
// before it is done; of two tabs that give the same cases over only the first does. The day is later than those
// of the other journeys, so that no case has a manager of a later day. The database is a demonstration's
// (`noms demo --json`). Exit code 1 when a step failed.
import { open_browser } from "./browser.mjs";
import { Desk } from "./desk.mjs";
import { given, holds, open, says, tell } from "./story.mjs";

const { script, looks_well, base, account_of, service } = given("workload.mjs");
const day = "2008-07-01";

const browser = await open_browser();
await service.on(day);
const olive = await Desk.open(browser, base, account_of("offendermanager"), script);
const rosa = await Desk.open(browser, base, account_of("regionalmanager"), script);
const beside = await Desk.open(browser, base, account_of("regionalmanager"), script);
const anil = await Desk.open(browser, base, account_of("analyst"), script);

let olives; // the address of Olive's workload
const boxes = (desk, name) => desk.page.$$eval(`main input[name="${name}"]`, (all) => all.map(({ value }) => value));
async function her_cases() {
  const { status, body } = await olive.json(olives);
  holds(`machines get her workload (${status})`, status === 200);
  return body.load.cases;
}

async function olive_looks_at_her_own() {
  says("her cases", await open(olive, "/caseload"), "My workload");
  await olive.follow("My workload");
  says("her workload", await olive.words(), "Workload of Olive Marsh", /of what the hours leave room for/, "Cases by tier and setting");
  // Without script it is told second, and the hours that were taken back are on the record.
  if (script) says("her workload", await olive.words(), "No hours are taken away");
  await looks_well(olive, "mine");
  olives = await olive.page.$eval('main a[href$="/reallocate"]', (link) => new URL(link.href).pathname.replace("/reallocate", ""));
  holds("she does not take hours from herself", !(await olive.words()).includes("Take hours away"));
}

async function the_area_is_seen_by_those_who_may() {
  const { body } = await olive.json(olives);
  const area = body.officer.area;
  says("the area", await open(rosa, `/workload?area=${area}`), "Olive Marsh", /in office and manage/, "Capacity");
  await looks_well(rosa, "area");
  const units = await rosa.options("unit");
  holds("its local units can be chosen", units.length > 0);
  says("a unit", await open(rosa, `/workload?area=${area}&unit=${units[0].value}`), "Local unit");
  await looks_well(rosa, "unit");
  holds("an analyst may not see it", (await anil.go("/workload")) === 403);
}

async function rosa_takes_hours_away() {
  await open(rosa, olives);
  const before = await rosa.json(olives);
  await rosa.follow("Take hours away");
  await looks_well(rosa, "hours-form");
  await rosa.send({ reason: "union_time", hours: 30 });
  says("the form", (await rosa.errors()).join(), "at most 50 per cent");
  await rosa.send({ reason: "other_work", hours: 38 });
  says("the form", (await rosa.errors()).join(), "of 37 hours");
  await rosa.send({ hours: 18, minutes: 30, note: "Trains the new ones" });
  says("her workload", await rosa.words(), "18 hours 30 minutes", "Trains the new ones", "Other work");
  await looks_well(rosa, "hours-taken-away");
  const after = await rosa.json(olives);
  holds("half of the room is left", after.body.load.available_points === before.body.load.available_points / 2);
  await rosa.follow("End or take back");
  await looks_well(rosa, "end-form");
  await rosa.send({ until_day: day });
  holds("an end wants a reason", (await rosa.errors()).length === 1);
  await rosa.send({ because: "It was another's" });
  says("her workload", await rosa.words(), "Taken back", "It was another's");
  const again = await rosa.json(olives);
  holds("the room is there again", again.body.load.available_points === before.body.load.available_points);
}

async function one_case_goes_to_whom_the_service_recommends() {
  const count = await her_cases();
  await open(olive, olives + "/reallocate");
  const [offender] = await boxes(olive, "cases");
  await open(olive, `/offenders/${offender}/management`);
  await olive.follow("Who could take the case");
  says("the officers", await olive.words(), "comes first. You decide.", "Why in this order", "The case weighs");
  await looks_well(olive, "who-could-take-it");
  const [first] = await olive.options("manager");
  await olive.send({ manager: first.value, reason: "She has room" }, "/management/reallocate");
  says("the record", await olive.words(), "is responsible, since 1 July 2008", "She has room");
  holds("she has one case less", (await her_cases()) === count - 1);
}

async function choose(desk, fields) {
  await open(desk, olives + "/reallocate");
  const cases = (await boxes(desk, "cases")).slice(0, 2);
  const to = (await boxes(desk, "to")).slice(0, 2);
  await desk.send({ cases, to, ...fields }, "/preview");
}

async function two_cases_go_at_once() {
  const count = await her_cases();
  await open(rosa, olives);
  await rosa.follow("Give cases to others");
  await looks_well(rosa, "choose");
  await rosa.send({}, "/preview");
  says("the form", (await rosa.errors()).join(), "Choose the cases to give over", "Choose who is to have them", "Say why");
  await choose(rosa, { reason: "Olive has too many" });
  says("what would be", await rosa.words(), "2 cases would go to others. Nothing is given over yet.", "Workload after it");
  await looks_well(rosa, "what-would-be");
  holds("nothing is given over yet", (await her_cases()) === count);
  await choose(beside, { reason: "I think so too" });
  await rosa.send({}, "/reallocate");
  says("her workload", await rosa.words(), "Workload of Olive Marsh");
  holds("she has two cases less", (await her_cases()) === count - 2);
  await beside.send({}, "/reallocate");
  says("the other tab", (await beside.errors()).join(), "no longer with this officer");
  await looks_well(beside, "too-late");
  holds("and they are not given over again", (await her_cases()) === count - 2);
}

/** [day, what happens, the step] */
const story = [
  [day, "Olive looks at what she carries", olive_looks_at_her_own],
  [day, "the area is seen by those who may reallocate", the_area_is_seen_by_those_who_may],
  [day, "Rosa takes hours away, and back", rosa_takes_hours_away],
  [day, "one case goes to whom the service recommends", one_case_goes_to_whom_the_service_recommends],
  [day, "two cases go at once, and the later tab is told", two_cases_go_at_once],
];

await tell({ story, service, browser, script, desks: [olive, rosa, beside, anil] });
