/** Actors: all of them, and one with what it claims, denies and wants, whom it agrees with. */

import { get } from "../api.js";
import { h, joined } from "../dom.js";
import { filters } from "../filters.js";
import { toActor } from "../links.js";
import { pages } from "../pages.js";
import { count } from "../sections.js";
import { empty } from "../states.js";
import { showActor } from "./actor.js";

const KINDS = [
  ["", "All"],
  ["Person", "People"],
  ["Organization", "Organisations"],
  ["State", "States"],
  ["Collective", "Groups"],
  ["AnonymousSource", "Unnamed sources"],
];
const FIELDS = [
  { name: "text", label: "Name" },
  { name: "kind", label: "Kind", options: KINDS },
];

/** Show one actor, or the list. */
export async function show(main, { path, params }) {
  if (path[1]) return showActor(main, path[1]);
  document.title = "Actors · Counterclaim";
  main.append(h("h1", null, "Who speaks"), filters("actors", FIELDS, params));
  const asked = Object.fromEntries(params);
  const first = await get("actors", { ...asked, limit: 100 });
  if (!first.items.length) return main.append(empty("Nobody of that name speaks in the graph."));
  main.append(pages(first, { path: "actors", params: { ...asked, limit: 100 }, render: line, noun: "actor", tag: "ul" }));
}

function line(actor) {
  const numbers = [actor.statements ? count(actor.statements, "statement") : "is only spoken of"];
  if (actor.claims) numbers.push(count(actor.claims, "claim"));
  if (actor.disputes) numbers.push(count(actor.disputes, "denial"));
  return h(
    "li",
    { class: "row" },
    h("a", { href: toActor(actor.id), class: "row-title" }, actor.name),
    h("span", { class: "meta" }, kindWord(actor.kind), " · ", joined(numbers, ", ")),
  );
}

/** The word for a kind of actor. */
export function kindWord(kind) {
  const words = { AnonymousSource: "unnamed source", Collective: "group", Organization: "organisation" };
  return words[kind] ?? kind.toLowerCase();
}
