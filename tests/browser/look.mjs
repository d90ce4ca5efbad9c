// What is wrong with a page as it stands. axe-core is slow and says the same of pages built alike, so
// it judges one page of each shape: the route, and the elements with their classes, roles and the
// names of their attributes. Shapes judged well are kept in a file for the next run of the suite.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { barriers, narrow, overflow, wide } from "./browser.mjs";
import { keyboard_faults } from "./keyboard.mjs";

const judged = new Set();
const pictured = new Set();
const tabbed = new Set();

export function read_judged(file) {
  if (file && existsSync(file)) for (const shape of JSON.parse(readFileSync(file))) judged.add(shape);
}

export function write_judged(file) {
  if (file) writeFileSync(file, JSON.stringify([...judged]));
}

export const how_many_shapes = () => judged.size;
export const how_many_pictures = () => pictured.size;
export const how_many_tabbed = () => tabbed.size;

async function shape_of(page, route) {
  const elements = await page.evaluate(() => {
    const told = ["class", "role", "type", "scope", "autocomplete", "lang", "aria-live"];
    const line = (element) =>
      [
        element.parentElement?.tagName,
        element.tagName,
        ...[...element.attributes].map(({ name, value }) =>
          told.includes(name) ? `${name}=${value}` : `${name}${value === "" ? " empty" : ""}`,
        ),
        element.children.length === 0 && element.textContent.trim() === "" ? "blank" : "",
      ].join(" ");
    const all = [...document.querySelectorAll("html, html *")];
    const ids = all.map((element) => element.id).filter(Boolean);
    return [
      ...new Set(all.map(line)),
      [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")].map((one) => one.tagName).join(""),
      ids.length === new Set(ids).size ? "" : `twice: ${ids.filter((id, i) => ids.indexOf(id) < i)}`,
    ].sort();
  });
  return createHash("sha1").update([route, ...elements].join("\n")).digest("hex");
}

/** What axe finds, unless a page of the same shape was judged before and found without a barrier. */
export async function barriers_of_shape(page, route) {
  const shape = await shape_of(page, route);
  if (judged.has(shape)) return [];
  await page.setViewportSize(wide);
  const faults = await barriers(page);
  await page.setViewportSize(narrow);
  if (faults.length === 0) judged.add(shape);
  return faults;
}

async function picture(page, route, folder) {
  if (!folder || pictured.has(route.path)) return;
  pictured.add(route.path);
  const name = route.path.replace(/[{}]/g, "").replace(/^\//, "").replace(/\//g, "-") || "home";
  for (const size of [wide, narrow]) {
    await page.setViewportSize(size);
    await page.screenshot({ path: join(folder, `${name}-${size.width}.png`), fullPage: true });
  }
}

/** One page of each route is walked with the keyboard. */
async function keyboard_faults_of(page, route) {
  if (tabbed.has(route.path)) return [];
  tabbed.add(route.path);
  const faults = await keyboard_faults(page);
  await page.setViewportSize(narrow);
  return faults;
}

/** What is wrong with a page of `route`, which stands narrow. */
export async function faults_of(page, route, pictures) {
  const faults = await barriers_of_shape(page, route.path);
  const excess = await overflow(page);
  if (excess > 0) faults.push(`${excess} pixels too wide at 320`);
  faults.push(...(await keyboard_faults_of(page, route)));
  await picture(page, route, pictures);
  return faults;
}
