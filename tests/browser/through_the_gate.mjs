// through_the_gate.mjs BASE_URL SIGN_INS.json [--no-script] [--pictures=FOLDER] -- SERVE...
//
// One invented offender from court to the end of supervision, by three people who each sign in: an
// offender manager, prison staff and a regional manager. The test moves the day: it starts and stops
// the service itself by the words SERVE (`build/dev/noms serve --database … --listen …`), which serve
// at BASE_URL, adding `--day`. After every step it looks at what each of the three sees, that a role
// without the right sees nothing, and that "who is responsible, and why" has an answer for every day.
// The database is a demonstration's (`noms demo --json`). Exit code 1 when a step failed.
import { open_browser } from "./browser.mjs";
import { Desk } from "./desk.mjs";
import { choice, given, her_day_fits, holds, invented, open, says } from "./story.mjs";

const { script, looks_well, base, account_of, service } = given("through_the_gate.mjs");
const first_day = "2006-04-03";
const four_weeks_later = "2006-05-01";
const nothing = "nothing";

/** Every day from one to the other, both included. */
function days(from, until) {
  const out = [];
  for (let at = Date.parse(from); at <= Date.parse(until); at += 86_400_000)
    out.push(new Date(at).toISOString().slice(0, 10));
  return out;
}

// -- the person, and who is to be responsible when ------------------------------------------------

const person = { ...invented("Walter", "G"), area: undefined }; // the area is the name of Olive's
/** [first day, what the name matches; null: nobody], the newest last. */
const managed = [["1900-01-01", null]];
const manager_on = (day) => managed.filter(([from]) => from <= day).at(-1)[1];

// -- the desks ------------------------------------------------------------------------------------

const browser = await open_browser();
await service.on(first_day);
const olive = await Desk.open(browser, base, account_of("offendermanager"), script);
const peter = await Desk.open(browser, base, account_of("prisonstaff"), script);
const rosa = await Desk.open(browser, base, account_of("regionalmanager"), script);
const anil = await Desk.open(browser, base, account_of("analyst"), script);
const everybody = { olive, peter, rosa };
const names = { olive: "Olive Marsh", peter: "Peter Quill" };

// -- what holds after every step ------------------------------------------------------------------

async function everybody_sees(expected, name) {
  for (const [who, wanted] of Object.entries(expected)) {
    const status = await everybody[who].go(person.record);
    holds(`${who} is answered ${wanted === nothing ? 404 : 200}, not ${status}`, status === (wanted === nothing ? 404 : 200));
    if (wanted === nothing) continue;
    says(`the person's page of ${who}`, await everybody[who].words(), ...wanted);
    await looks_well(everybody[who], `${name}-${who}`);
  }
}

async function no_right_sees_nothing() {
  for (const ending of ["", "/sentences", "/movements", "/management", "/plan", "/contacts"]) {
    holds(`an analyst may not open ${ending || "the record"}`, (await anil.go(person.record + ending)) === 403);
    holds(`nor as JSON`, [403, 404].includes((await anil.json(person.record + ending)).status));
  }
}

/** For every one of the days: a name where somebody manages, and always a reason. */
async function every_day_is_answered(all_days, desk) {
  for (const day of all_days) {
    const { status, body } = await desk.json(`${person.record}/management?day=${day}`);
    holds(`${day} is answered`, status === 200);
    holds(`${day} has a reason`, body.because.length > 0 && body.because[0].text);
    const wanted = manager_on(day);
    const named = body.responsible.manager_name;
    holds(`on ${day} ${wanted ?? "nobody"} is responsible, not ${named || "nobody"}`, wanted ? wanted.test(named) : !named);
  }
}

// -- the steps ------------------------------------------------------------------------------------

/** Everything late or due today of sixty cases stands on the first screen of a small monitor, even when nothing
 * was done for four weeks. */
async function olive_begins_her_day() {
  await her_day_fits(olive, looks_well, "00-caseload");
  await service.on(four_weeks_later);
  await her_day_fits(olive, looks_well, "00-caseload-four-weeks-later");
  await service.on(first_day);
}

async function olive_adds_the_person() {
  await olive.go("/offenders");
  await olive.follow("Add a person");
  const known = { first_name: person.first_name, surname: person.surname, birth_date: "1979-05-14", sex: "Male" };
  await olive.send({ ...known, number_kind: "PrisonNumber" });
  says("the form", (await olive.errors()).join(), "Enter the number");
  await olive.send({ number: person.number });
  holds("it led to the record", /^\/offenders\/[a-z0-9]{13}$/.test(olive.path));
  person.record = olive.path;
  await olive.go("/offenders/add");
  await olive.send({ ...known, number_kind: "PrisonNumber", number: person.number });
  says("the form", (await olive.errors()).join(), "has that number");
}

