/** Who disputes which claim: cards with both camps, part by part. */

import { get } from "../api.js";
import { h } from "../dom.js";
import { dispute } from "../dispute.js";
import { dated, filters } from "../filters.js";
import { pages } from "../pages.js";
import { empty } from "../states.js";
import { to } from "../links.js";

const FIELDS = [
  { name: "actor", label: "Actor", suggest: "actors" },
  { name: "text", label: "Words in the claim" },
  { name: "plan", label: "Plan", suggest: "plans" },
  { name: "term", label: "Term", suggest: "terms" },
  { name: "since", label: "Since", placeholder: "2025-11", ...dated },
  { name: "as_of", label: "As it stood on", placeholder: "2025-11-22", ...dated },
  {
    name: "status",
    label: "Which claims",
    options: [["", "Disputed"], ["unclaimed", "Denied, claimed by nobody"], ["undisputed", "Not disputed"], ["all", "All claims"]],
  },
];
const TITLES = {
  "": "Who disputes which claim",
  unclaimed: "Denied, yet claimed by nobody",
  undisputed: "Claims that nobody disputes",
  all: "All claims",
};

/** Show the disputes that the filters in the address leave. */
export async function show(main, { params }) {
  const status = params.get("status") ?? "";
  const title = TITLES[status] ?? TITLES[""];
  document.title = `${title} · Counterclaim`;
  const sources = h("a", { href: to("origins", { plan: params.get("plan"), term: params.get("term") }) }, "Where claims come from");
  main.append(h("h1", null, title), h("p", { class: "related" }, sources), filters("disputes", FIELDS, params));
  const asked = Object.fromEntries(params);
  delete asked.status;
  if (status !== "all") asked.status = status || "disputed";
  const path = status === "all" ? "claims" : "disputes";
  const first = await get(path, asked);
  if (!first.items.length) return main.append(none([...params.keys()].length));
  main.append(pages(first, { path, params: asked, render: (item) => dispute(item), noun: "claim" }));
}

function none(filtered) {
  if (filtered) {
    const all = h("a", { href: to("disputes") }, "Show all disputes");
    return empty("No claim passes these filters.", "Take one away, or choose dates further apart.", all);
  }
  return empty(
    "The graph holds no disputed claim yet.",
    "Add articles in which one side claims something and another denies it.",
    h("a", { href: to("add"), class: "button primary" }, "Add an article"),
  );
}
