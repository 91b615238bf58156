/** The annotation beside an article: a card for each statement, in the order of the text. */

import { h } from "../dom.js";
import { deeds, labels, speakerLinks, through } from "../evidence.js";
import { statementCorrections } from "../judging/corrections.js";
import { actOf } from "./marks.js";

/**
 * Return the list of cards. `reveal(id)` shows the words of a statement in the text; `corrections` are the
 * options of `statementCorrections`, whose `candidates` is a function of the id here; null when nothing can be judged.
 */
export function cards(statements, { reveal, corrections }) {
  return h("ol", { class: "annotation-cards" }, statements.map((e, i) => card(e, i + 1, { reveal, corrections })));
}

function card(e, number, { reveal, corrections }) {
  return h(
    "li",
    {
      class: ["annotation-card", `act-${actOf(e)}`, e.review === "rejected" && "is-rejected"],
      id: `statement-${e.id}`,
      tabindex: -1,
      dataset: { statements: e.id },
    },
    h(
      "p",
      { class: "annotation-head" },
      h("button", { type: "button", class: "ref", "aria-label": `Statement ${number}: show its words`, onclick: () => reveal(e.id) }, number),
      h("span", { class: "speakers" }, speakerLinks(e.speakers)),
      through(e.chain),
    ),
    deeds(e) ?? h("p", { class: "meta" }, "says, without an act on a claim or term"),
    h("p", { class: "annotation-quote" }, h("q", { class: "words" }, shortened(e.exact))),
    labels(e),
    corrections && statementCorrections(e, { ...corrections, candidates: () => corrections.candidates(e.id) }),
  );
}

/** The words themselves stand in the text; the card only recalls them. */
function shortened(words) {
  const points = Array.from(words);
  return points.length <= 90 ? words : `${points.slice(0, 80).join("").replace(/\s+\S*$/, "")} …`;
}
