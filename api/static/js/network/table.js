/** The network in words: a table of its ties, and one of its actors. */

import { h, joined } from "../dom.js";
import { actorLink } from "../evidence.js";
import { toKind } from "../links.js";
import { KINDS, TIES } from "./look.js";

/** A table of the ties, the heaviest first; `onedge(edge)` shows one in the picture. */
export function tieTable({ kind, edges }, names, onedge) {
  const heaviest = [...edges].sort((a, b) => b.weight - a.weight); // The service's order, by id, breaks ties.
  const rows = heaviest.map((edge) =>
    h(
      "tr",
      null,
      h("td", null, actorLink(names.get(edge.source))),
      h("td", null, actorLink(names.get(edge.target))),
      h("td", { class: "number" }, edge.weight),
      h("td", null, onWhat(edge)),
      h("td", null, h("button", { type: "button", class: "small", "aria-label": `Show ${names.get(edge.source).name} and ${names.get(edge.target).name}`, onclick: () => onedge(edge) }, "Show")),
    ),
  );
  return table(`${TIES[kind].title}: ${edges.length} tie${edges.length === 1 ? "" : "s"}`, ["Actor", "Actor", "On how many", "On what", "In the picture"], rows);
}

/** A table of the actors, those with most statements first. */
export function actorTable({ nodes }, onnode) {
  const rows = [...nodes].sort((a, b) => b.statements - a.statements).map((node) =>
    h(
      "tr",
      null,
      h("td", null, actorLink(node)),
      h("td", null, KINDS[node.kind].title),
      h("td", { class: "number" }, node.statements),
      h("td", null, h("button", { type: "button", class: "small", "aria-label": `Show ${node.name}`, onclick: () => onnode(node.id) }, "Show")),
    ),
  );
  return table(`${nodes.length} actor${nodes.length === 1 ? "" : "s"}`, ["Actor", "Kind", "Statements", "In the picture"], rows);
}

/** What a tie rests on: links to the claims, terms and plans. */
export const onWhat = ({ on }) => joined(on.map(concept), "; ");

function concept({ id, kind, name }) {
  const href = toKind(kind, id);
  return href ? h("a", { href }, name) : h("span", null, name);
}

function table(caption, heads, rows) {
  return h(
    "div",
    { class: "scroll", tabindex: 0, role: "region", "aria-label": caption },
    h("table", null, h("caption", null, caption), h("thead", null, h("tr", null, heads.map((text) => h("th", { scope: "col" }, text)))), h("tbody", null, rows)),
  );
}
