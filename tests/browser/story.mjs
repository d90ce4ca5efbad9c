// What journeys on days that they move have in common: their words, their desks' service, and how their
// story is told. A journey is run as
//   NAME.mjs BASE_URL SIGN_INS.json [--no-script] [--pictures=FOLDER] -- SERVE...
// and starts and stops the service itself by the words SERVE, adding `--day`.
import { mkdirSync, readFileSync } from "node:fs";
import { wide } from "./browser.mjs";
import { faults_of } from "./look.mjs";
import { key_of } from "./permissions.mjs";
import { Service } from "./service.mjs";

/** What the journey was given: where, as whom, and the service whose day it moves. Ends on wrong use. */
export function given(name) {
  const cut = process.argv.indexOf("--");
  const serve = cut < 0 ? [] : process.argv.slice(cut + 1);
  const words = process.argv.slice(2, cut < 0 ? undefined : cut);
  const [base_given, sign_ins_file] = words.filter((word) => !word.startsWith("--"));
  if (!sign_ins_file || serve.length === 0) {
    console.error(`usage: ${name} BASE_URL SIGN_INS.json [--no-script] [--pictures=FOLDER] -- SERVE...`);
    process.exit(2);
  }
  const pictures = words.find((word) => word.startsWith("--pictures="))?.split("=")[1];
  if (pictures) mkdirSync(pictures, { recursive: true });
  const base = base_given.replace(/\/$/, "");
  const accounts = JSON.parse(readFileSync(sign_ins_file, "utf8"));
  const script = !words.includes("--no-script");
  return {
    script,
    looks_well: looker(script, pictures),
    base,
    account_of: (role) => accounts.find((one) => key_of(one.role) === role),
    service: new Service(base, serve),
  };
}

/** Looks at what a desk shows, at 1280 and at 320 px, by axe and by eye: pictures are numbered. */
function looker(script, pictures) {
  let pictured = 0;
  return async (desk, name) => {
    pictured += 1;
    const path = `/${script ? "" : "plain-"}${String(pictured).padStart(2, "0")}-${name}`;
    const faults = await faults_of(desk.page, { path }, pictures);
    await desk.page.setViewportSize(wide);
    holds(faults.join("; "), faults.length === 0);
  };
}

/** What the page of that address says; it must open. */
export async function open(desk, path) {
  const status = await desk.go(path);
  holds(`${path} opens for ${desk.account.name} (${status})`, status === 200);
  return desk.words();
}

export function holds(what, is_so) {
  if (!is_so) throw new Error(`not so: ${what}`);
}

export function says(where, all, ...wanted) {
  for (const words of wanted) holds(`${where} says ${words}`, words instanceof RegExp ? words.test(all) : all.includes(words));
}

const chance = () => Math.floor(Math.random() * 26);
export const letters = (count) => Array.from({ length: count }, () => String.fromCharCode(97 + chance())).join("");

/** Somebody whom no demonstration holds: the surname begins with that letter. */
export const invented = (first_name, letter) => ({
  first_name,
  surname: `${letter}${letters(6)}`,
  number: `A${1000 + Math.floor(Math.random() * 9000)}${letters(2).toUpperCase()}`,
  record: undefined, // the path of the page, once the person was added
});

/** What can be chosen under that name and holds those words. */
export async function choice(desk, name, words) {
  const found = (await desk.options(name)).find(({ label }) => label.includes(words));
  holds(`${words} can be chosen`, found);
  return found.value;
}

/** Adds the person by the form; their `record` is known from then on. */
export async function is_added(desk, person, known = {}) {
  await desk.go("/offenders/add");
  const { first_name, surname, number } = person;
  await desk.send({ first_name, surname, birth_date: "1979-05-14", sex: "Male", number_kind: "PrisonNumber", number, ...known });
  holds(`${surname} is added`, /^\/offenders\/[a-z0-9]{13}$/.test(desk.path));
  person.record = desk.path;
}

/** The first court of the list sentences the person on that day, as the form of a sentence has it. */
export async function is_sentenced(desk, person, heard_on, sentence, hearing = {}) {
  await open(desk, person.record + "/sentences");
  await desk.follow("Record a court appearance");
  const [court] = await desk.options("court");
  await desk.send({ court: court.value, heard_on, outcome: "Sentenced", offence: "Theft from a shop", committed_on: "2006-03-11", ...hearing });
  await desk.follow("Record a sentence");
  await desk.send(sentence);
  const errors = await desk.errors();
  holds(errors.join("; "), errors.length === 0);
}

/** The prison whose gate the desk stands at receives the person on that day; gives what the page says then. */
export async function is_received(desk, person, moved_on, warrant) {
  await desk.go("/");
  await desk.follow("The roll of");
  await desk.follow("Receive somebody");
  const { number, surname } = person;
  const known = { number_kind: "PrisonNumber", number, surname, moved_on, moved_at: "15:30", issued_on: moved_on };
  if (warrant.warrant_kind === "Committal") known.court = (await desk.options("court"))[0].value;
  await desk.send({ ...known, ...warrant });
  const words = await desk.words();
  says("the movements", words, "Received");
  return words;
}

/** Everything late or due today of sixty cases or more stands on the first screen of a small monitor. */
export async function her_day_fits(desk, looks_well, name) {
  const screen = { width: 1280, height: 720 };
  await desk.page.setViewportSize(screen);
  await desk.go("/caseload");
  says("the caseload", await desk.words(), /\b([6-9]\d|1\d\d) cases\b/); // more once journeys before this one gave her theirs
  const lines = await desk.page.locator("#today li").all();
  const { overdue, today } = (await desk.json("/tasks")).body.counts;
  holds(`${overdue + today} tasks are late or due today, ${lines.length} are shown`, lines.length === overdue + today && lines.length > 0);
  for (const line of lines) {
    const box = await line.boundingBox();
    holds(`"${(await line.textContent()).trim()}" ends at ${box.y + box.height}`, box.y >= 0 && box.y + box.height <= screen.height);
  }
  await looks_well(desk, name);
}

/** Tells the story, [day, what happens, the step] each, until a step fails; ends the process. */
export async function tell({ story, service, browser, script, desks }) {
  console.log(`With script ${script ? "on" : "off"}:`);
  let passed = 0;
  let failed = 0;
  try {
    for (const [day, what, step] of story) {
      await service.on(day);
      await step();
      for (const desk of desks) {
        const seen = desk.faults();
        holds(seen.join("; "), seen.length === 0);
      }
      passed += 1;
      console.log(`  passed  ${day}  ${what}`);
    }
  } catch (error) {
    failed += 1;
    console.log(`  FAILED  ${service.day}  ${story[passed][1]}: ${error.message.split("\n")[0]}`);
    for (const desk of desks) console.log(`          ${desk.account.name} is at ${desk.path}`);
  } finally {
    await browser.close();
    await service.stop();
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}
