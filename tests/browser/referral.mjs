// referral.mjs BASE_URL SIGN_INS.json [--no-script] [--pictures=FOLDER] -- SERVE...
//
// What fits somebody is searched, a prison refers and asks the manager, the governor decides, sessions
// are held; part-way he is released, and it goes on outside with another provider until it is completed.
// The test moves the day as through_the_gate.mjs does: it starts and stops the service by the words
// SERVE. Exit code 1 when a step failed.
import { open_browser } from "./browser.mjs";
import { Desk } from "./desk.mjs";
import { choice, given, holds, invented, letters, open, says, tell } from "./story.mjs";

const { script, looks_well, base, account_of, service } = given("referral.mjs");
const first_day = "2006-04-03";

const person = invented("Conrad", "H");
const harbour = `Harbour Homes ${letters(4)}`;
let inside; // the path of the referral in prison
let outside; // and of the one it goes on with

const browser = await open_browser();
await service.on(first_day);
const olive = await Desk.open(browser, base, account_of("offendermanager"), script);
const peter = await Desk.open(browser, base, account_of("prisonstaff"), script);
const rosa = await Desk.open(browser, base, account_of("regionalmanager"), script);
const anil = await Desk.open(browser, base, account_of("analyst"), script);

async function step(desk, what, reason) {
  await desk.send(reason ? { step: what, reason } : { step: what }, "/steps");
}

async function session(desk, attendance, note) {
  await desk.send(note ? { attendance, words: note } : { attendance }, "/sessions");
}

// -- the steps ------------------------------------------------------------------------------------

async function rosa_adds_an_offering() {
  await open(olive, "/management/officers");
  const area = (await olive.page.textContent("h1")).replace("Offender managers: ", "").trim();
  await open(rosa, "/catalogue");
  await rosa.follow("Add an offering");
  await rosa.send({ intervention: "HOUSING", place: await choice(rosa, "place", area), places: 3 });
  says("the form", (await rosa.errors()).join(), /provider/i);
  await looks_well(rosa, "offering-sent-back");
  await rosa.send({ provider: harbour });
  says("the offering", await rosa.words(), "3 of 3 places are free", harbour, "Nobody waits");
  await looks_well(rosa, "offering");
}

async function olive_adds_him_with_his_sentence() {
  await open(olive, "/offenders");
  await olive.follow("Add a person");
  await olive.send({
    first_name: person.first_name,
    surname: person.surname,
    birth_date: "1979-05-14",
    sex: "Male",
    number_kind: "PrisonNumber",
    number: person.number,
  });
  person.record = olive.path;
  await olive.follow("Sentences");
  await olive.follow("Record a court appearance");
  const [court] = await olive.options("court");
  await olive.send({ court: court.value, heard_on: first_day, outcome: "Sentenced", offence: "Burglary in a dwelling", committed_on: "2005-11-12" });
  await olive.follow("Record a sentence");
  await olive.send({ disposal: "IMP12", months: 18, manager: olive.account.name, purposes: "Punish" });
  says("who is responsible", await olive.words(), "Olive Marsh is responsible");
}

async function peter_receives_him() {
  await open(peter, "/");
  await peter.follow("The roll of");
  await peter.follow("Receive somebody");
  const [court] = await peter.options("court");
  await peter.send({
    number_kind: "PrisonNumber",
    number: person.number,
    surname: person.surname,
    moved_on: service.day,
    moved_at: "09:30",
    warrant_kind: "Committal",
    court: court.value,
    issued_on: first_day,
    authorises: "18 months' imprisonment",
  });
  says("the movements", await peter.words(), "Received");
}

async function peter_searches_what_fits_and_refers() {
  await open(peter, person.record);
  await peter.follow("Referrals");
  await peter.follow("See what fits");
  const found = await peter.words();
  says("what fits", found, /\d+ fit now, \d+ after release/, "Advice on housing", "Need not known: Accommodation");
  says("what is ruled out", found, "Ruled out", "For women");
  await looks_well(peter, "fits");
  // Of the three that offer it only the prison's can begin today.
  const row = peter.page.locator("main tr", { hasText: "Advice on housing" }).filter({ hasText: "From 5 April 2006" });
  await row.locator("a", { hasText: "Refer" }).click();
  says("the form", await peter.words(), "How it fits");
  await looks_well(peter, "refer");
  await peter.send({ why: "Asked for at induction" });
  inside = peter.path;
  says("the referral", await peter.words(), "Referred", "Not answered yet", "Asked for at induction");
  const steps = (await peter.options("step")).map(({ value }) => value);
  holds("he cannot accept before she has answered", !steps.includes("Accept") && steps.includes("Refuse"));
  await step(peter, "Refuse");
  says("the form", (await peter.errors()).join(), "Say why");
  await looks_well(peter, "referral-sent-back");
}

async function olive_is_asked_and_disagrees() {
  await open(olive, "/tasks");
  says("what Olive has to do", await olive.words(), `${person.surname}, ${person.first_name}: Give your view: A place on Advice on housing`);
  await open(olive, `${person.record}/referrals`);
  await looks_well(olive, "referrals");
  await olive.follow("A place on Advice on housing");
  await olive.send({ view: "Disagrees" }, "/view");
  says("the form", (await olive.errors()).join(), "Say why you disagree");
  await olive.send({ view: "Disagrees", words: "He has a tenancy." }, "/view");
  says("the consultation", await olive.words(), "Disagrees: He has a tenancy.", "after 1 day", "Not decided yet");
  await looks_well(olive, "consultation");
  await open(olive, "/tasks");
  holds("it is done with", !(await olive.words()).includes(`${person.first_name}: Give your view`));
}

