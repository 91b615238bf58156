/** Filters that are refused: told at their field, beside what was shown before. */

import { h } from "./dom.js";

/** Tell at an input what is wrong with what it holds; screen readers read it with the field. */
export function mark(input, message) {
  clear(input);
  const told = h("p", { class: "field-error", id: `${input.id}-error`, role: "alert" }, message);
  input.setAttribute("aria-invalid", "true");
  input.setAttribute("aria-describedby", told.id);
  input.closest(".field").append(told);
}

/** Take away what was told at an input. */
export function clear(input) {
  input.removeAttribute("aria-invalid");
  input.removeAttribute("aria-describedby");
  input.closest(".field")?.querySelector(".field-error")?.remove();
}

/**
 * Tell at the fields of the form in `place` what the service refused of `params`; says whether all of it
 * has a field there. Each field gets the value that was refused.
 */
export function refuse(place, error, params) {
  const form = place?.querySelector("form.filters");
  const faults = (error.errors ?? []).map(({ pointer, detail }) => [fieldOf(form, pointer), detail]);
  if (!faults.length || !faults.every(([field]) => field)) return false;
  place.querySelector(".filters-fold").open = true; // On a phone the field would be hidden.
  for (const [field, detail] of faults) {
    field.value = params.get(field.name) ?? "";
    mark(field, detail.startsWith("String should match") && field.title ? field.title : detail);
  }
  faults[0][0].focus({ preventScroll: true });
  return true;
}

function fieldOf(form, pointer) {
  const [, name] = /^\/query\/(.+)$/.exec(pointer ?? "") ?? [];
  const field = name && form?.elements.namedItem(name);
  return field?.closest?.(".field") ? field : null;
}
