/** Stances of actors on one thing, as a table. */

import { h } from "./dom.js";
import { chip, label, quote, source } from "./evidence.js";
import { to, toActor, toKind } from "./links.js";
import { table } from "./sections.js";

/** A table of Stances of the API; `target`: the name of the thing, so that only other targets are told. */
export function stancesTable(list, target) {
  const rows = list.map((stance) => [
    h("a", { href: toActor(stance.actor_id) }, stance.actor),
    chip(stance.stance),
    [quote(stance.words), qualified(stance), stance.target !== target && onClaim(stance)],
    where(stance),
  ]);
  return table("Who stands where, in their words", ["Actor", "Stance", "Words", "Where"], rows);
}

/** Labels that qualify a stance; null where there are none. */
export function qualified(stance) {
  const list = [
    stance.mode === "direct" && label("own words", "The speaker's own words, not the reporter's"),
    stance.condition && label(`if: ${stance.condition}`, "On this condition"),
    stance.qualification && label(`only: ${stance.qualification}`, "The speaker's own words narrow it"),
  ].filter(Boolean);
  return list.length ? h("p", { class: "labels" }, list) : null;
}

/** The document of a stance, with a link to the words in it. */
export function where(stance) {
  const article = { id: stance.document_id, title: stance.document, published: stance.published };
  return source(article, to(["documents", stance.document_id], { at: `${stance.start}-${stance.end}` }));
}

function onClaim({ target, target_id: id, target_kind: kind }) {
  const href = toKind(kind, id);
  return h("p", { class: "meta" }, `on the ${kind === "Claim" ? "claim" : "draft"}: `, href ? h("a", { href }, target) : target);
}
