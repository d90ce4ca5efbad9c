// What somebody without a mouse meets: the page is walked with Tab from its top to its end.
import { wide } from "./browser.mjs";

const presses_max = 400; // longer lists repeat themselves

/** Marks what Tab must reach, one radio of each group, and remembers how each looks without the focus. */
function mark_reachable() {
  const look_of = (element) =>
    [
      [element, ""],
      [element, "::before"],
      [element.nextElementSibling, "::before"],
      [element.nextElementSibling, "::after"],
    ]
      .filter(([one]) => one)
      .map(([one, part]) => {
        const style = getComputedStyle(one, part);
        return [style.outline, style.boxShadow, style.backgroundColor, style.border].join("/");
      })
      .join("|");
  const groups = new Set();
  const reachable = [
    ...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]"),
  ].filter((element) => {
    if (element.tabIndex < 0 || element.disabled || !element.checkVisibility()) return false;
    if (element.type !== "radio") return true;
    const chosen = [...document.getElementsByName(element.name)].some((one) => one.checked);
    if (chosen) return element.checked;
    if (groups.has(element.name)) return false;
    groups.add(element.name);
    return true;
  });
  window.noms_keyboard = {
    look_of,
    seen: new Set(),
    left: new Map(reachable.map((element) => [element, look_of(element)])),
  };
  // From the top, also where the address led to a part of the page or a summary of errors has the focus.
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
  return reachable.length;
}

/** What is wrong with whatever has the focus now; null when the focus has left the page, or begins anew. */
function look_at_focus() {
  const { look_of, left, seen } = window.noms_keyboard;
  const element = document.activeElement;
  if (!element || element === document.body || seen.has(element)) return null;
  seen.add(element);
  const words = (element.textContent.trim() || element.name || element.id).slice(0, 40);
  const faults = [];
  if (left.has(element) && left.get(element) === look_of(element))
    faults.push(`the focus cannot be seen on “${words}”`);
  const boxes = [...element.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
  const is_shown = boxes.some((box) => {
    const middle = (from, to, end) => (Math.max(from, 0) + Math.min(to, end)) / 2;
    const on_top = document.elementFromPoint(
      middle(box.left, box.right, innerWidth),
      middle(box.top, box.bottom, innerHeight),
    );
    const labels = [...(element.labels ?? [])];
    return on_top && [element, ...labels].some((one) => one.contains(on_top) || on_top.contains(one));
  });
  if (!is_shown) faults.push(`“${words}” has the focus and is covered or out of sight`);
  left.delete(element);
  return faults;
}

function not_reached() {
  return [...window.noms_keyboard.left.keys()].map(
    (element) => `${element.tagName} “${(element.textContent.trim() || element.name).slice(0, 40)}”`,
  );
}

/** What Tab does not reach on the page, reaches out of sight, or reaches without showing it. */
export async function keyboard_faults(page) {
  await page.setViewportSize(wide);
  const count = await page.evaluate(mark_reachable);
  const faults = [];
  let ended = false;
  for (let press = 0; press < Math.min(presses_max, count + 20) && !ended; ++press) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate(look_at_focus);
    if (found) faults.push(...found);
    else ended = true;
  }
  if (!ended && count <= presses_max) faults.push("Tab does not come to the end of the page");
  if (ended)
    for (const one of await page.evaluate(not_reached)) faults.push(`Tab does not reach ${one}`);
  return faults.map((fault) => `keyboard: ${fault}`);
}
