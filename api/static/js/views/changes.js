/** What changed between two moments: disputes, and the board of a plan, each with the words. */

import { get } from "../api.js";
import { changes } from "../changes.js";
import { h } from "../dom.js";
import { dated, filters } from "../filters.js";
import { to, toBoard, toPlan } from "../links.js";
import { empty } from "../states.js";

const FIELDS = [
  { name: "from", label: "From", placeholder: "2025-11-21", ...dated },
  { name: "to", label: "To", placeholder: "2025-11-24", ...dated },
  { name: "plan", label: "Plan", suggest: "plans" },
];

/** Show the changes between the moments of the address. */
export async function show(main, { params }) {
  document.title = "What changed · Counterclaim";
  main.append(
    h("h1", null, "What changed between two dates"),
    h("p", { class: "lead" }, "Each date shows the graph as it was published by then: disputes, and with a plan its board."),
    h("p", { class: "related" }, h("a", { href: to("watch") }, "Saved questions, and what came to their answers")),
    filters("changes", FIELDS, params),
  );
  const [from, until, plan] = ["from", "to", "plan"].map((name) => params.get(name));
  if (!from || !until) return main.append(empty("Give two dates, the earlier first.", "A year, a month or a day: 2025, 2025-11 or 2025-11-22."));
  const found = await get(plan ? ["plans", plan, "changes"] : "changes", { from, to: until });
  if (found.plan) main.append(related(found, until));
  if (found.more) main.append(h("p", { class: "notice" }, "Not all claims were compared. Choose dates closer together, or a plan."));
  if (!found.disputes.length && !found.board.length) return main.append(nothing(plan));
  main.append(...changes(found));
}

function related({ plan, end }) {
  return h(
    "p",
    { class: "related" },
    h("a", { href: toPlan(plan.id) }, plan.name),
    " · ",
    h("a", { href: toBoard(plan.id, { as_of: end }) }, `Its board as of ${end}`),
    " · ",
    h("a", { href: to("disputes", { plan: plan.id, as_of: end }) }, `Disputes as of ${end}`),
  );
}

function nothing(plan) {
  return plan ? empty("Nothing changed.", "Choose dates further apart.") : empty("No dispute changed.", "Choose dates further apart, or a plan to see its board.");
}
