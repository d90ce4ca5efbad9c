// cover.mjs BASE_URL SIGN_INS.json [--no-script] [--pictures=FOLDER] -- SERVE...
//
// An officer is away for a week: Rosa records it, sees that nobody covers the cases, and gives them to Olive,
// who finds them with what is due beside her own and may act on what was asked of the officer. The officer is
// back early: nothing of it is Olive's any more. The offender manager stays who it is all the while. The days are
// later than those of the journeys that move cases. The database is a demonstration's (`noms demo --json`).
// Exit code 1 when a step failed.
import { open_browser } from "./browser.mjs";
import { Desk } from "./desk.mjs";
import { choice, given, holds, open, says, tell } from "./story.mjs";
import { days_after } from "./working_days.mjs";

const { script, looks_well, base, account_of, service } = given("cover.mjs");
const day = script ? "2008-07-08" : "2008-07-22"; // nobody is away twice at once
const back = days_after(day, 7);
const early = days_after(day, 2);

const browser = await open_browser();
await service.on(day);
const olive = await Desk.open(browser, base, account_of("offendermanager"), script);
const rosa = await Desk.open(browser, base, account_of("regionalmanager"), script);
const anil = await Desk.open(browser, base, account_of("analyst"), script);

let away; // who is away, as the team's list has it
let absence; // the address of the absence
let asked; // a task of the one who is away, about a case
/** "15 July 2008". */
const in_words = (of) => new Date(`${of}T00:00:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

async function rosa_finds_who_will_be_away() {
  await open(olive, "/caseload");
  await olive.follow("My workload");
  const own = await olive.page.$eval('main a[href$="/reallocate"]', (link) => new URL(link.href).pathname.replace("/reallocate", ""));
  const { body } = await olive.json(own);
  const { body: team } = await rosa.json(`/workload?area=${body.officer.area}`);
  away = team.officers.find(({ officer, load }) => officer.account !== body.officer.account && load.cases > 0);
  holds("a colleague of Olive's has cases", away);
  says("the area", await open(rosa, `/cover/absences?area=${body.officer.area}`), "Who is away");
  await looks_well(rosa, "who-is-away");
  await open(rosa, `/cover/officers/${away.officer.account}`);
  await looks_well(rosa, "absences-of-one");
  holds("an analyst may not see it", (await anil.go(`/cover/officers/${away.officer.account}`)) === 403);
}

async function rosa_records_the_absence() {
  await rosa.follow("Record an absence");
  await looks_well(rosa, "absence-form");
  await rosa.send({ kind: "Leave" });
  holds("the form wants the day of return", (await rosa.errors()).length === 1);
  await looks_well(rosa, "absence-form-again");
  await rosa.send({ kind: "Leave", from_day: day, until_day: day });
  holds("an absence takes a day", (await rosa.errors()).length === 1);
  await rosa.send({ kind: "Leave", from_day: day, until_day: back, note: "A week by the sea" });
  says("the absences", await rosa.words(), "A week by the sea", "covered by nobody");
  absence = rosa.path;
  await looks_well(rosa, "nobody-covers");
}

async function rosa_gives_the_cases_to_olive() {
  await rosa.follow("Choose who covers");
  await looks_well(rosa, "cover-form");
  await rosa.send({});
  says("the form", (await rosa.errors()).join(), "Choose the cases to cover");
  await looks_well(rosa, "cover-form-again");
  const to = await choice(rosa, "to", "Olive Marsh");
  await rosa.send({ to, all: "true", reason: "She knows them from the group" });
  says("the absence", await rosa.words(), "All covered", "She knows them from the group", "Olive Marsh");
  await looks_well(rosa, "all-covered");
}

async function olive_finds_them_beside_her_own() {
  says("her caseload", await open(olive, "/caseload"), /You cover \d+ cases? of others/);
  await olive.follow("of others");
  says("what she covers", await olive.words(), "Cases you cover", `For ${away.name} until ${in_words(back)}`, "Each keeps its offender manager");
  await looks_well(olive, "cases-she-covers");
  const { body } = await olive.json("/cover");
  holds(`${body.cases.length} of ${away.load.cases} cases are hers to cover`, body.cases.length > 0 && body.cases.length <= away.load.cases);
  holds("all of one officer's", body.cases.every(({ absent_name }) => absent_name === away.name));
  const [{ cover }] = body.cases;
  says("the record", await open(olive, `/offenders/${cover.offender}/management`), `Covered by Olive Marsh from ${in_words(day)}`, `${away.name} is responsible`);
  await looks_well(olive, "covered-record");
  [asked] = [...body.now, ...body.soon];
  if (asked) says("what was asked of the officer", await open(olive, `/tasks/${asked.id}`), asked.what);
  says("her tasks", await all_of_her_tasks(), `Cover cases of ${away.name}`);
}

/** The words of each page of her list: what is due this day may stand behind much that is overdue. */
async function all_of_her_tasks() {
  let words = "";
  for (let path = "/tasks"; path; path = await olive.page.$eval('main a[rel="next"]', (link) => link.getAttribute("href")).catch(() => null))
    words += await open(olive, path);
  return words;
}

async function the_officer_is_back_early() {
  await open(rosa, absence);
  await rosa.follow("End, prolong or take back");
  await looks_well(rosa, "end-form");
  await rosa.send({ until_day: early });
  holds("an end wants a reason", (await rosa.errors()).length === 1);
  await rosa.send({ until_day: early, because: "The weather turned" });
  says("the absence", await rosa.words(), "The weather turned", `back on ${in_words(early)}`);
  await looks_well(rosa, "over");
}

async function nothing_of_it_is_olives_any_more() {
  holds("her caseload is her own", !(await open(olive, "/caseload")).includes("of others"));
  says("what she covers", await open(olive, "/cover"), "You cover nobody on this day");
  await looks_well(olive, "covers-nobody");
  if (asked) holds("and what is asked of the officer is not asked of her", (await olive.go(`/tasks/${asked.id}`)) === 404);
}

/** [day, what happens, the step] */
const story = [
  [day, "Rosa finds who will be away", rosa_finds_who_will_be_away],
  [day, "she records the absence, and nobody covers the cases", rosa_records_the_absence],
  [day, "she gives the cases to Olive", rosa_gives_the_cases_to_olive],
  [day, "Olive finds them beside her own", olive_finds_them_beside_her_own],
  [early, "the officer is back early", the_officer_is_back_early],
  [early, "nothing of it is Olive's any more", nothing_of_it_is_olives_any_more],
];

await tell({ story, service, browser, script, desks: [olive, rosa, anil] });
