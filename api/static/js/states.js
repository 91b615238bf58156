/** What is shown when there is nothing to show: errors, emptiness, addresses that lead nowhere. */

import { h } from "./dom.js";
import { to } from "./links.js";

const ADVICE = {
  0: "Start it again with “counterclaim serve”, then try again.",
  401: "The server asks for a key. “counterclaim keys create” makes one.",
  403: "The key given may not do this.",
  404: "It may have been taken back, or merged into another.",
  413: "Give a shorter text.",
  429: "Wait a little, then try again.",
  503: "The database is away. “counterclaim neo4j start” starts the local one; then try again.",
  504: "The question took too long. Narrow it by a filter or by dates.",
};

/** An error, with what one can do about it; `retry` is a function, `heading` the level of its title. */
export function problem(error, { retry, heading = "h2" } = {}) {
  const known = error.name === "Problem";
  const title = known ? error.title : "This page failed";
  return h(
    "section",
    { class: "notice notice-error", role: "alert" },
    h(heading, null, title),
    h("p", null, known ? error.detail : String(error.message ?? error)),
    known && error.errors.length > 1 && h("ul", null, error.errors.map((e) => h("li", null, `${e.pointer}: ${e.detail}`))),
    known && ADVICE[error.status] && h("p", null, ADVICE[error.status], error.status === 404 && [" ", searching(error.detail)]),
    known && error.requestId && h("p", { class: "meta" }, `Request ${error.requestId}`),
    retry && h("p", null, h("button", { type: "button", onclick: retry }, "Try again")),
  );
}

/** A way to look for what is not there, by the words of its id where it has some. */
function searching(detail) {
  const id = /'([^']+)'$/.exec(detail)?.[1] ?? "";
  const words = /^[0-9a-f]{16}$/.test(id) ? "" : id.replace(/[-_:]+/g, " ");
  return h("a", { href: to("search", { q: words }) }, "Search for it by words");
}

/** Nothing found: what that means, and what to do; advice is a list of nodes or strings. */
export function empty(message, ...advice) {
  return h("section", { class: "notice" }, h("p", { class: "notice-lead" }, message), advice.map((a) => h("p", null, a)));
}

/** A line that tells what is being waited for. */
export const waiting = (what = "Loading…") => h("p", { class: "waiting", role: "status" }, what);

/** A page for an address that this page does not know. */
export function unknownRoute(place, path) {
  document.title = "Nothing here · Counterclaim";
  place.append(
    h("h1", null, "Nothing is at this address"),
    h("p", null, "There is no view “", path.join("/"), "”."),
    h(
      "ul",
      null,
      h("li", null, h("a", { href: to("disputes") }, "Who disputes which claim")),
      h("li", null, h("a", { href: to("plans") }, "Plans, and who stands where on them")),
      h("li", null, h("a", { href: to("documents") }, "The articles")),
    ),
  );
}
