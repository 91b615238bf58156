/** Who shifted on what: both quotes side by side; what was taken back; how consistent each actor is. */

import { get } from "../api.js";
import { h } from "../dom.js";
import { dated, filters } from "../filters.js";
import { to } from "../links.js";
import { pages } from "../pages.js";
import { section } from "../sections.js";
import { retraction, scores, shift } from "../shifts.js";
import { empty } from "../states.js";

const FIELDS = [
  { name: "actor", label: "Actor", suggest: "actors" },
  { name: "plan", label: "Plan", suggest: "plans" },
  { name: "term", label: "Term", suggest: "terms" },
  { name: "claim", label: "Claim", suggest: "claims" },
  { name: "since", label: "Since", placeholder: "2025-11", ...dated },
  { name: "until", label: "Until", placeholder: "2025-11-22", ...dated },
];

/** Show the shifts that the filters in the address leave. */
export async function show(main, { params }) {
  document.title = "Who shifted · Counterclaim";
  main.append(h("h1", null, "Who shifted, and on what"), filters("shifts", FIELDS, params));
  const asked = Object.fromEntries(params);
  const { term, since, claim, until, ...rest } = asked;
  const [first, taken, kept] = await Promise.all([
    get("shifts", asked),
    term ? null : get("retractions", { ...rest, claim, since, until, limit: 100 }),
    term || claim || since ? null : get("consistency", { ...rest, as_of: until, limit: 500 }),
  ]);
  if (first.items.length) main.append(pages(first, { path: "shifts", params: asked, render: shift, noun: "shift" }));
  else main.append(none(params.size > 0));
  if (taken?.items.length) main.append(section("Taken back", taken.items.map(retraction), taken.next && h("p", { class: "meta" }, "Only the latest 100 are shown.")));
  if (kept?.items.length) main.append(section("Who kept to what it had said", scores(kept.items)));
}

function none(filtered) {
  if (filtered) return empty("No shift passes these filters.", h("a", { href: to("shifts") }, "Show all shifts"));
  return empty("Nobody in the graph shifted.", "An actor shifts where it does otherwise to one thing than on the day before on which it spoke of it.");
}
