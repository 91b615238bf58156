/** How much was said on each day, as bars: claims, denials, the rest. */

import { h, svg } from "../dom.js";

const BAR = 38;
const GAP = 14;
const HEIGHT = 100;
const FOOT = 34;
const HEAD = 14; // Room for the mark of a shift above the highest bar.
const SORTS = [
  ["asserts", "claim", (act) => act === "asserts"],
  ["denies", "denial", (act) => act === "denies"],
  ["other", "other statement", () => true],
];

/** Count the statements of a day by sort: {asserts, denies, other}. */
export function counts(moments) {
  const found = { asserts: 0, denies: 0, other: 0 };
  for (const { evidence } of moments) {
    if (!evidence) continue;
    const act = evidence.acts[0]?.act ?? evidence.unlinked;
    found[SORTS.find(([, , is]) => is(act))[0]] += 1;
  }
  return found;
}

/** A day's counts in words. */
export const told = (found) =>
  [...SORTS, ["shifts", "shift"]]
    .filter(([name]) => found[name])
    .map(([name, title]) => `${found[name]} ${title}${found[name] === 1 ? "" : "s"}`)
    .join(", ");

/**
 * The chart, or null for a single day. `days`: [[date, moments]]; `onday(date)` is called for the day clicked;
 * `shifted(id)` tells how many positions a statement shifts.
 */
export function chart(days, onday, shifted) {
  if (days.length < 2) return null;
  const bars = days.map(([date, moments]) => [date, { ...counts(moments), shifts: moments.reduce((sum, { id }) => sum + shifted(id), 0) }]);
  const most = Math.max(...bars.map(([, found]) => found.asserts + found.denies + found.other), 1);
  const width = bars.length * (BAR + GAP);
  const drawing = svg(
    "svg",
    { class: "chart", viewBox: `0 ${-HEAD} ${width} ${HEAD + HEIGHT + FOOT}`, width, height: HEAD + HEIGHT + FOOT, role: "img", "aria-label": "Statements on each day; the list below holds the same." },
    bars.map(([date, found], i) => bar(date, found, { x: i * (BAR + GAP) + GAP / 2, most, before: bars[i - 1]?.[0], onday })),
    svg("line", { x1: 0, y1: HEIGHT, x2: width, y2: HEIGHT, class: "chart-base" }),
  );
  return h("figure", { class: "chart-figure" }, h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Chart" }, drawing), h("figcaption", { class: "meta" }, h("span", { class: "chart-keys" }, key()), "Days on which nothing was said are left out."));
}

const key = () => [
  SORTS.map(([name, title]) => [h("span", { class: ["chart-key", `bar-${name}`], "aria-hidden": "true" }), `${title}s `]),
  [h("span", { class: "chart-key chart-key-shift", "aria-hidden": "true" }), "a position that shifts "],
];

function bar(date, found, { x, most, before, onday }) {
  let y = HEIGHT;
  const parts = SORTS.map(([name]) => {
    const height = (found[name] / most) * (HEIGHT - 4);
    y -= height;
    return height > 0 && svg("rect", { class: `bar-${name}`, x, y, width: BAR, height });
  });
  const year = date.slice(0, 4);
  const label = (text, line) => svg("text", { x: x + BAR / 2, y: HEIGHT + 14 * line, "text-anchor": "middle", class: "chart-label" }, text);
  return svg(
    "g",
    { class: "chart-day", onclick: () => onday(date) },
    svg("title", null, `${date}: ${told(found) || "no statements"}`),
    svg("rect", { class: "chart-hit", x, y: -HEAD, width: BAR, height: HEAD + HEIGHT + FOOT }),
    parts,
    found.shifts > 0 && svg("path", { class: "bar-shift", d: `M ${x + BAR / 2} ${y - 12} l 6 6 l -6 6 l -6 -6 z` }),
    label(date.slice(5) || year, 1),
    before?.slice(0, 4) !== year && date.length > 4 && label(year, 2),
  );
}
