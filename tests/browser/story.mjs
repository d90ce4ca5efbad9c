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
