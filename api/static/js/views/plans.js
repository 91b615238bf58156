/** Plans: all of them, and one with its terms and what is said of the whole. */

import { get, getAll } from "../api.js";
import { briefing } from "../briefing.js";
import { fill, h, joined } from "../dom.js";
import { evidences, time } from "../evidence.js";
import { to, toBoard, toPlan, toTerm } from "../links.js";
import { pages } from "../pages.js";
import { amount, count, section, table } from "../sections.js";
import { stancesTable } from "../stances.js";
import { empty } from "../states.js";
import { show as showDiff, toDiff } from "./diff.js";

/** Show two drafts of a plan, one plan, or the list. */
export async function show(main, { path, params }) {
  if (path[2] === "diff") return showDiff(main, { path, params });
  if (path[1]) return showPlan(main, path[1]);
  document.title = "Plans and boards · Counterclaim";
  main.append(h("h1", null, "Plans, and who stands where on their terms"));
  const first = await get("plans");
  if (!first.items.length) {
    return main.append(
      empty(
        "The graph holds no plan yet.",
        "Add an article about a negotiation in which a plan is named.",
        h("a", { href: to("add"), class: "button primary" }, "Add an article"),
      ),
    );
  }
  main.append(pages(first, { path: "plans", params: {}, render: card, noun: "plan" }));
}

function card(plan) {
  return h(
    "article",
    { class: "card" },
    h("h2", null, h("a", { href: toPlan(plan.id), class: "card-title" }, plan.name)),
    h(
      "p",
      { class: "meta" },
      `${count(plan.terms, "term")}, ${plan.more ? "more than " : ""}${count(plan.statements, "statement")}`,
      plan.latest && [", latest ", time(plan.latest)],
    ),
    h("p", null, h("a", { href: toBoard(plan.id), class: "button" }, "Deal board")),
  );
}

async function showPlan(main, id) {
  const [plan, values, versions] = await Promise.all([
    get(["plans", id]),
    getAll("contradictions", { plan: id, kind: "two-values" }),
    get(["plans", id, "versions"]),
  ]);
  document.title = `${plan.name} · Counterclaim`;
  const links = [
    h("a", { href: toBoard(id), class: "button primary" }, "Deal board: who stands where"),
    h("a", { href: to("disputes", { plan: id }) }, "Disputes"),
    h("a", { href: to("silence", { plan: id }) }, "Who is silent"),
    h("a", { href: to("contradictions", { plan: id }) }, "Contradictions"),
    h("a", { href: to("timeline", { plan: id }) }, "Timeline"),
    h("a", { href: to("network", { plan: id }) }, "Network"),
    h("a", { href: to("changes", { plan: id }) }, "What changed"),
    h("a", { href: to("shifts", { plan: id }) }, "Shifts"),
  ];
  fill(
    main,
    h("p", { class: "kicker" }, "Plan"),
    h("h1", null, plan.name),
    h("p", { class: "related" }, joined(links, " · ")),
    briefing(id, [...plan.stances.map((each) => each.published), ...plan.statements.map((each) => each.document.published)]),
    versions.drafts.length > 0 && section("Its drafts", drafts(versions)),
    plan.terms.length ? section("Its terms", terms(plan)) : empty("No term of this plan is known."),
    values.items.length > 0 && section("Values that contradict", contradicting(values.items)),
    plan.stances.length > 0 && section("Who stands where on the whole", stancesTable(plan.stances, plan.name)),
    plan.statements.length > 0 && section("All that is said of the whole", evidences(plan.statements, { acts: true, wide: true })),
  );
}

function drafts(versions) {
  const known = versions.drafts.filter((draft) => draft.provisions);
  const rows = versions.drafts.map((draft) => {
    const step = versions.steps.find((each) => each.new === draft.id);
    const date = draft.dated ?? draft.published;
    const compared = step && h("a", { href: to(["plans", versions.plan.id, "diff"], { old: step.old, new: step.new }) }, "Against the one before");
    return [draft.name, date ? time(date) : "", draft.provisions ? String(draft.provisions) : "known by its name only", compared ?? ""];
  });
  return [
    table("Drafts of the plan", ["Draft", "Date", "Provisions", "What changed"], rows),
    known.length > 1 && h("p", null, h("a", { href: toDiff(versions.plan.id), class: "button" }, "The two newest side by side")),
  ];
}

function terms(plan) {
  const rows = plan.terms.map((term) => [
    h("a", { href: toTerm(term.id) }, term.name),
    term.text,
    [term.draft?.name, term.number && `no. ${term.number}`, amount(term.amount, term.unit)].filter(Boolean).join(", "),
    term.topic ?? "",
    String(term.statements),
  ]);
  return table("Terms of the plan", ["Term", "What it provides", "Draft, number, amount", "Topic", "Statements"], rows);
}

function contradicting(list) {
  return h(
    "ul",
    null,
    list.map((each) => h("li", null, h("a", { href: toTerm(each.term.id) }, each.term.name), `, ${each.property}: `, each.values.map(value))),
  );
}

function value({ value: told, unit, documents }) {
  const sources = documents.map(({ id, title }) => h("a", { href: to(["documents", id]) }, title));
  return h("span", { class: "value" }, h("strong", null, unit ? `${told} ${unit}` : told), " (", joined(sources, ", "), ") ");
}
