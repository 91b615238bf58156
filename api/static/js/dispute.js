/** One claim with both camps side by side, and its parts. */

import { h } from "./dom.js";
import { claimLink, evidences, label, statusChip, time } from "./evidence.js";
import { toClaim } from "./links.js";

const MOST = 3; // Statements shown per camp on a card; the rest is one press away.

/** A card for a Dispute of the API. */
export function dispute(d) {
  const title = `claim-${d.id}`;
  return h(
    "article",
    { class: "card dispute", "aria-labelledby": title },
    h("h2", { class: "dispute-title", id: title }, h("a", { class: "card-title", href: toClaim(d.id) }, d.claim)),
    standing(d),
    parts(d.parts),
    camps(d, MOST),
  );
}

/** Status, whether only unnamed sources stand behind it, and the date of the latest statement. */
export function standing(d) {
  return h(
    "p",
    { class: "standing" },
    statusChip(d.status),
    d.anonymous_only && label("anonymous sources only", "No named speaker on any path to the claim"),
    d.latest && h("span", { class: "meta" }, "latest ", time(d.latest)),
  );
}

/** Both camps side by side; at most `most` statements of each are open at once. */
export function camps(d, most = Infinity) {
  return h(
    "div",
    { class: "camps" },
    camp("Claimed by", "claims", d.claimed_by, d.asserting, most, "Nobody in the graph claims it."),
    camp("Denied by", "denies", d.denied_by, d.denying, most, "Nobody denies it."),
  );
}

/** Part by part: denied, implied or unanswered; null for a claim of one piece. */
export function parts(list) {
  if (!list.length) return null;
  return h(
    "section",
    { class: "parts" },
    h("h3", null, "Part by part"),
    h("ul", null, list.map((p) => h("li", null, statusChip(p.status), " ", claimLink(p.id, p.text), " ", why(p)))),
  );
}

function why(part) {
  if (part.status !== "implied" || !part.implied_from) return null;
  return h("span", { class: "meta" }, "follows from a denial of ", claimLink(part.implied_from, "the larger claim"));
}

function camp(heading, kind, names, statements, most, none) {
  const shown = statements.slice(0, most);
  const rest = statements.slice(most);
  return h(
    "section",
    { class: ["camp", `camp-${kind}`] },
    h("h3", null, heading, " ", h("span", { class: "camp-names" }, names.join(", "))),
    statements.length ? evidences(shown) : h("p", { class: "meta" }, none),
    rest.length > 0 && h("details", null, h("summary", null, `${rest.length} more`), evidences(rest)),
  );
}