async function the_governor_decides_and_he_starts() {
  await open(peter, inside);
  await step(peter, "Accept");
  says("the form", (await peter.errors()).join(), "say why it is confirmed");
  await step(peter, "Accept", "The tenancy ended in March.");
  says("the referral", await peter.words(), "Confirmed: The tenancy ended in March.", "after 2 days", "Disagrees: He has a tenancy.");
  await step(peter, "Start");
  says("the referral", await peter.words(), "Started", "0 of 4 sessions");
  await session(peter, "Attended");
  says("the referral", await peter.words(), "1 of 4 sessions");
}

async function he_misses_a_session_and_comes_to_the_next() {
  await open(peter, inside);
  await session(peter, "UnacceptableAbsence");
  says("the form", (await peter.errors()).join(), "Say why");
  await session(peter, "UnacceptableAbsence", "Would not leave his cell.");
  says("the sessions", await peter.words(), "Unacceptable absence", "Would not leave his cell.");
  await open(olive, "/tasks");
  says("what Olive has to do", await olive.words(), "Decide what follows an unacceptable absence: Advice on housing");
}

async function he_comes_again() {
  await open(peter, inside);
  await session(peter, "Attended", "Filled in the forms.");
  says("the referral", await peter.words(), "2 of 4 sessions");
  await looks_well(peter, "referral");
}

async function a_temporary_release_is_asked_about() {
  await open(peter, `${person.record}/referrals`);
  await peter.follow("Ask about a temporary release");
  await peter.send({ question: "A day with his sister on 20 April" });
  const asked = peter.path;
  await peter.send({ decision: "Confirmed" }, "/decision");
  says("the form", (await peter.errors()).join(), "has not answered yet");
  await open(olive, asked);
  await olive.send({ view: "Agrees", words: "She is expecting him." }, "/view");
  await open(peter, asked);
  await peter.send({ decision: "Confirmed" }, "/decision");
  says("the consultation", await peter.words(), "Agrees: She is expecting him.", "Confirmed", "the same day");
}

async function peter_releases_him() {
  await open(peter, `${person.record}/movements`);
  await peter.follow("Release");
  await peter.send({ moved_on: service.day, moved_at: "08:45", reason: "Conditional" });
  await open(olive, "/tasks");
  says("what Olive has to do", await olive.words(), `${person.surname}, ${person.first_name}: Choose where it goes on: Advice on housing`);
}

async function it_goes_on_with_another_provider() {
  await open(olive, inside);
  await olive.follow("Carry it on elsewhere");
  await looks_well(olive, "carry-on");
  await olive.send({ offering: await choice(olive, "offering", harbour) });
  outside = olive.path;
  holds("it is another referral", outside !== inside);
  says("the referral", await olive.words(), "Referred", harbour, "2 of 4 sessions, 2 of them elsewhere");
  await step(olive, "Accept");
  await step(olive, "Start");
  await session(olive, "Attended");
  says("the referral", await olive.words(), "3 of 4 sessions, 2 of them elsewhere");
  await open(olive, inside);
  says("where it was begun", await olive.words(), "Goes on elsewhere");
  await open(olive, "/tasks");
  holds("it is done with", !(await olive.words()).includes(`${person.first_name}: Choose where it goes on`));
}

async function he_completes_it() {
  await open(olive, outside);
  await step(olive, "Complete");
  says("the form", (await olive.errors()).join(), "3 of 4 sessions were attended");
  await session(olive, "Attended");
  await step(olive, "Complete");
  says("the referral", await olive.words(), "Completed", "4 of 4 sessions, 2 of them elsewhere");
  await looks_well(olive, "completed");
}

async function he_is_one_of_a_cohort() {
  await open(rosa, "/catalogue?need=ACC&region=NW&setting=Community");
  await rosa.page.locator("main tr", { hasText: harbour }).locator("a").first().click();
  await rosa.follow("Who started, month by month");
  says("the cohort", await rosa.words(), "1 started", person.surname, "Completed");
  await looks_well(rosa, "starters");
  await open(rosa, "/referrals?state=Completed");
  says("the region's list", await rosa.words(), "stand as");
  await open(olive, "/referrals");
  await looks_well(olive, "list");
  for (const ending of ["/fits", "/referrals"]) holds("an analyst may not", (await anil.go(person.record + ending)) === 403);
  for (const path of ["/referrals", "/catalogue"]) holds("an analyst may not", (await anil.go(path)) === 403);
}

/** [day, what happens, the step] */
const story = [
  [first_day, "Rosa adds an offering to the catalogue", rosa_adds_an_offering],
  [first_day, "Olive adds a person with his sentence", olive_adds_him_with_his_sentence],
  ["2006-04-04", "Peter receives him into prison", peter_receives_him],
  ["2006-04-05", "Peter searches what fits, and refers him", peter_searches_what_fits_and_refers],
  ["2006-04-06", "Olive is asked first, and disagrees", olive_is_asked_and_disagrees],
  ["2006-04-07", "the governor decides all the same, and he starts", the_governor_decides_and_he_starts],
  ["2006-04-10", "he misses a session, and Olive is to judge it", he_misses_a_session_and_comes_to_the_next],
  ["2006-04-12", "he comes to the next", he_comes_again],
  ["2006-04-18", "the manager is asked before a temporary release", a_temporary_release_is_asked_about],
  ["2007-01-02", "he is released part-way, and Olive is to choose", peter_releases_him],
  ["2007-01-03", "it goes on outside with another provider", it_goes_on_with_another_provider],
  ["2007-01-10", "he completes it with the sessions of both", he_completes_it],
  ["2007-01-10", "those who started stay a cohort", he_is_one_of_a_cohort],
];

await tell({ story, service, browser, script, desks: [olive, peter, rosa, anil] });
