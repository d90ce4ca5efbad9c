// Who is let in where, asked without a browser: every GET address as one role.

export function may_see(role, route) {
  if (route.permission === "signed_out") return true;
  return (
    Boolean(role.name) &&
    (route.permission === "signed_in" || role.permissions.includes(route.permission))
  );
}

const segments = (path) => path.replace(/^\/api/, "").split("/").slice(1);
const parts = (path) => segments(path).filter((segment) => segment.startsWith("{"));

/** The page that shows what an address of the JSON interface gives: of the same area and parts. */
function twin_of(route, pages) {
  const plain = (path) => segments(path).map((one) => (one.startsWith("{") ? "{}" : one)).join("/");
  const like = (page) =>
    segments(page.path)[0] === segments(route.path)[0] &&
    parts(page.path).join() === parts(route.path).join();
  return pages.find((page) => plain(page.path) === plain(route.path)) ?? pages.find(like);
}

/** A path to ask for `route`, known from the links of all roles; undefined when none leads there. */
export function path_for(route, pages, links) {
  if (route.kind === "page") return links.of(route)[0];
  if (route.parts === 0) return route.path;
  const twin = twin_of(route, pages);
  const path = twin && links.of(twin)[0];
  if (!path) return undefined;
  const values = segments(path.split("?")[0]).filter((_, i) => segments(twin.path)[i].startsWith("{"));
  return route.path.replace(/\{[^}]+\}/g, () => values.shift());
}

/** What the service says to a role, without following where it leads. */
export async function ask(tab, base, path) {
  const reply = await tab.context.request.get(base + path, { maxRedirects: 0 });
  return {
    status: reply.status(),
    led_to_sign_in: (reply.headers().location ?? "").startsWith("/sign-in"),
    json: (reply.headers()["content-type"] ?? "").includes("json"),
  };
}

/** What is wrong with an answer to a role that may not have this address. */
export function faults_of_refusal({ status, led_to_sign_in }) {
  const refused = [401, 403, 404].includes(status) || (status === 303 && led_to_sign_in);
  return refused ? [] : [`must be refused, but answers ${status}`];
}

/**
 * The same to a role that may: what it must not see is as if it were not there, and an address that
 * must be asked something says so (422).
 */
export function faults_of_answer({ status, json }) {
  const faults = [200, 404, 422].includes(status) ? [] : [`answers ${status}`];
  return json ? faults : [...faults, "is not JSON"];
}
