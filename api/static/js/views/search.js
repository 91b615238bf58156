/** Full-text search over claims, words, actors, terms, plans, events and articles. */

import { get } from "../api.js";
import { fill, h } from "../dom.js";
import { filters } from "../filters.js";
import { to, toKind } from "../links.js";
import { pages } from "../pages.js";
import { empty } from "../states.js";

const KINDS = ["Claim", "Statement", "Actor", "Term", "Plan", "Document", "Event"];
const FIELDS = [{ name: "kind", label: "Only", options: [["", "Everything"], ...KINDS.map((kind) => [kind, word(kind)])] }];

/** Show what the words of the address find. */
export async function show(main, { params }) {
  const q = (params.get("q") ?? "").trim();
  document.title = q ? `“${q}” · Counterclaim` : "Search · Counterclaim";
  main.append(h("h1", null, q ? `Found for “${q}”` : "Search"));
  if (!q) return main.append(empty("Type words into the box above.", "Names, terms, or words that somebody said."));
  main.append(filters("search", FIELDS, params, { q }));
  const asked = { q, kind: params.get("kind") };
  const first = await get("search", asked);
  if (!first.items.length) {
    const advice = asked.kind ? "Look for everything instead." : "Try fewer words, or another spelling of a name.";
    return main.append(empty("Nothing in the graph has these words.", advice));
  }
  main.append(pages(first, { path: "search", params: asked, render: hit, noun: "result", tag: "ul" }));
}

function hit(found) {
  const href = address(found);
  const text = found.kind === "Statement" ? h("q", { class: "words" }, found.text) : found.text;
  return fill(
    h("li", { class: "row" }),
    h("span", { class: "kind" }, word(found.kind)),
    href ? h("a", { href, class: "row-title" }, text) : h("span", { class: "row-title" }, text),
  );
}

/** Words that were found lead to where they stand in their article. */
function address({ id, kind, document: article, start, end }) {
  if (!article || !Number.isInteger(start)) return toKind(kind, id);
  return to(["documents", article], { at: `${start}-${end}` });
}

function word(kind) {
  const words = {
    Statement: "Words said",
    Document: "Article",
    AnonymousSource: "Unnamed source",
    Collective: "Group",
    Organization: "Organisation",
    PlanVersion: "Plan version",
  };
  return words[kind] ?? kind;
}
