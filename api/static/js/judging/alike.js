/** Two actors that may be one: merged either way, or left apart. */

import { h } from "../dom.js";
import { toActor } from "../links.js";
import { sender } from "./corrections.js";

/** An item of the review for a pair ({one, other, why}). */
export function alikeItem({ one, other, why }, { changed }) {
  const told = h("p", { class: "form-told", role: "alert" });
  const send = sender(told, changed);
  const merge = (actor, into) =>
    h("button", { type: "button", class: "small", onclick: () => send({ kind: "merge", actor: actor.id, into: into.id }) }, `${actor.name} is ${into.name}`);
  return h(
    "li",
    { class: "review-item", tabindex: -1, dataset: { item: `${one.id} ${other.id}` } },
    h("p", { class: "alike-pair" }, named(one), " and ", named(other), h("span", { class: "meta" }, ` ${why}`)),
    h("div", { class: "actions" }, merge(other, one), merge(one, other)),
    told,
  );
}

const named = ({ id, name }) => [h("a", { href: toActor(id) }, name), h("span", { class: "meta" }, ` (${id})`)];
