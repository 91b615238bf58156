/** The panel beside a deal board: the words behind one cell. */

import { age, onClaims, strength } from "./board.js";
import { draftLabel } from "./changes.js";
import { h } from "./dom.js";
import { chip, quote } from "./evidence.js";
import { toActor, toClaim, toTerm } from "./links.js";
import { qualified, where } from "./stances.js";

/**
 * A dialog, closed at first: {dialog, open(cell)}. `changed(cell or null)` is told what is open.
 * The browser gives the focus back to the cell when it closes.
 */
export function cellPanel({ terms, actors }, changed) {
  const dialog = h("dialog", { class: "panel", "aria-labelledby": "panel-title" });
  dialog.addEventListener("close", () => changed(null));
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close()); // Beside the panel.
  return { dialog, open };

  function open(cell) {
    const term = terms.find(({ id }) => id === cell.term);
    const actor = actors.find(({ id }) => id === cell.actor);
    dialog.replaceChildren(
      h("button", { type: "button", class: "panel-close", onclick: () => dialog.close() }, "Close"),
      h(
        "h2",
        { id: "panel-title" },
        h("a", { href: toActor(actor.id) }, actor.name),
        " ",
        chip(cell.own ?? cell.stance),
        " ",
        onClaims(cell) && h("span", { class: "panel-target" }, onClaims(cell), " — on "),
        h("a", { href: toTerm(term.id) }, term.name),
      ),
      h("p", { class: "lead" }, term.text),
      h("p", { class: "meta" }, `${strength(cell)}; ${age(cell)}. `, draftLabel(cell)),
      h("ol", { class: "evidences" }, cell.stances.map((stance) => h("li", null, words(stance)))),
    );
    dialog.showModal();
    changed(cell);
  }
}

function words(stance) {
  const claim = stance.target_kind === "Claim" && [" ", h("a", { href: toClaim(stance.target_id) }, stance.target)];
  return h(
    "article",
    { class: "evidence" },
    h("p", null, chip(stance.stance), claim),
    quote(stance.words),
    qualified(stance),
    h("p", { class: "evidence-source" }, where(stance)),
  );
}
