/** From when until when: two sliders over the days on which something was published. */

import { h } from "../dom.js";

const PAUSE = 150; // Milliseconds of rest after which a period is shown: keys and fingers move in many steps.

/**
 * Return the sliders, or null where there is nothing to slide over. `days`: sorted dates; `moved({since, until})`
 * is called with what was chosen, null for an open end.
 */
export function slider(days, params, moved) {
  if (days.length < 2) return null;
  const last = days.length - 1;
  const from = range("since", "From", days, at(days, params.get("since"), 0));
  const until = range("until", "Until", days, atEnd(days, params.get("until")));
  let timer = null;
  const apply = () => {
    const [a, b] = [Number(from.input.value), Number(until.input.value)].sort((x, y) => x - y);
    moved({ since: a > 0 ? days[a] : null, until: b < last ? days[b] : null });
  };
  for (const { input } of [from, until]) {
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(apply, PAUSE);
    });
  }
  return h("div", { class: "slider", role: "group", "aria-label": "Time" }, from.element, until.element);
}

function range(name, label, days, value) {
  const shown = h("output", { class: "slider-date" }, days[value]);
  const input = h("input", { type: "range", id: `slider-${name}`, min: 0, max: days.length - 1, step: 1, value, "aria-valuetext": days[value] });
  input.addEventListener("input", () => {
    shown.value = days[input.value];
    input.setAttribute("aria-valuetext", days[input.value]);
  });
  return { input, element: h("div", { class: "slider-row" }, h("label", { for: input.id }, label), input, shown) };
}

/** Index of the first day at or after a date. */
function at(days, date, otherwise) {
  if (!date) return otherwise;
  const found = days.findIndex((day) => day >= date);
  return found < 0 ? days.length - 1 : found;
}

/** Index of the last day within a date, which may be a month or a year. */
function atEnd(days, date) {
  if (!date) return days.length - 1;
  const found = days.findLastIndex((day) => day.slice(0, date.length) <= date);
  return Math.max(found, 0);
}
