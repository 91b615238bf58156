/** A text cut wherever a mark begins or ends. Offsets count code points, as the service's do. */

/** Return the code points of a text: one string each, so that index and offset are the same. */
export const codePoints = (text) => Array.from(text);

/**
 * Cut `from`–`to` at every boundary of the marks ({start, end, …}).
 *
 * Returns [{start, end, marks}] in order, without gaps: `marks` are those that cover the whole
 * segment, in the order given. Marks may overlap, nest and repeat; those outside are ignored.
 */
export function segments(from, to, marks) {
  const inside = marks.filter((mark) => mark.start < mark.end && mark.start < to && mark.end > from);
  const cuts = new Set([from, to]);
  for (const { start, end } of inside) {
    if (start > from) cuts.add(start);
    if (end < to) cuts.add(end);
  }
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(1).map((end, i) => {
    const start = edges[i];
    return { start, end, marks: inside.filter((mark) => mark.start <= start && mark.end >= end) };
  });
}

/** Return [{start, end}] of the paragraphs of a text: what stands between blank lines. */
export function paragraphs(points) {
  const found = [];
  let start = 0;
  for (let i = 0; i < points.length; ) {
    const after = blankLine(points, i);
    if (after === i) {
      i += 1;
      continue;
    }
    if (i > start) found.push({ start, end: i });
    start = i = after;
  }
  if (start < points.length) found.push({ start, end: points.length });
  return found;
}

/** Return where a run of two or more line ends that begins at `i` is over; `i` if there is none. */
function blankLine(points, i) {
  if (points[i] !== "\n") return i;
  let last = i;
  let lines = 0;
  for (let j = i; j < points.length && /\s/.test(points[j]); j += 1) {
    if (points[j] === "\n") {
      lines += 1;
      last = j + 1;
    }
  }
  return lines > 1 ? last : i;
}