async function olive_records_court_and_sentence() {
  await open(olive, person.record);
  await olive.follow("Sentences");
  await olive.follow("Record a court appearance");
  const [court] = await olive.options("court");
  await olive.send({ court: court.value, heard_on: first_day, outcome: "Sentenced", offence: "Burglary in a dwelling", committed_on: "2005-11-12" });
  says("the record of the courts", await olive.words(), "Burglary in a dwelling", court.label);
  await olive.follow("Record a sentence");
  await olive.send({ disposal: "IMP12", months: 18, manager: olive.account.name });
  holds("a sentence without a purpose is sent back", (await olive.errors()).length > 0);
  await looks_well(olive, "02-sentence-sent-back");
  await olive.send({ purposes: "Punish" });
  says("who is responsible", await olive.words(), "On 3 April 2006 Olive Marsh is responsible, since 3 April 2006");
  managed.push([first_day, /^Olive Marsh$/]);
}

async function peter_receives_him() {
  await peter.go("/");
  await peter.follow("The roll of");
  await peter.follow("Receive somebody");
  const gate = peter.path;
  await peter.send({ number_kind: "PrisonNumber", number: person.number, surname: person.surname, moved_on: service.day, moved_at: "09:30" });
  says("the form", (await peter.errors()).join(), "warrant");
  holds("it is the form at the gate", peter.path === gate);
  const [court] = await peter.options("court");
  await peter.send({ warrant_kind: "Committal", court: court.value, issued_on: first_day, authorises: "18 months' imprisonment" });
  says("the movements", await peter.words(), "Received", "Committal warrant of 3 April 2006", "18 months' imprisonment");
  await peter.go("/");
  await peter.follow("The roll of");
  says("the roll", await peter.words(), person.surname);
}

async function they_plan_his_time_inside() {
  await open(peter, person.record + "/management");
  await peter.follow("Set who stands beside the manager");
  await peter.send({ role: "OffenderSupervisor", name: peter.account.name });
  says("who stands beside", await peter.words(), "Offender supervisor", names.peter);
  const objective = async (need, what, activity) => {
    await open(olive, person.record + "/plan");
    await olive.follow("Add an objective");
    await olive.send({ need, objective: what, activity, who: "Offender", by_day: "2007-06-29" });
  };
  await objective("ETE", "Level 1 in numeracy", "education_prison");
  await objective("ETE", "Read well enough for a tenancy", "skills_for_life_prison");
  await objective("ETE", "Keep a place in the workshop", "workshop");
  says("the plan", await open(peter, person.record + "/plan"), "0 of 3 objectives met, 3 open", "Education class in prison");
  const appointment = async (setting, on_day, place) => {
    await open(olive, person.record + "/contacts");
    await olive.follow("Book an appointment");
    await olive.send({ kind: "PAIAOM", setting, on_day, at_time: "10:00", place, despite: "The only time that is left" });
  };
  await appointment("Custody", "2007-01-15", "Visits hall");
  await appointment("Community", "2007-01-08", "Probation office");
}

async function peter_lets_him_out_for_work() {
  await open(peter, person.record + "/movements");
  await peter.follow("Out on temporary absence");
  await peter.send({ moved_on: service.day, moved_at: "08:00", reason: "Work placement", due_back: "2006-09-03" });
  says("the form", (await peter.errors()).join(), "cannot be due back before they leave");
  await peter.send({ due_back: "2006-09-05" });
  says("the form", (await peter.errors()).join(), "No temporary release was confirmed");
  await peter.send({ not_consulted: "The employer rang this morning" });
  says("the movements", await peter.words(), "Out on temporary absence", "Due back 5 September 2006", "The employer rang this morning");
}

async function peter_takes_him_back() {
  await open(peter, person.record + "/movements");
  await peter.follow("Back in the prison");
  await peter.send({ moved_on: service.day, moved_at: "17:45" });
  says("the movements", await peter.words(), "Returned");
}

async function peter_releases_him_on_licence() {
  await open(peter, person.record + "/movements");
  await peter.follow("Release");
  await peter.send({ moved_on: service.day, moved_at: "08:45", reason: "Conditional" });
  holds("whoever opened the gate is led back to those they hold", peter.path === "/offenders");
}

