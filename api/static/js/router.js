/** Hash routes to views: which module shows what, focus, announcements, errors. */

import { abandonReads } from "./api.js";
import { h } from "./dom.js";
import { loading, named } from "./loading.js";
import { refuse } from "./refused.js";
import { empty, problem, unknownRoute } from "./states.js";

/**
 * First segment of the address → module, loaded when first asked for. Each exports
 * `async function show(main, {path, params})`: `main` is an empty element of its own, already on the
 * page; `path` the decoded segments (`["claims", "ID"]`); `params` a URLSearchParams. It sets
 * document.title, and shows one <h1>. A view that is left keeps writing into an element that nobody sees.
 */
const VIEWS = {
  disputes: () => import("./views/disputes.js"),
  contradictions: () => import("./views/contradictions.js"),
  claims: () => import("./views/claim.js"),
  actors: () => import("./views/actors.js"),
  terms: () => import("./views/terms.js"),
  plans: () => import("./views/plans.js"),
  board: () => import("./views/board.js"),
  statements: () => import("./views/statements.js"),
  search: () => import("./views/search.js"),
  add: () => import("./views/add.js"),
  documents: () => import("./views/documents.js"),
  review: () => import("./views/review.js"),
  network: () => import("./views/network.js"),
  timeline: () => import("./views/timeline.js"),
  changes: () => import("./views/changes.js"),
  shifts: () => import("./views/shifts.js"),
  origins: () => import("./views/origins.js"),
  silence: () => import("./views/silence.js"),
  watch: () => import("./views/watch.js"),
  overreach: () => import("./views/overreach.js"),
};
const HOME = "disputes";
const PARENT = { claims: "disputes", terms: "plans", board: "plans", origins: "disputes", silence: "plans", watch: "changes", overreach: "documents" }; // Which link of the navigation is lit.

let shown = null; // The address path of the view before.
let kept = null; // The view that was whole last, and its address: it stays where a filter is refused.
let visit = 0; // The step in the history that is shown, and where each was scrolled to when it was left.
const scrolls = new Map();

/** Follow the address from now on. */
export function start() {
  history.scrollRestoration = "manual"; // The browser would scroll before the view is there.
  addEventListener("hashchange", () => void navigate());
  return navigate();
}

/** Take an address apart: {path, params}. */
export function parse(hash) {
  const [address, query = ""] = hash.replace(/^#\/?/, "").split(/\?(.*)/s);
  const path = address.split("/").filter(Boolean).map(decoded);
  return { path: path.length ? path : [HOME], params: new URLSearchParams(query) };
}

/** Tell screen readers something that happened without a move of focus. */
export function announce(message) {
  const region = document.getElementById("announcer");
  region.textContent = "";
  setTimeout(() => (region.textContent = message), 50); // A change is what is read out.
}

async function navigate() {
  if (location.hash && !location.hash.startsWith("#/")) return; // An anchor within the view.
  scrolls.set(visit, scrollY);
  const back = history.state?.visit ?? null;
  visit = back ?? Math.max(...scrolls.keys()) + 1;
  history.replaceState({ ...history.state, visit }, "");
  const route = parse(location.hash);
  const name = route.path.join("/");
  const moved = shown !== null && name !== shown;
  const again = shown === name ? { focus: document.activeElement?.id, scroll: scrollY } : null;
  shown = name;
  abandonReads();
  light(route.path[0]);
  const place = h("div", { class: ["view", `view-${route.path[0]}`], "aria-busy": "true" });
  const main = document.getElementById("main");
  main.replaceChildren(place);
  const loaded = loading(main, named(route.path), announce);
  const whole = await render(place, route, again);
  loaded();
  if (!place.isConnected) return; // Left meanwhile, or what was shown is shown again.
  place.removeAttribute("aria-busy");
  if (whole) kept = { place, hash: location.hash, title: document.title };
  if (again && whole) stay(again);
  else if (moved && !place.querySelector("[aria-invalid]")) arrive(place);
  if (back !== null) scrollTo(0, scrolls.get(back) ?? 0);
}

/** Let the view fill its place; says whether it did. */
async function render(place, route, again) {
  const load = VIEWS[route.path[0]];
  try {
    if (!load) unknownRoute(place, route.path);
    else await (await load()).show(place, route);
    return true;
  } catch (error) {
    if (error.name !== "AbortError" && place.isConnected) fail(place, route, error, again);
    return false;
  }
}

/** Show an error: at the filter that was refused, else below what there is already, else in place of all. */
function fail(place, { params }, error, again) {
  const retry = () => void navigate();
  if (!error.status && error.name !== "Problem") console.error(error);
  if (again && restored(error, params, again)) return;
  if (refuse(place, error, params)) return place.append(empty("Nothing is shown until this filter is put right."));
  if (place.querySelector("h1")) return place.append(problem(error, { retry }));
  document.title = "Something went wrong · Counterclaim";
  place.replaceChildren(problem(error, { retry, heading: "h1" }));
}

/** Show again what the refused filter would have replaced, under its own address, with the refusal at the field. */
function restored(error, params, { scroll }) {
  if (!kept || !refuse(kept.place, error, params)) return false;
  const { place, hash, title } = kept;
  document.getElementById("main").replaceChildren(place);
  scrollTo(0, scroll);
  place.querySelector("[aria-invalid]").focus();
  history.replaceState(history.state, "", hash || location.pathname);
  document.title = title;
  return true;
}

function arrive(place) {
  scrollTo(0, 0);
  const heading = place.querySelector("h1");
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  announce(document.title);
}

function stay({ focus, scroll }) {
  scrollTo(0, scroll);
  if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
}

function light(name) {
  const current = `#/${PARENT[name] ?? name}`;
  for (const link of document.querySelectorAll("#nav a")) {
    if (link.getAttribute("href") === current) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

function decoded(segment) {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
