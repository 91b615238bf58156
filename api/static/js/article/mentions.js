/** Who and what an article names: a list that leads to the places, and where actors are merged. */

import { h } from "../dom.js";
import { toKind } from "../links.js";
import { actorCorrections } from "../judging/corrections.js";
import { isActor } from "./marks.js";

/** Return the section on mentions, or null when the article names nobody. `reveal(id)` shows the next place. */
export function mentions(list, { reveal, corrections }) {
  if (!list.length) return null;
  const parts = [
    ["Actors", list.filter(isActor)],
    ["Plans", list.filter(({ kind }) => kind === "Plan")],
    ["Terms", list.filter(({ kind }) => kind === "Term")],
  ];
  return h(
    "section",
    { class: "mentions", "aria-label": "Actors, plans and terms in this article" },
    parts.filter(([, some]) => some.length).map(([title, some]) => [
      h("h2", null, title),
      h("ul", { class: "mention-list" }, some.map((mention) => line(mention, { reveal, corrections }))),
    ]),
  );
}

function line(mention, { reveal, corrections }) {
  const times = mention.spans.length;
  return h(
    "li",
    { dataset: { mentions: mention.id } },
    h("a", { href: toKind(mention.kind, mention.id) }, mention.name),
    h("span", { class: "meta" }, ` ${mention.kind} `),
    times > 0 &&
      h(
        "button",
        { type: "button", class: "small", "aria-label": `${mention.name}: show the next place of ${times}`, onclick: () => reveal(mention.id) },
        `${times}×`,
      ),
    corrections && isActor(mention) && actorCorrections(mention, corrections),
  );
}
