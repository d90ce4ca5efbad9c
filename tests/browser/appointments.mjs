// appointments.mjs BASE_URL SIGN_INS.json [--no-script] [--pictures=FOLDER] -- SERVE...
//
// What somebody has to do at a set time is kept; a series is seen with its clashes before it is booked; the
// weeks ahead say what is missing; the rest of a series is cancelled; and who said yes is reminded, once, by
// `noms remind`. Days move as in reports.mjs; the database is a demonstration's. Exit code 1 when a step failed.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { open_browser } from "./browser.mjs";
import { Desk } from "./desk.mjs";
import { given, holds, invented, is_added, is_sentenced, letters, open, says, tell } from "./story.mjs";

const { script, looks_well, base, account_of, service } = given("appointments.mjs");
const first_day = "2006-06-05"; // a Monday
const who = invented("Frank", "A");
const address = `${letters(8)}@example.com`;
const series = { every: "Week", first_on: "2006-06-12", last_on: "2006-07-31", kind: "PAIAOM", setting: "Community", at_time: "07:05", place: "12 Hill Street" };

const browser = await open_browser();
await service.on(first_day);
const olive = await Desk.open(browser, base, account_of("offendermanager"), script);
const peter = await Desk.open(browser, base, account_of("prisonstaff"), script);

async function he_is_sentenced() {
  await is_added(olive, who, { birth_date: "1981-02-20" });
  await is_sentenced(olive, who, service.day, { disposal: "CO", months: 12, purposes: "ReduceReoffending", requirement: "REQ_SUP", requirement_amount: 12, manager: olive.account.name });
}

async function too_little_is_booked() {
  await open(olive, who.record);
  await olive.follow("Weeks ahead");
  says("the weeks ahead", await olive.words(), "Too little is booked", "9 appointments missing", "No commitment is known", "Nothing is booked");
  await looks_well(olive, "nothing-booked");
  await olive.follow("All your cases");
  says("her cases", await olive.words(), "Too little is booked for", who.surname, "9 missing");
  await looks_well(olive, "cases");
  holds("a prison that does not hold him does not see it", (await peter.go(who.record + "/ahead")) === 404);
}

async function his_work_is_kept() {
  await olive.go(who.record + "/ahead");
  await olive.follow("Add a commitment");
  await looks_well(olive, "commitment-form");
  await olive.send({ kind: "Work", words: "a bakery", weekdays: ["Monday", "Friday"], from_time: "07:30", until_time: "06:00", source: "Frank" });
  holds("it cannot end before it begins", (await olive.errors()).length === 1);
  await olive.send({ until_time: "12:00", travel_minutes: 20 });
  says("the weeks ahead", await olive.words(), "a bakery", "Monday, Friday", "07:30 to 12:00, 20 minutes each way");
}

async function a_single_one_wants_a_reason() {
  await olive.follow("Book one appointment");
  await olive.send({ kind: "PAIAOM", setting: "Community", on_day: "2006-06-09", at_time: "08:00", place: "12 Hill Street" });
  says("the form", (await olive.errors()).join(), "a bakery");
  await looks_well(olive, "clash");
  await olive.send({ despite: "His first appointment must be within five working days" });
  says("the contacts", await olive.words(), "Booked in spite of a clash");
}

async function a_series_is_seen_and_booked() {
  await open(olive, who.record + "/series/add");
  await looks_well(olive, "series-form");
  await olive.send(series);
  says("the plan", await olive.words(), "8 appointments would be booked", "Nothing is booked yet", "a bakery");
  await looks_well(olive, "series-plan");
  await olive.send({});
  says("the plan", (await olive.errors()).join(), "what is done with the days that clash");
  await olive.send({ on_clash: "BookAllTheSame", despite: "He swaps shifts on Mondays" });
  says("the weeks ahead", await olive.words(), "As much is booked as National Standards ask", "Every week from 12 June 2006 to 31 July 2006 at 07:05", "8 appointments");
  await looks_well(olive, "series-booked");
  const { status, body } = await olive.json(who.record + "/ahead");
  holds("machines get the same", status === 200 && body.minimum.missing === 0 && body.appointments.length === 9);
}

async function he_wants_to_be_reminded() {
  await open(olive, who.record + "/reminders");
  says("reminders", await olive.words(), "Nobody asked yet");
  await olive.follow("Record what the person said");
  await looks_well(olive, "consent-form");
  await olive.send({ says: "Yes", email: "nowhere", ring: "Olive on 0161 496 0000" });
  holds("an address is one", (await olive.errors()).length === 1);
  await olive.send({ email: address });
  says("reminders", await olive.words(), "Wanted, by e-mail", address, "No reminder was sent");
}

/** Runs `noms remind` on the database that is served. */
function remind(folder) {
  const words = process.argv.slice(process.argv.indexOf("--") + 1);
  const database = words[words.indexOf("--database") + 1];
  return execFileSync(words[0], ["remind", "--database", database, "--folder", folder], { encoding: "utf8" });
}

async function he_is_reminded_once() {
  const folder = mkdtempSync(join(tmpdir(), "noms-reminders-"));
  try {
    const said = remind(folder);
    holds("nobody is named", !said.includes(address));
    remind(folder);
    const mine = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), "utf8"))
      .filter((text) => text.includes(address));
    holds(`one message, not ${mine.length}`, mine.length === 1);
    says("the message", mine[0], "You have an appointment.", "Monday 12 June 2006 at 07:05", "12 Hill Street", "ring Olive on 0161 496 0000");
    holds("it says nothing of why", !/probation|offend|prison|court/i.test(mine[0]));
  } finally {
    rmSync(folder, { recursive: true });
  }
  says("reminders", await open(olive, who.record + "/reminders"), "Sent", address, "Mon 12 Jun 2006 07:05");
  await looks_well(olive, "reminded");
}

async function the_rest_is_cancelled() {
  await open(olive, who.record + "/ahead");
  await olive.follow("Cancel the rest");
  await looks_well(olive, "cancel-form");
  await olive.send({ because: "He moves to Leeds" });
  says("the weeks ahead", await olive.words(), "He moves to Leeds", "Too little is booked", "No outcome yet");
  await olive.page.locator(`main a[href$="/end"]`).first().click();
  await olive.send({ because: "The bakery closed" });
  says("the weeks ahead", await olive.words(), "No commitment is known");
  await looks_well(olive, "cancelled");
  says("the timeline", await open(olive, who.record), "Series of appointments booked", "Rest of a series cancelled", "Commitment ended");
}

/** [day, what happens, the step] */
const story = [
  [first_day, "he is sentenced to a community order", he_is_sentenced],
  [first_day, "the weeks ahead say that too little is booked", too_little_is_booked],
  [first_day, "his work is kept, so that appointments leave room for it", his_work_is_kept],
  [first_day, "a single appointment that clashes wants a reason", a_single_one_wants_a_reason],
  [first_day, "a series is seen with its clashes, and booked in one go", a_series_is_seen_and_booked],
  [first_day, "he says that he wants to be reminded", he_wants_to_be_reminded],
  ["2006-06-10", "he is reminded once, and the message says nothing of why", he_is_reminded_once],
  ["2006-06-20", "the rest of the series is cancelled, and his work ends", the_rest_is_cancelled],
];

await tell({ story, service, browser, script, desks: [olive, peter] });
