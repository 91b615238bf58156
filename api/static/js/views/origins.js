/** Where claims come from: for each its independent origins; those that most articles print first. */

import { get } from "../api.js";
import { h } from "../dom.js";
import { dated, filters } from "../filters.js";
import { to, toClaim } from "../links.js";
import { origins } from "../origins.js";
import { pages } from "../pages.js";
import { count } from "../sections.js";
import { empty } from "../states.js";

const FIELDS = [
  { name: "plan", label: "Plan", suggest: "plans" },
  { name: "term", label: "Term", suggest: "terms" },
  { name: "actor", label: "First speaker", suggest: "actors" },
  { name: "anonymous_only", label: "Sources", options: [["", "All"], ["true", "Anonymous only"], ["false", "With a named source"]] },
  { name: "as_of", label: "As published by", placeholder: "2025-11-22", ...dated },
];

/** Show the claims that the filters in the address leave. */
export async function show(main, { params }) {
  document.title = "Where claims come from · Counterclaim";
  main.append(
    h("h1", null, "Where claims come from"),
    h("p", { class: "lead" }, "Ten articles may have one source. Who speaks for one side counts once, and a copy is no second report."),
    filters("origins", FIELDS, params),
  );
  const asked = Object.fromEntries(params);
  const first = await get("origins", asked);
  if (first.items.length) return main.append(pages(first, { path: "origins", params: asked, render: card, noun: "claim" }));
  main.append(empty("No claim passes these filters.", h("a", { href: to("origins") }, "Show all claims")));
}

function card(from) {
  const title = `origins-${from.id}`;
  return h(
    "article",
    { class: "card", "aria-labelledby": title },
    h("h2", { id: title }, h("a", { class: "card-title", href: toClaim(from.id) }, from.claim)),
    h("p", { class: "meta" }, `in ${count(from.documents, "article")}`),
    origins(from),
  );
}
