/** Changes of the API as cards and rows. */

import { h } from "./dom.js";
import { chip, claimLink, evidences, label, quote, statusChip } from "./evidence.js";
import { toActor, toTerm } from "./links.js";
import { count, section, table } from "./sections.js";
import { qualified, where } from "./stances.js";

/** The sections of a Changes answer: disputes, then the board. */
export function changes({ disputes, board }) {
  return [
    disputes.length > 0 && section(`Disputes: ${count(disputes.length, "change")}`, disputes.map(dispute)),
    board.length > 0 && section(`The board: ${count(board.length, "change")}`, boardTable(board)),
  ].filter(Boolean);
}

function dispute({ claim, before, after, added, removed, retractions }) {
  return h(
    "article",
    { class: "card" },
    h("h3", null, h("span", { class: "card-title" }, claimLink(claim.id, claim.name))),
    h("p", { class: "standing" }, "was ", statusChip(before), " is now ", statusChip(after)),
    words("Said since", added),
    words("No longer stands", removed),
    words("Taken back by", retractions),
  );
}

function words(heading, list) {
  if (!list.length) return null;
  return [h("h4", { class: "change-why" }, heading), evidences(list, { acts: true, wide: true })];
}

function boardTable(board) {
  const rows = board.map((change) => [
    [h("a", { href: toTerm(change.term.id) }, change.term.name), change.draft && h("span", { class: "board-detail" }, change.draft.name)],
    h("a", { href: toActor(change.actor.id) }, change.actor.name),
    state(change.before),
    state(change.after),
    quotes(change),
  ]);
  return table("Cells of the board that changed", ["Term", "Actor", "Was", "Is", "Words"], rows);
}

function state(at) {
  if (!at) return h("span", { class: "meta" }, "no stance");
  return [at.own ? chip(at.own) : h("span", { class: "chip chip-claim" }, "on a claim"), " ", draftLabel(at)];
}

/** What became of the term of a stance: null where it is of the newest draft. */
export function draftLabel({ status, step }) {
  if (status === "current") return null;
  if (status === "carried") return label("carried", "The newest draft has the provision unchanged");
  return label(`stale: ${step ?? "changed"}`, "The provision changed in a later draft than the one that was spoken of");
}

/** The new words of a cell, else all of them: then it was the draft that changed. */
function quotes({ stances, new: fresh }) {
  const shown = stances.filter((stance) => fresh.includes(stance.statement));
  return (shown.length ? shown : stances).map((stance) => [
    stance.target_kind === "Claim" && h("p", { class: "meta" }, chip(stance.stance), " the claim ", claimLink(stance.target_id, stance.target)),
    quote(stance.words),
    qualified(stance),
    h("p", { class: "evidence-source" }, where(stance)),
  ]);
}
