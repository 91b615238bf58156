/** Pairs of provisions of two drafts: their words side by side, the stances on them, and the correction of a pair. */

import { h } from "./dom.js";
import { actorLink, chip, label, quote } from "./evidence.js";
import { alignForm, folded } from "./judging/forms.js";
import { sender, standingLine } from "./judging/corrections.js";
import { toTerm } from "./links.js";
import { qualified, where } from "./stances.js";

const WORDS = {
  kept: "kept",
  amount: "another value",
  reworded: "reworded",
  split: "split",
  merged: "merged",
  dropped: "dropped",
  added: "added",
};
const COLOURS = { amount: "accepts_if", reworded: "accepts_if", split: "demands", merged: "demands", dropped: "rejects", added: "supports" };

const relationChip = (relation, ...more) => h("span", { class: ["chip", COLOURS[relation] && `chip-${COLOURS[relation]}`] }, WORDS[relation], ...more);

/** Chips that tell how many pairs there are of each relation. */
export const relations = (counts) =>
  Object.keys(WORDS)
    .filter((name) => counts[name])
    .map((name) => relationChip(name, `: ${counts[name]}`));

/** The pairs of a PlanDiff, or those of its pairs that are listed; `changed(message)` is awaited after a judgement. */
export function pairs(found, list, changed) {
  return h("ol", { class: "pairs" }, list.map((pair) => h("li", { class: "pair" }, content(pair, found, changed))));
}

function content(pair, found, changed) {
  const mine = (sides) => found.stances.filter((each) => sides.some((side) => side.id === each.term));
  return [
    h(
      "p",
      { class: "labels" },
      relationChip(pair.relation),
      pair.old_value && label(`${pair.old_value} → ${pair.new_value}`, "The value that differs"),
      pair.judgement
        ? label("put together by a person")
        : label(`${Math.round(pair.confidence * 100)}% sure`, "How sure the alignment is"),
    ),
    h(
      "div",
      { class: "pair-sides" },
      side(pair.old, found.old, "del", mine(pair.old)),
      side(pair.new, found.new, "ins", mine(pair.new)),
    ),
    correction(pair, found, changed),
  ];
}

function side(provisions, draft, mark, stances) {
  return h(
    "section",
    { class: "pair-side", "aria-label": draft.name },
    h("p", { class: "pair-draft" }, draft.name),
    provisions.length ? provisions.map((each) => provision(each, mark)) : h("p", { class: "meta" }, "Not in this draft."),
    stances.length > 0 && h("ul", { class: "plain pair-stances" }, stances.map(stance)),
  );
}

function provision(each, mark) {
  const number = each.number ? `${each.number}. ` : "";
  return [
    h("p", { class: "pair-name" }, h("a", { href: toTerm(each.id) }, number, each.name)),
    h("p", { class: "pair-text" }, each.words.map((w) => (w.changed ? h(mark, null, w.text) : w.text))),
  ];
}

function stance({ stance: said, fates }) {
  return h(
    "li",
    null,
    h("p", { class: "labels" }, actorLink({ id: said.actor_id, name: said.actor }), chip(said.stance), fates.map(fate)),
    quote(said.words),
    qualified(said),
    where(said),
  );
}

function fate({ status, step }) {
  const told = step ? `stale: ${WORDS[step]}` : status;
  return label(told, status === "carried" ? "The newer draft keeps the text it was taken on" : "The text it was taken on is not that of the newer draft");
}

function correction(pair, found, changed) {
  const told = h("p", { class: "form-told", role: "alert" });
  const judged = pair.judgement && { id: pair.judgement, told: names(pair) };
  return h(
    "div",
    { class: "corrections" },
    judged && h("p", null, standingLine(judged, changed)),
    !judged && folded("Correct this", () => alignForm(pair, found, sender(told, changed))),
    told,
  );
}

function names(pair) {
  const list = (sides) => sides.map((each) => each.name).join(", ");
  if (!pair.new.length) return `${list(pair.old)} was dropped`;
  if (!pair.old.length) return `${list(pair.new)} was added`;
  return `${list(pair.old)} became ${list(pair.new)}`;
}
