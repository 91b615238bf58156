/** Shifts, retractions and consistency of the API, as cards and a table. */

import { h, joined } from "./dom.js";
import { actorLink, chip, claimLink, evidences, quote, time } from "./evidence.js";
import { toKind } from "./links.js";
import { table } from "./sections.js";
import { qualified, where } from "./stances.js";

/** A Shift: what the actor did before, and after, each with the words. */
export function shift({ actor, kind, before, after }) {
  return h(
    "article",
    { class: "card" },
    h("h3", null, actorLink(actor), " ", acts(before), " → ", acts(after)),
    h("div", { class: "camps" }, side("Before", before, kind), side("After", after, kind)),
  );
}

const acts = (footing) => joined(footing.acts.map((act) => chip(act)), " ");

function side(heading, footing, kind) {
  return h(
    "section",
    { class: "camp" },
    h("h4", { class: "camp-heading" }, heading, ", ", time(footing.day)),
    h("p", null, "on ", joined(footing.targets.map(({ id, name }) => h("a", { href: toKind(kind, id) }, name)), ", ")),
    h("ul", { class: "evidences" }, footing.words.map((stance) => h("li", null, words(stance)))),
  );
}

function words(stance) {
  return h(
    "article",
    { class: "evidence" },
    h("p", null, chip(stance.stance)),
    quote(stance.words),
    qualified(stance),
    h("p", { class: "evidence-source" }, where(stance)),
  );
}

/** A Retraction: the words that take back, and those taken back. */
export function retraction({ actor, claim, retraction: words, of }) {
  return h(
    "article",
    { class: "card" },
    h("h3", null, actorLink(actor), " ", chip("retracts"), " ", claimLink(claim.id, claim.name)),
    h(
      "div",
      { class: "camps" },
      h("section", { class: "camp" }, h("h4", { class: "camp-heading" }, "It had said"), of.length ? evidences(of) : h("p", { class: "meta" }, "Its earlier words are not in the graph.")),
      h("section", { class: "camp" }, h("h4", { class: "camp-heading" }, "It takes that back"), evidences([words])),
    ),
  );
}

/** Consistency of actors as a table. */
export function scores(list) {
  const rows = list.map((one) => [actorLink(one.actor), String(one.compared), String(one.shifted), `${Math.round(one.score * 100)}%`]);
  return table("How often actors kept to what they had said", ["Actor", "Neighbouring days compared", "Shifts", "Kept to it"], rows);
}