async function what_was_begun_inside_goes_on_outside() {
  const plan = await open(olive, person.record + "/plan");
  says("the plan", plan, "0 of 3 objectives met, 2 open", "Course at a college or learning centre", "Basic skills class");
  says("the plan", plan, /Keep a place in the workshop.*has no match outside prison/);
  const contacts = await open(olive, person.record + "/contacts");
  says("the contacts", contacts, /8 Jan.*To come/, /15 Jan.*Cancelled/);
  await olive.go("/tasks");
  const due = await olive.words();
  for (const task of ["Decide what takes the place of: Keep a place in the workshop", "Book again outside", "First report after release"])
    says("what Olive has to do", due, `${person.surname}, ${person.first_name}: ${task}`);
}

async function he_keeps_his_first_appointment() {
  await open(olive, person.record + "/contacts");
  await olive.follow("Book an appointment");
  await olive.send({ kind: "PAIAOM", setting: "Community", on_day: service.day, at_time: "10:00", place: "Probation office", despite: "The only time that is left" });
  await olive.follow("Wed 3 Jan 2007");
  await olive.send({ outcome: "ATT", words: "Came on time; lives with his sister." }, "/outcome");
  says("the contacts", await olive.words(), "Attended", "lives with his sister");
  await olive.go("/tasks");
  holds("the first report is done with", !(await olive.words()).includes(`${person.surname}, ${person.first_name}: First report`));
}

async function he_misses_one() {
  await open(olive, person.record + "/contacts");
  await olive.follow("Mon 8 Jan 2007");
  await olive.send({ outcome: "ABS", words: "Did not come, did not ring." }, "/outcome");
  says("the contacts", await olive.words(), "Absence");
  says("what is due", await open(olive, person.record), /absence/i);
}

async function olive_judges_the_absence() {
  await open(olive, person.record + "/contacts");
  await olive.follow("Mon 8 Jan 2007");
  await olive.send({ outcome: "FTA", words: "No reason given by the next week." }, "/outcome");
  says("the contacts", await olive.words(), "Failed to attend");
}

async function rosa_gives_him_to_a_colleague() {
  await open(rosa, person.record + "/management");
  await rosa.follow("Give to another manager");
  const officer = (await rosa.options("manager")).find(({ label }) => !label.startsWith(names.olive));
  await rosa.send({ manager: officer.value });
  says("the form", (await rosa.errors()).join(), /why/i);
  await rosa.send({ reason: "Olive Marsh has 61 cases" });
  const name = officer.label.split(",")[0];
  says("who is responsible", await rosa.words(), `${name} is responsible`, "Olive Marsh has 61 cases");
  managed.push([service.day, new RegExp(`^${name}$`)]);
  await olive.go("/caseload");
  holds("he is no case of Olive's", !(await olive.words()).includes(person.surname));
}

async function rosa_moves_him_to_another_area() {
  await rosa.go("/region");
  const areas = await rosa.page.$$eval("#areas th a", (all) => all.map((one) => one.textContent.trim()));
  const there = areas.find((name) => name !== person.area);
  await open(rosa, person.record + "/management");
  await rosa.follow("Give to another manager");
  await rosa.send({ area: await choice(rosa, "area", there), reason: "He moved there to his sister" });
  says("who is responsible", await rosa.words(), "by the duty rule", there);
  managed.push([service.day, /./]);
}

async function rosa_brings_him_back_to_olive() {
  await open(rosa, person.record + "/management");
  await rosa.follow("Give to another manager");
  await rosa.send({ area: await choice(rosa, "area", person.area), reason: "He came back" });
  await rosa.follow("Give to another manager");
  await rosa.send({ manager: await choice(rosa, "manager", names.olive), reason: "She knows him" });
  managed.push([service.day, /^Olive Marsh$/]);
}

async function olive_ends_the_sentence() {
  await open(olive, person.record + "/sentences");
  await olive.page.locator("main td a, main th a").first().click();
  await olive.follow("End this sentence");
  await olive.send({ ended_on: service.day, reason: "Served" });
  says("who is responsible", await olive.words(), "Nobody was responsible", /Management ended on 3 October 2007.*served/);
  managed.push([service.day, null]);
}

const manages = (name) => new RegExp(`Who is responsible ?${name}, offender manager`);
const inside = [/Where ?(HMP |In |.*Prison|.*since)/, "Under sentence", manages(names.olive)];
const outside = [/Where ?In the community/, "Under sentence"];

