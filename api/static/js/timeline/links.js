/** Lines in the margin of a list: from each denial to what it denies, from each shift to what was before. */

import { svg } from "../dom.js";

const EDGE = 6; // Pixels between the lines and the list.

/**
 * Draw arcs between items of a list and keep them in place.
 *
 * `ties`: [{from, to, kind}] of element ids below `list`, `kind` "denial" or "shift"; `margin` is the <svg> that
 * lies beside it. Returns a function that draws more of them.
 */
export function drawLinks(list, margin, ties) {
  const draw = () => {
    const top = list.getBoundingClientRect().top;
    const width = margin.clientWidth;
    const middle = (id) => {
      const box = document.getElementById(id).getBoundingClientRect();
      return box.top - top + Math.min(box.height / 2, 28);
    };
    margin.setAttribute("viewBox", `0 0 ${width} ${list.offsetHeight}`);
    margin.setAttribute("height", list.offsetHeight);
    const placed = ties.map((tie) => ({ ...tie, y1: middle(tie.from), y2: middle(tie.to) }));
    const longest = Math.max(...placed.map(({ y1, y2 }) => Math.abs(y1 - y2)), 1);
    margin.replaceChildren(...placed.map((tie) => arc(tie, width, longest)));
  };
  const watch = new ResizeObserver(() => (list.isConnected ? draw() : watch.disconnect()));
  watch.observe(list);
  list.addEventListener("mouseover", (event) => light(margin, event));
  list.addEventListener("focusin", (event) => light(margin, event));
  return (more) => {
    ties.push(...more);
    draw();
  };
}

/** The farther apart, the farther out: lines rarely lie on one another. */
function arc({ from, to, kind, y1, y2 }, width, longest) {
  const x = width - EDGE;
  const out = x - (width - 2 * EDGE) * (0.25 + 0.75 * Math.sqrt(Math.abs(y1 - y2) / longest));
  const d = `M ${x} ${y1} C ${out} ${y1}, ${out} ${y2}, ${x} ${y2}`;
  const head = `M ${x - 5} ${y2 - 4} L ${x} ${y2} L ${x - 5} ${y2 + 4}`;
  return svg("g", { class: ["tie", `tie-${kind}`], dataset: { from, to } }, svg("path", { d }), svg("path", { d: head }));
}

function light(margin, event) {
  const id = event.target.closest?.("[id^=moment-]")?.id;
  for (const tie of margin.children) {
    const mine = Boolean(id) && (tie.dataset.from === id || tie.dataset.to === id);
    tie.classList.toggle("lit", mine);
    tie.classList.toggle("dim", Boolean(id) && !mine);
  }
}
