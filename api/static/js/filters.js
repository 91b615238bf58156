/** Filters above a list, kept in the address: a change shows at once, and can be shared. */

import { get } from "./api.js";
import { h } from "./dom.js";
import { go, to } from "./links.js";

/**
 * A form of fields for the view at `path`.
 *
 * A field: {name, label} and either `options` ([value, text] pairs) or, for typed ones, `placeholder`,
 * `pattern` and `suggest` (a list of the API whose ids and names are offered). `params`: URLSearchParams.
 */
export function filters(path, fields, params) {
  const form = h("form", { class: "filters", "aria-label": "Filters", onsubmit: submitted, onchange: apply });
  form.append(...fields.map((field) => control(field, params.get(field.name) ?? "")));
  if (fields.some((field) => params.get(field.name))) {
    form.append(h("a", { class: "button", href: to(path) }, "Clear"));
  }
  form.append(h("button", { type: "submit", class: "visually-hidden" }, "Apply filters"));
  return form;

  function submitted(event) {
    event.preventDefault();
    apply();
  }

  function apply() {
    if (!form.reportValidity()) return;
    const kept = Object.fromEntries(params);
    for (const field of fields) kept[field.name] = form.elements[field.name].value.trim();
    const address = to(path, kept);
    if (address !== location.hash) go(address);
  }
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

function typed({ name, placeholder, pattern, suggest }, id, value) {
  const input = h("input", { id, name, value, placeholder, pattern, type: "text", autocomplete: "off", maxlength: 200 });
  if (!suggest) return input;
  const list = h("datalist", { id: `${id}-list` });
  input.setAttribute("list", list.id);
  let asked = false;
  input.addEventListener("focus", async () => {
    if (asked) return;
    asked = true;
    const page = await get(suggest, { limit: 200 }).catch(() => ({ items: [] }));
    list.append(...page.items.map((item) => h("option", { value: item.id }, item.name)));
  });
  return [input, list];
}
