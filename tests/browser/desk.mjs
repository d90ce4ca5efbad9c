// What somebody at a desk does with the pages: follows a link by its words, fills a form by the names
// of its fields and sends it.
import { sign_in, watch } from "./browser.mjs";

const by_name = (form, name) => form.locator(`[name="${name}"]`);

async function fill_field(form, name, value) {
  const day = form.locator(`[name="${name}-day"]`);
  if (await day.count()) {
    const [year, month, of_month] = value.split("-");
    await day.fill(of_month);
    await form.locator(`[name="${name}-month"]`).fill(month);
    await form.locator(`[name="${name}-year"]`).fill(year);
    return;
  }
  const field = by_name(form, name).first();
  const kind = await field.evaluate((one) => one.type);
  if (kind === "radio" || kind === "checkbox")
    for (const one of [value].flat()) await form.locator(`[name="${name}"][value="${one}"]`).check();
  else if (kind === "select-one") await field.selectOption(value);
  else await field.fill(String(value));
}

/** One member of staff with a tab of their own, signed in. */
export class Desk {
  constructor(base, account, opened) {
    this.base = base;
    this.account = account;
    this.page = opened.page;
    this.context = opened.context;
    this.close = opened.close;
    this.faults = watch(opened.page, base);
  }

  static async open(browser, base, account, script) {
    const desk = new Desk(base, account, await browser.tab({ script }));
    await sign_in(desk.page, base, account);
    return desk;
  }

  get path() {
    return new URL(this.page.url()).pathname;
  }
  async words() {
    return (await this.page.textContent("main")).replace(/\s+/g, " ");
  }
  async go(path) {
    return (await this.page.goto(this.base + path)).status();
  }
  /** Follows the first link of the page's own part that says just these words, or else holds them. */
  async follow(words) {
    const links = this.page.locator("main a");
    const plain = words.replace(/[.*+?^$()|[\]\\{}]/g, "\\$&");
    const exact = links.filter({ hasText: new RegExp(`^\\s*${plain}\\s*$`) });
    const found = (await exact.count()) ? exact : links.filter({ hasText: words });
    await found.first().click();
  }
  /** Fills the form whose address ends with `ending` (or the page's only one) and sends it. */
  async send(fields, ending) {
    const all = this.page.locator(`main form[method="post"]${ending ? `[action$="${ending}"]` : ""}`);
    const form = all.last();
    for (const [name, value] of Object.entries(fields)) await fill_field(form, name, value);
    await form.locator("button.govuk-button:not([type=button])").first().click();
    await this.page.waitForLoadState();
  }
  /** What can be chosen under that name, from a list to open or from radios: [{value, label}]. */
  async options(name) {
    return this.page.$$eval(
      `main select[name="${name}"] option, main input[type="radio"][name="${name}"]`,
      (all) =>
        all
          .filter((one) => one.value)
          .map((one) => ({ value: one.value, label: (one.labels?.[0] ?? one).textContent.trim() })),
    );
  }
  /** What is wrong with what was sent: the lines of the error summary. */
  async errors() {
    return this.page.$$eval(".govuk-error-summary li", (all) => all.map((one) => one.textContent.trim()));
  }
  /** The JSON that machines get at the same address, with this sign-in. */
  async json(path) {
    const reply = await this.context.request.get(`${this.base}/api${path}`, { maxRedirects: 0 });
    return { status: reply.status(), body: reply.status() === 200 ? await reply.json() : undefined };
  }
}
