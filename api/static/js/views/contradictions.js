/** The radar: what contradicts itself or something else, both quotes, and what was dismissed as a false alarm. */

import { get } from "../api.js";
import { fill, h, joined } from "../dom.js";
import { actorLink, claimLink, evidence, label, quote, source, time } from "../evidence.js";
import { dated, filters } from "../filters.js";
import { standingLine, sender } from "../judging/corrections.js";
import { to, toTerm } from "../links.js";
import { pages } from "../pages.js";
import { announce } from "../router.js";
import { empty } from "../states.js";

const KINDS = {
  "actor-against-itself": "One actor against itself",
  "outlet-against-itself": "One outlet against itself",
  "two-values": "Two values for one provision",
  "dated-before": "Dated before what it reports",
  "two-authors": "Two actors who say they wrote it",
};
const TOLD = { amount: "amount", number: "number", deadline: "by or until when", binds: "whom it binds" };

/** Show the contradictions that the filters of the address let through, by kind. */
export async function show(main, { params }) {
  document.title = "Contradictions · Counterclaim";
  const asked = Object.fromEntries(params);
  main.append(h("h1", null, "What contradicts what"), lead(), filters("contradictions", fields(asked), params));
  const kinds = asked.kind ? [asked.kind] : Object.keys(KINDS); // One that is none is for the service to refuse.
  const firsts = await Promise.all(kinds.map((kind) => get("contradictions", { ...asked, kind })));
  const some = kinds.map((kind, i) => [kind, firsts[i]]).filter(([, first]) => first.items.length);
  main.append(...some.map(([kind, first]) => section(kind, first, { ...asked, kind })));
  if (!some.length) main.append(empty("No contradiction is known here.", h("a", { href: to("disputes") }, "Who disputes which claim")));
}

const lead = () =>
  h("p", { class: "lead" }, "Each stands with its words. A false alarm that you dismiss stays away, also when articles are read again; it can be undone.");

function fields(asked) {
  return [
    { name: "kind", label: "Kind", options: [["", "all"], ...Object.entries(KINDS)] },
    { name: "actor", label: "Actor", placeholder: "name or id", suggest: "actors" },
    { name: "plan", label: "Plan", placeholder: "name or id", suggest: "plans" },
    asked.term && { name: "term", label: "Provision", placeholder: "id" },
    { name: "since", label: "Since", placeholder: "2025-11-21", ...dated },
    { name: "as_of", label: "As of", placeholder: "2025-11-21", ...dated },
    { name: "dismissed", label: "Dismissed", options: [["", "left out"], ["true", "shown too"]] },
  ].filter(Boolean);
}

function section(kind, first, params) {
  const id = `contradictions-${kind}`;
  return h(
    "section",
    { "aria-labelledby": id },
    h("h2", { id }, KINDS[kind]),
    pages(first, { path: "contradictions", params, render: card, noun: "contradiction" }),
  );
}

function card(found) {
  const place = h("article", { class: "card contradiction", tabindex: -1, dataset: { finding: found.id } });
  return drawn(place, found);
}

function drawn(place, found) {
  return fill(
    place,
    h("h3", null, heading(found)),
    h("p", { class: "meta" }, since(found), found.until && [", until ", time(found.until), ": taken back"]),
    found.statements.length > 0 && h("ul", { class: "evidences evidences-wide" }, found.statements.map((e) => h("li", null, evidence(e, { acts: true })))),
    found.values.length > 0 && h("ul", { class: "evidences evidences-wide" }, found.values.map((value) => h("li", null, given(value)))),
    found.pieces > shownOf(found) && h("p", { class: "meta" }, `${found.pieces} in all; of each side the first are shown.`),
    verdict(place, found),
  );
}

const shownOf = ({ statements, values }) => statements.length + values.reduce((sum, { documents }) => sum + documents.length, 0);

const since = ({ since: at }) => (at ? ["since ", time(at)] : "since when is unknown");

function heading(found) {
  if (found.kind === "dated-before") {
    return [found.statements[0]?.document.title ?? "A document", ": published ", time(found.published), ", reports ", time(found.reports)];
  }
  if (found.term) return [h("a", { href: toTerm(found.term.id) }, found.term.name), `: ${TOLD[found.property] ?? found.property}`];
  const claims = joined(found.claims.map(({ id, name }) => claimLink(id, name)), " / ");
  return found.actor ? [actorLink(found.actor), ": ", claims] : claims;
}

/** One value, with each document that gives it and the words, where they are found for certain. */
function given({ value, unit, documents }) {
  return h(
    "div",
    { class: "evidence" },
    h("p", null, h("strong", null, unit ? `${value} ${unit}` : value)),
    documents.map((document) => [
      document.quote && quote(document.quote.words),
      h("p", { class: "evidence-source" }, source(document, document.quote ? at(document) : undefined)),
    ]),
  );
}

const at = ({ id, quote: { start, end } }) => to(["documents", id], { at: `${start}-${end}` });

/** The button that dismisses a false alarm, or the line that tells who did, with undo. */
function verdict(place, found) {
  const told = h("p", { class: "form-told", role: "alert" });
  if (found.dismissed) return h("div", { class: "corrections" }, label("false alarm", "Dismissed by a judgement"), " ", undoing(place, found));
  const send = sender(told, (words, made) => after(place, { ...found, dismissed: made.id, by: made.by }, words));
  const button = h("button", { type: "button", class: "small", onclick: () => send({ kind: "dismiss", finding: found.id }) }, "Dismiss as a false alarm");
  return h("div", { class: "corrections" }, button, told);
}

const undoing = (place, found) =>
  standingLine({ id: found.dismissed, told: "Dismissed", by: found.by }, (words) => after(place, { ...found, dismissed: null }, words));

function after(place, found, words) {
  drawn(place, found);
  place.focus({ preventScroll: true });
  announce(words);
}
