/** Stances of actors on one thing, as a table. */

import { h } from "./dom.js";
import { chip, label, quote, time } from "./evidence.js";
import { toActor } from "./links.js";
import { table } from "./sections.js";

/** A table of Stances of the API; `target`: the name of the thing, so that only other targets are told. */
export function stancesTable(list, target) {
  const rows = list.map((stance) => [
    h("a", { href: toActor(stance.actor_id) }, stance.actor),
    chip(stance.stance),
    [
      quote(stance.words),
      stance.condition && label(`if: ${stance.condition}`, "On this condition"),
      stance.target !== target && h("p", { class: "meta" }, `on the claim: ${stance.target}`),
    ],
    [h("span", { class: "source" }, stance.document), " ", stance.published ? time(stance.published) : "date unknown"],
  ]);
  return table("Who stands where, in their words", ["Actor", "Stance", "Words", "Where"], rows);
}
