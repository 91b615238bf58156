/** Where a claim comes from: its independent origins, each with first speakers, outlets and first words. */

import { h, joined } from "./dom.js";
import { actorLink, evidences, label } from "./evidence.js";
import { toDocument } from "./links.js";
import { count, facts } from "./sections.js";

const HOPS = {
  named: "Somebody with a name stands for it on the best way",
  anonymous: "Even on the best way somebody without a name stands between the claim and us",
  rumoured: "Even on the best way the words are a rumour",
};

/** What an Origins of the API holds, without the claim itself. */
export function origins(from) {
  return [
    summary(from),
    h("ol", { class: "origins" }, from.origins.map(origin)),
    from.copies.length > 0 && h("details", null, h("summary", null, count(from.copies.length, "copy", "copies")), copies(from.copies)),
  ];
}

function summary(from) {
  return h(
    "p",
    { class: "origins-told" },
    h("strong", null, count(from.independent_origins, "independent origin")),
    h("span", null, `${count(from.first_speakers.length, "first speaker")}, ${count(from.outlets.length, "outlet")}`),
    label(`weakest hop: ${from.weakest_hop}`, HOPS[from.weakest_hop]),
    from.anonymous_only && label("anonymous sources only", "On each way some source has no name, whoever passed it on"),
  );
}

function origin({ side, speakers, outlets, first, statements }) {
  const own = speakers.length === 1 && side.length === 1 && speakers[0].id === side[0].id;
  return h(
    "li",
    { class: "origin" },
    h("h3", null, joined(side.map(actorLink), ", ")),
    facts([
      ["First speakers", own ? null : joined(speakers.map(actorLink), ", ")],
      ["Outlets", joined(outlets.map(actorLink), ", ")],
      ["Statements", String(statements)],
    ]),
    evidences([first]),
  );
}

/** Copies with what they copy. */
export function copies(list) {
  const link = ({ id, name }) => h("a", { href: toDocument(id) }, name);
  const share = (of) => ` (${Math.round(of * 100)} % of the words)`;
  return h("ul", null, list.map((one) => h("li", null, link(one.document), " copies ", link(one.original), share(one.share))));
}