/** [day, what happens, the step, what each of the three then sees of the person] */
const story = [
  [first_day, "Olive's whole day is on her first screen", olive_begins_her_day],
  [first_day, "Olive adds a person whom no extract brought", olive_adds_the_person,
    { olive: ["Not known: no movement is recorded", "No sentence is recorded", "Nobody: no offender manager has been due"], peter: nothing, rosa: ["No sentence is recorded"] }],
  [first_day, "the court passes a sentence and a manager is named with it", olive_records_court_and_sentence,
    { olive: ["Under sentence", manages(names.olive)], peter: nothing, rosa: ["Under sentence", manages(names.olive)] }],
  ["2006-04-04", "Peter receives him into prison on a warrant", peter_receives_him,
    { olive: inside, peter: inside, rosa: inside }],
  ["2006-04-10", "a supervisor is set, and a plan for his time inside", they_plan_his_time_inside,
    { olive: ["0 of 3 objectives met"], peter: ["0 of 3 objectives met"], rosa: ["0 of 3 objectives met"] }],
  ["2006-09-04", "Peter lets him out on temporary absence", peter_lets_him_out_for_work,
    { olive: [/On temporary absence/i], peter: [/On temporary absence/i], rosa: [/On temporary absence/i, manages(names.olive)] }],
  ["2006-09-05", "he comes back on time", peter_takes_him_back, { olive: inside, peter: inside, rosa: inside }],
  ["2007-01-02", "Peter releases him on licence", peter_releases_him_on_licence,
    { olive: [...outside, manages(names.olive)], peter: nothing, rosa: [...outside, manages(names.olive)] }],
  ["2007-01-02", "what was begun inside goes on outside, or becomes a task", what_was_begun_inside_goes_on_outside],
  ["2007-01-03", "he keeps his first appointment", he_keeps_his_first_appointment, { olive: outside, peter: nothing, rosa: outside }],
  ["2007-01-08", "he misses the next one", he_misses_one, { olive: [/absence/i], peter: nothing, rosa: outside }],
  ["2007-01-15", "Olive judges the absence", olive_judges_the_absence, { olive: outside, peter: nothing, rosa: outside }],
  ["2007-03-01", "Rosa gives him to a colleague in the area", rosa_gives_him_to_a_colleague, { olive: outside, peter: nothing, rosa: outside }],
  ["2007-04-02", "Rosa moves him to another area, and Olive sees him no more", rosa_moves_him_to_another_area,
    { olive: nothing, peter: nothing, rosa: outside }],
  ["2007-05-02", "Rosa brings him back to Olive", rosa_brings_him_back_to_olive,
    { olive: [...outside, manages(names.olive)], peter: nothing, rosa: [...outside, manages(names.olive)] }],
  ["2007-10-03", "the sentence ends, and management with it", olive_ends_the_sentence,
    { olive: ["Not under sentence", "Nobody: management ended"], peter: nothing, rosa: ["Not under sentence", "Nobody: management ended"] }],
];

async function take(number, [day, what, step, sees = {}]) {
  const since = service.day;
  await service.on(day);
  await step();
  await everybody_sees(sees, `${String(number).padStart(2, "0")}-${step.name.replaceAll("_", "-")}`);
  if (!person.record) return;
  await no_right_sees_nothing();
  await every_day_is_answered(days(since, day), rosa);
  for (const desk of [olive, peter, rosa, anil]) {
    const seen = desk.faults();
    holds(seen.join("; "), seen.length === 0);
  }
}

console.log(`With script ${script ? "on" : "off"}:`);
let passed = 0;
let failed = 0;
try {
  person.area = await home_area();
  for (const [number, chapter] of story.entries()) {
    await take(number, chapter);
    passed += 1;
    console.log(`  passed  ${service.day}  ${chapter[1]}`);
  }
  await every_day_is_answered(days("2006-04-01", "2007-10-10"), rosa);
  passed += 1;
  console.log("  passed  every day from court to the end has its manager and its reason");
} catch (error) {
  failed += 1;
  const what = story[passed]?.[1] ?? "every day from court to the end has its manager and its reason";
  console.log(`  FAILED  ${service.day}  ${what}: ${error.message.split("\n")[0]}`);
  for (const [who, desk] of Object.entries(everybody)) console.log(`          ${who} is at ${desk.path}`);
} finally {
  await browser.close();
  await service.stop();
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

/** The area that Olive works for, as lists of officers name it. */
async function home_area() {
  await olive.go("/management/officers");
  return (await olive.page.textContent("h1")).replace("Offender managers: ", "").trim();
}
