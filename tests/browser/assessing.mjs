// How somebody assesses at a page: answers, sections one after the other, and the senior officer whose
// signature comes second. Of assessment.mjs, and of journeys that assess on their way.
import { sign_in } from "./browser.mjs";
import { holds } from "./story.mjs";

export const path_of = (page) => new URL(page.url()).pathname;
export const field = (question) => `[name="answers.${question}"]`;

export async function send(page, button) {
  await Promise.all([
    page.waitForNavigation(),
    page.click(`main form[method="post"] button:has-text("${button}")`),
  ]);
}

/** Ticks or fills one answer. */
export async function answer(page, question, value) {
  const radio = page.locator(`input[type="radio"]${field(question)}[value="${value}"]`);
  if (await radio.count()) return radio.check();
  const select = page.locator(`select${field(question)}`);
  if (await select.count()) return select.selectOption(value);
  return page.fill(`main ${field(question)}`, value);
}

/** Every question of the section that has no answer yet gets its least one. */
export async function answer_the_rest(page) {
  const names = await page.$$eval('main [name^="answers."]', (all) => {
    const open = (one) =>
      one.type === "radio"
        ? !document.querySelector(`input[name="${one.name}"]:checked`)
        : one.value === "";
    const must = (one) => !/\(optional\)/.test(one.closest(".govuk-form-group").textContent);
    return [...new Set(all.filter((one) => open(one) && must(one)).map((one) => one.name))];
  });
  for (const name of names) {
    const question = name.replace("answers.", "");
    const radio = page.locator(`input[type="radio"][name="${name}"]`);
    const kind = await page.$eval(`main [name="${name}"]`, (one) => one.tagName);
    if (await radio.count()) {
      const values = await radio.evaluateAll((all) => all.map((one) => one.value));
      await answer(page, question, values.find((one) => ["no", "Low"].includes(one)) ?? values[0]);
    } else if (kind === "SELECT") await answer(page, question, "THEFT");
    else await answer(page, question, kind === "TEXTAREA" ? "As the file says" : "not known");
  }
}

/** Saves sections one after the other, from the one that is open to the last. */
export async function answer_all_sections(page) {
  while (/\/sections\//.test(path_of(page))) {
    await answer_the_rest(page);
    const before = path_of(page);
    await send(page, "Save and go on");
    holds(`${before} is taken`, path_of(page) !== before);
  }
}

/** Opens a section by its title from the page of the assessment, whose address is given. */
export async function open_section(page, address, title) {
  await page.goto(address);
  await Promise.all([
    page.waitForNavigation(),
    page.click(`main table a:text-is("${title}")`),
  ]);
}

/** A senior officer of the area of whoever is signed in at `page` gets a password from the administrator: their tab, and
 * the account to sign in with. */
export async function senior_officer({ browser, base, administrator, script }, page) {
  await page.goto(`${base}/management/officers`);
  const officers = await page.$$eval("main table tbody tr", (rows) =>
    rows.map((row) => ({
      path: row.querySelector("a")?.getAttribute("href"),
      words: row.textContent,
    })),
  );
  const senior = officers.find(({ words }) => /Senior officer/.test(words));
  holds("there is a senior officer", senior);
  const admin = await browser.tab({ script });
  await sign_in(admin.page, base, administrator);
  await admin.page.goto(`${base}/accounts/${senior.path.split("/").at(-1)}`);
  await Promise.all([
    admin.page.waitForNavigation(),
    admin.page.click('form[action$="/reset"] button'),
  ]);
  const [name, password] = await admin.page.$$eval(".govuk-summary-list__value", (all) =>
    all.map((one) => one.textContent.trim()),
  );
  await admin.close();
  const tab = await browser.tab({ script });
  await sign_in(tab.page, base, { name, password });
  const chosen = await choose_password(tab.page, base, password);
  return { ...tab, account: { name, password: chosen } };
}

/** A password that was handed over opens nothing but its change. */
async function choose_password(page, base, current) {
  const chosen = "a long one of their own, 2006";
  await page.goto(`${base}/account/password`);
  await page.fill('main input[name="current"]', current);
  await page.fill('main input[name="chosen"]', chosen);
  await page.fill('main input[name="repeated"]', chosen);
  await Promise.all([
    page.waitForNavigation(),
    page.click('main form[method="post"] button:not([type="button"])'),
  ]);
  return chosen;
}
