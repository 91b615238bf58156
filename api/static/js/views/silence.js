/** Who says nothing: provisions against the actors they bind, claims nobody answers, days to the denial. */

import { get, getAll } from "../api.js";
import { h, joined } from "../dom.js";
import { actorLink, claimLink, evidences, time } from "../evidence.js";
import { dated, filters } from "../filters.js";
import { to, toActor, toPlan, toTerm } from "../links.js";
import { pages } from "../pages.js";
import { count, section } from "../sections.js";
import { empty } from "../states.js";

const FIELDS = [
  { name: "plan", label: "Plan", suggest: "plans" },
  { name: "actor", label: "Actor", suggest: "actors" },
  { name: "as_of", label: "As published by", placeholder: "2025-11-22", ...dated },
];

/** Show the silence that the filters in the address leave. */
export async function show(main, { params }) {
  document.title = "Who is silent · Counterclaim";
  const asked = Object.fromEntries(params);
  main.append(h("h1", null, "Who is silent, and on what"), filters("silence", FIELDS, params));
  const [bound, unanswered, denials] = await Promise.all([
    asked.plan ? getAll("silence/bound", asked) : null,
    get("silence/unanswered", asked),
    get("silence/denials", asked),
  ]);
  main.append(
    section("Bound, and never spoke of it", bound ? grid(bound.items, asked.plan) : choosePlan()),
    section(
      "Claimed of somebody who says nothing",
      asked.plan && h("p", { class: "meta" }, "On this plan only. ", h("a", { href: to("silence", { ...asked, plan: "" }) }, "Claims on anything")),
      listed(unanswered, "silence/unanswered", asked, silent, "claim", "Nobody leaves such a claim unanswered."),
    ),
    section(
      asked.actor ? "Days until this actor denied" : "Days until the first denial",
      listed(denials, "silence/denials", asked, denial, "claim", "No such claim was denied by anybody."),
    ),
  );
}

function choosePlan() {
  return empty("Whom a plan binds is told of one plan.", h("a", { href: to("plans") }, "Choose a plan"));
}

function listed(first, path, params, render, noun, none) {
  return first.items.length ? pages(first, { path, params, render, noun }) : empty(none);
}

function grid(found, plan) {
  if (!found.length) return empty("All that this plan binds spoke of what binds them, as far as the graph knows.");
  const actors = distinct(found.map((each) => each.actor)).sort((a, b) => a.name.localeCompare(b.name, "en"));
  const terms = distinct(found.map((each) => ({ ...each.term, text: each.text })));
  const at = new Map(found.map((each) => [`${each.term.id} ${each.actor.id}`, each]));
  const head = actors.map((actor) => h("th", { scope: "col" }, h("a", { href: toActor(actor.id) }, actor.name)));
  const body = terms.map((term) =>
    h(
      "tr",
      null,
      h("th", { scope: "row" }, h("a", { href: toTerm(term.id), title: term.text }, term.name)),
      actors.map((actor) => cell(at.get(`${term.id} ${actor.id}`))),
    ),
  );
  const caption = "Provisions, and the actors they bind that never spoke of them";
  const table = h(
    "table",
    { class: "board" },
    h("caption", { class: "visually-hidden" }, caption),
    h("thead", null, h("tr", null, h("th", { scope: "col", class: "corner" }, "Provision"), head)),
    h("tbody", null, body),
  );
  return [
    h("p", null, `${count(found.length, "time")} somebody is bound by the newest draft of `, h("a", { href: toPlan(plan) }, "the plan"), " and not heard of it."),
    h("div", { class: "scroll board-scroll", role: "region", "aria-label": caption, tabindex: "0" }, table),
  ];
}

function cell(bound) {
  if (!bound) return h("td", { class: "none" }, h("span", { class: "visually-hidden" }, "not silent, or not bound"));
  return h("td", { class: "silent" }, h("strong", null, "silent"), bound.since && [h("span", { class: "board-detail" }, "bound since ", time(bound.since))]);
}

function silent({ actor, claim, since, first, documents, denied_by: deniedBy }) {
  return h(
    "article",
    { class: "card" },
    h("h3", null, actorLink(actor), " has not answered: ", claimLink(claim.id, claim.name)),
    h(
      "p",
      { class: "meta" },
      since ? ["claimed since ", time(since)] : "date unknown",
      `, in ${count(documents, "article")}`,
      deniedBy.length > 0 && ["; denied by ", joined(deniedBy.map(actorLink), ", ")],
    ),
    evidences(first),
  );
}

function denial({ claim, days, asserted, denied }) {
  return h(
    "article",
    { class: "card" },
    h("h3", null, claimLink(claim.id, claim.name)),
    h("p", null, h("strong", null, waited(days))),
    h(
      "div",
      { class: "camps" },
      h("section", { class: "camp camp-claims" }, h("h4", null, "First claimed"), evidences(asserted)),
      h("section", { class: "camp camp-denies" }, h("h4", null, "First denied"), evidences(denied, { acts: true })),
    ),
  );
}

function waited(days) {
  if (days === null) return "Days unknown";
  if (days === 0) return "Denied the same day";
  return days > 0 ? `Denied ${count(days, "day")} later` : `Denied ${count(-days, "day")} before it was claimed`;
}

const distinct = (list) => [...new Map(list.map((each) => [each.id, each])).values()];
