/** How actors and ties look, on the screen and in the SVG file: size, width, shape and colour. */

/** Kind of actor → its name, its shape, and the custom property of its colour. */
export const KINDS = {
  Person: { title: "Person", shape: "ellipse", ink: "--claims", ground: "--claims-ground" },
  Organization: { title: "Organisation", shape: "rectangle", ink: "--supports", ground: "--supports-ground" },
  State: { title: "State", shape: "diamond", ink: "--demands", ground: "--demands-ground" },
  Collective: { title: "Group", shape: "hexagon", ink: "--accepts", ground: "--accepts-ground" },
  AnonymousSource: { title: "Anonymous source", shape: "triangle", ink: "--open", ground: "--open-ground" },
};

/** Kind of network → the words for its ties, and their line. */
export const TIES = {
  congruence: { title: "Agreement", verb: "agree", ink: "--claims", dash: null },
  conflict: { title: "Conflict", verb: "disagree", ink: "--denies", dash: [7, 4] },
};

/** Diameter of an actor with so many statements: the area grows with them. */
export const diameter = (statements) => Math.round(Math.min(18 + 7 * Math.sqrt(statements), 72));

/** Width of a tie of this weight. */
export const thickness = (weight) => Math.min(1.5 * weight, 12);

/** A function that reads the page's colours as they are now, light or dark. */
export function colours() {
  const style = getComputedStyle(document.documentElement);
  return (name) => style.getPropertyValue(name).trim();
}

/** Corners of a shape about its middle, in units of half its size; null for an ellipse. */
export const CORNERS = {
  ellipse: null,
  rectangle: [[-1, -1], [1, -1], [1, 1], [-1, 1]],
  diamond: [[0, -1], [1, 0], [0, 1], [-1, 0]],
  hexagon: [[-1, 0], [-0.5, -1], [0.5, -1], [1, 0], [0.5, 1], [-0.5, 1]],
  triangle: [[0, -1], [1, 1], [-1, 1]],
};
