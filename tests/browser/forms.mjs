// Forms that are refused: sent empty, and sent with what no field takes. The page must come again
// with 422, a summary whose every line leads to a field, and what was typed still in its place.
import { barriers_of_shape } from "./look.mjs";

/** What is typed in every field of text: nothing at all, and what no date or number is. */
export const ways = ["", "£% no such thing"];

const tried = "form[data-tried]";

/** Marks the page's first form that has fields to see, and gives those: [] when there is none. */
async function fields_on(page) {
  return page.evaluate(() => {
    const seen = (field) => field.type !== "hidden" && field.offsetParent !== null;
    const forms = [...document.querySelectorAll('main form[method="post"]')].map((form) => ({
      form,
      fields: [...form.querySelectorAll("input, textarea, select")].filter(seen),
    }));
    const first = forms.find(({ fields }) => fields.length > 0);
    if (!first) return [];
    first.form.dataset.tried = "";
    first.form.noValidate = true;
    return first.fields.map((field) => {
      const text = field.matches("textarea, input:not([type=radio], [type=checkbox], [type=file])");
      // A password never comes back in a page.
      return { name: field.name, text, kept: text && field.type !== "password" };
    });
  });
}

const field_named = (page, name) => page.locator(`${tried} [name="${name}"]`).first();

/** Every line of the summary must lead to something that can be filled in. */
async function lost_links(page) {
  return page.$$eval(".govuk-error-summary a", (links) =>
    links
      .map((link) => link.getAttribute("href") ?? "nowhere")
      .filter((href) => {
        const led_to = document.getElementById(href.slice(1));
        const fields = "input, select, textarea";
        return !led_to || !(led_to.matches(fields) || led_to.querySelector(fields));
      }),
  );
}

async function faults_of_answer(page, route, typed) {
  const faults = [];
  const fields = await fields_on(page);
  if (!(await page.$(".govuk-error-summary"))) faults.push("has no error summary");
  if (!(await page.title()).startsWith("Error: ")) faults.push("its title lacks Error:");
  for (const href of await lost_links(page)) faults.push(`the summary leads to ${href}, no field`);
  for (const { name } of fields.filter((field) => typed && field.kept))
    if ((await field_named(page, name).inputValue()) !== typed)
      faults.push(`what was typed in ${name} is lost`);
  return [...faults, ...(await barriers_of_shape(page, `${route.path} refused`))];
}

/**
 * Sends the form at `path` with `typed` in every field of text. `outcome` is "no form", "taken" when
 * such values are good enough for it, or "sent back", with what is wrong about that page.
 */
export async function try_form(page, base, route, path, typed) {
  await page.goto(base + path);
  const fields = await fields_on(page);
  if (fields.length === 0) return { outcome: "no form", faults: [] };
  for (const { name } of fields.filter((field) => field.text)) await field_named(page, name).fill(typed);
  const [reply] = await Promise.all([
    page.waitForNavigation().catch(() => null),
    page.locator(`${tried} button:not([type="button"])`).first().click(),
  ]);
  if (!reply) return { outcome: "sent back", faults: ["its button sends nothing"] };
  if (reply.status() === 200) return { outcome: "taken", faults: [] };
  const faults =
    reply.status() === 422
      ? await faults_of_answer(page, route, typed)
      : [`answers ${reply.status()}`];
  const how = typed ? "sent badly" : "sent empty";
  return { outcome: "sent back", faults: faults.map((fault) => `${how}: ${fault}`) };
}
