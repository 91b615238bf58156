/** Filters above a list, kept in the address: a change shows at once, and can be shared. */

import { h } from "./dom.js";
import { go, to } from "./links.js";
import { clear, mark } from "./refused.js";
import { suggesting } from "./suggest.js";

/** A date as the service takes it: the typed fields of that `pattern`, and what is told where it is none. */
const DATE = "[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?";
export const dated = { pattern: DATE, title: "A year, a month or a day: 2025, 2025-11 or 2025-11-22" };

let unfolded = false; // On a phone: whether the reader opened the filters; they stay so from view to view.

/**
 * A form of fields for the view at `path`; on a phone it is folded, and the fold tells what is set.
 *
 * A field: {name, label} and either `options` ([value, text] pairs) or, for typed ones, `placeholder`,
 * `pattern`, `title` (what the pattern asks for) and `suggest` (a list of the API, "actors", whose names are offered and stand for their ids).
 * `params`: URLSearchParams. `kept`: what stands in the address and is no filter, such as the words of a search.
 */
export function filters(path, fields, params, kept) {
  const active = fields.map((field) => inWords(field, params.get(field.name))).filter(Boolean);
  const form = h("form", { class: "filters", "aria-label": "Filters", novalidate: true, onsubmit: submitted, onchange: apply });
  form.append(...fields.map((field) => control(field, params.get(field.name) ?? "")));
  if (active.length) form.append(h("a", { class: "button", href: to(path, kept) }, "Clear"));
  form.append(h("button", { type: "submit", class: "visually-hidden" }, "Apply filters"));
  const phone = matchMedia("(max-width: 40rem)").matches;
  const told = active.length ? `Filters: ${active.join(", ")}` : "Filters";
  const fold = h("details", { class: "filters-fold", open: unfolded || !phone }, h("summary", null, told), form);
  if (phone) fold.addEventListener("toggle", () => (unfolded = fold.open));
  let turns = 0;
  return fold;

  function submitted(event) {
    event.preventDefault();
    void apply();
  }

  async function apply(changed) {
    const turn = (turns += 1);
    if (!valid(form)) return;
    const kept = Object.fromEntries(params);
    for (const { name } of fields) kept[name] = await valueOf(form.elements[name]);
    if (turn !== turns || !form.isConnected) return; // Enter changes and submits; and names take a while to be found.
    if (changed && typing(form, changed.target)) return; // Its own change shows both; the view would be made anew under the typing hand.
    const address = to(path, kept);
    if (address !== location.hash) go(address);
  }
}

/** What is set, as the field itself would say it. */
const inWords = ({ options }, value) => options?.find(([key]) => value && key === value)?.[1] ?? value;

/** Whether something is being typed into another field than the one that changed. */
function typing(form, changed) {
  const input = document.activeElement;
  return form.contains(input) && input !== changed && input.type === "text" && input.value !== input.defaultValue;
}

/** Whether each field holds what it may; the first that does not gets the focus, and is told what it takes. */
function valid(form) {
  const inputs = [...form.elements].filter((input) => input.name);
  inputs.forEach(clear);
  const wrong = inputs.filter((input) => !input.validity.valid);
  for (const input of wrong) mark(input, input.title || input.validationMessage);
  wrong[0]?.focus();
  return !wrong.length;
}

/** The value of a control; a name that was typed becomes the id that it stands for. */
function valueOf(input) {
  const typed = input.value.trim();
  return typed && input.idOf ? input.idOf(typed) : typed;
}

function control(field, value) {
  const id = `filter-${field.name}`;
  const input = field.options ? choice(field, id, value) : typed(field, id, value);
  return h("div", { class: "field" }, h("label", { for: id }, field.label), input);
}

function choice({ name, options }, id, value) {
  const items = options.map(([key, text]) => h("option", { value: key, selected: key === value }, text));
  return h("select", { id, name }, items);
}

function typed({ name, placeholder, pattern, title, suggest }, id, value) {
  const input = h("input", { id, name, value, placeholder, pattern, title, type: "text", autocomplete: "off", maxlength: 200 });
  return suggest ? [input, suggesting(input, suggest)] : input;
}
