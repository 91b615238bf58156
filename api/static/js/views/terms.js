/** One term: what it provides, who stands where on it, all that is said of it. */

import { get } from "../api.js";
import { fill, h, joined } from "../dom.js";
import { evidences } from "../evidence.js";
import { go, to, toActor, toBoard, toPlan } from "../links.js";
import { amount, facts, section } from "../sections.js";
import { stancesTable } from "../stances.js";
import { empty } from "../states.js";
import { whatIf } from "../whatif.js";

/** Show the term of the address. */
export async function show(main, { path: [, id] }) {
  if (!id) return go(to("plans"), { replace: true });
  const term = await get(["terms", id]);
  document.title = `${term.name} · Counterclaim`;
  fill(
    main,
    h("p", { class: "kicker" }, "Term", term.part_of.length > 0 && [" of ", plans(term)]),
    h("h1", null, term.name),
    h("p", { class: "lead" }, term.text),
    details(term),
    related(term),
    term.stances.length
      ? section("Who stands where", stancesTable(term.stances, term.name))
      : empty("Nobody in the graph takes a stance on this term."),
    whatIf(term),
    term.statements.length > 0 && section("All that is said of it", evidences(term.statements, { acts: true, wide: true })),
  );
}

const plans = (term) => joined(term.part_of.map((part) => h("a", { href: planOf(term, part) ? boardOf(term, part) : toPlan(part.id) }, part.name)), ", ");

/** The plan that a part is a draft of; a draft's id begins with that of its plan. */
const planOf = (term, part) => term.part_of.find((other) => part.id.startsWith(`${other.id}:`));

function boardOf(term, part) {
  const plan = planOf(term, part);
  return plan ? toBoard(plan.id, { draft: part.id }) : toBoard(part.id);
}

function details(term) {
  return facts([
    ["Number", term.number],
    ["Amount", amount(term.amount, term.unit)],
    ["Other values", term.other_values.join("; ")],
    ["Topic", term.topic],
    ["By or until", term.deadline],
    ["Except", term.exception],
    ["Where", term.place],
    ["Binds", joined(term.binds.map((actor) => h("a", { href: toActor(actor.id) }, actor.name)), ", ")],
  ]);
}

function related(term) {
  const links = [
    ...term.part_of.map((part) => h("a", { href: boardOf(term, part) }, `Deal board of the ${part.name}`)),
    h("a", { href: to("disputes", { term: term.id }) }, "Disputes about it"),
    h("a", { href: to("contradictions", { term: term.id }) }, "Contradictions"),
    h("a", { href: to("timeline", { term: term.id }) }, "Timeline"),
    h("a", { href: to("shifts", { term: term.id }) }, "Shifts"),
  ];
  return h("p", { class: "related" }, joined(links, " · "));
}
