/** What if a term had another value: a small form on the page of the term, and whom the change would please. */

import { get, Problem } from "./api.js";
import { fill, h } from "./dom.js";
import { actorLink, evidence, label } from "./evidence.js";
import { dated } from "./filters.js";
import { amount, count, section } from "./sections.js";
import { announce } from "./router.js";

const SAID = { loses: "loses a reason to object", gains: "gains a reason to object", undecided: "undecided" };
const NUMBER = "-?[0-9][0-9,]*([.][0-9]+)?|[0-9]{4}-[0-9]{2}-[0-9]{2}";

/** The section for a term with an amount or a day; null for one without. */
export function whatIf(term) {
  const day = /\d{4}|\b\d{1,2}\b/.test(term.deadline ?? "");
  if (term.amount === null && !day) return null;
  const answer = h("div", { class: "whatif-answer", tabindex: -1 });
  const form = h(
    "form",
    { class: "filters whatif", "aria-label": "What if", onsubmit: (event) => void submitted(event) },
    field("value", "Another value", { required: true, pattern: NUMBER, title: "A number, or a day: 2033-05-15", inputmode: "decimal", placeholder: amount(term.amount, null) ?? "2033-05-15" }),
    term.amount !== null && field("unit", "Unit", { placeholder: term.unit ?? "none" }),
    field("as_of", "As of", { placeholder: "2025-11-21", ...dated }),
    h("button", { type: "submit" }, "Who would object?"),
  );
  return section(
    "What if it had another value?",
    h("p", { class: "meta" }, "From recorded conditions and demands on any draft of it; nothing is guessed."),
    form,
    answer,
  );

  async function submitted(event) {
    event.preventDefault();
    const asked = Object.fromEntries([...new FormData(form)].map(([key, value]) => [key, value.trim()]));
    try {
      const found = await get(["terms", term.id, "what-if"], asked);
      fill(answer, told(found));
      announce(`${count(found.effects.length, "effect")}, ${found.undecided.length} undecided`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      fill(answer, h("p", { class: "form-told", role: "alert" }, error.message));
    }
  }
}

function field(name, text, attrs) {
  const id = `whatif-${name}`;
  return h("div", { class: "field" }, h("label", { for: id }, text), h("input", { id, name, type: "text", autocomplete: "off", maxlength: 60, ...attrs }));
}

function told(found) {
  const change = `${shown(found.old, found)} → ${shown(found.new, found)}`;
  const all = [...found.effects, ...found.undecided];
  return [
    h("h3", null, change),
    all.length
      ? h("ul", { class: "evidences" }, all.map((effect) => h("li", null, one(effect))))
      : h("p", null, "No recorded condition or demand is met or broken by this change."),
    ...replaced(found.replaced),
  ];
}

function replaced(all) {
  if (!all.length) return [];
  return [
    h("p", { class: "meta" }, `Not counted: ${count(all.length, "condition or demand", "conditions or demands")} that the same actor replaced by a later stance. Ask as of an earlier day to count them.`),
    h("ul", { class: "evidences" }, all.map((each) => h("li", null, gone(each)))),
  ];
}

function gone(each) {
  return [
    h("p", { class: "whatif-replaced" }, h("span", { class: "speakers" }, actorLink(each.actor)), " replaced ", label(`“${each.words}”`, "The condition, or what was demanded")),
    evidence(each.statement, { speakers: false, acts: true }),
    h("p", { class: "meta" }, "by"),
    evidence(each.later, { speakers: false, acts: true }),
  ];
}

const shown = (value, { property, unit }) => (property === "amount" ? amount(Number(value), unit) : value);

function one(effect) {
  return [
    h("p", { class: "whatif-effect" }, h("span", { class: "speakers" }, actorLink(effect.actor)), " ", h("strong", null, SAID[effect.effect])),
    h("p", { class: "labels" }, label(`“${effect.words}”`, "The condition, or what is demanded"), " ", label(effect.read ? `read as ${effect.read}` : "not on the value", "How the words were read")),
    evidence(effect.statement, { speakers: false, acts: true }),
  ];
}
