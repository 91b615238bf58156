/** How much was said on each day, as bars: claims, denials, the rest. */

import { h, svg } from "../dom.js";

const BAR = 26;
const HEIGHT = 90;
const GAP = 10;
const SORTS = [
  ["asserts", "claims", (act) => act === "asserts"],
  ["denies", "denials", (act) => act === "denies"],
  ["other", "other statements", () => true],
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
  SORTS.filter(([name]) => found[name]).map(([name, title]) => `${found[name]} ${found[name] === 1 ? title.replace(/s$/, "") : title}`).join(", ");

/** The chart, or null for a single day. `days`: [[date, moments]]. The list below says the same in words. */
export function chart(days) {
  if (days.length < 2) return null;
  const bars = days.map(([date, moments]) => [date, counts(moments)]);
  const most = Math.max(...bars.map(([, found]) => found.asserts + found.denies + found.other), 1);
  const width = bars.length * (BAR + GAP);
  const drawing = svg(
    "svg",
    { class: "chart", viewBox: `0 0 ${width} ${HEIGHT + 2}`, width, height: HEIGHT + 2, role: "img", "aria-label": "Statements on each day; the list below holds the same." },
    bars.map(([date, found], i) => bar(date, found, i * (BAR + GAP) + GAP / 2, most)),
    svg("line", { x1: 0, y1: HEIGHT + 1, x2: width, y2: HEIGHT + 1, class: "chart-base" }),
  );
  return h("figure", { class: "chart-figure" }, h("div", { class: "scroll" }, drawing), h("figcaption", { class: "meta" }, key(), ` ${bars[0][0]} to ${bars.at(-1)[0]}, days without statements left out`));
}

const key = () => SORTS.map(([name, title]) => [h("span", { class: ["chart-key", `bar-${name}`], "aria-hidden": "true" }), ` ${title}  `]);

function bar(date, found, x, most) {
  let y = HEIGHT;
  const parts = SORTS.map(([name]) => {
    const height = (found[name] / most) * (HEIGHT - 4);
    y -= height;
    return height > 0 && svg("rect", { class: `bar-${name}`, x, y, width: BAR, height });
  });
  return svg("g", null, svg("title", null, `${date}: ${told(found) || "no statements"}`), parts);
}
