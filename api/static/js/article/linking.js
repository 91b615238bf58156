/** Words and cards light up together; each leads to the other. */

/** Light all elements below `root` that belong to the statement or the mention; null puts the light out. */
export function light(root, { statement = null, mention = null } = {}) {
  for (const lit of root.querySelectorAll(".lit")) lit.classList.remove("lit");
  if (statement) every(root, "statements", statement, (element) => element.classList.add("lit"));
  if (mention) every(root, "mentions", mention, (element) => element.classList.add("lit"));
}

/** Light what is hovered or focused, and what belongs to it, until it is left. */
export function link(root) {
  const follow = (event) => {
    const element = event.target.closest?.("[data-statements], [data-mentions]");
    if (!element || !root.contains(element)) return light(root);
    const statement = element.dataset.statements?.split(" ")[0]; // The innermost.
    light(root, statement ? { statement } : { mention: element.dataset.mentions.split(" ")[0] });
  };
  for (const kind of ["mouseover", "focusin"]) root.addEventListener(kind, follow);
  root.addEventListener("mouseleave", () => light(root));
}

/** Bring the first words of a statement, or the first mention, into view; return it, or null. */
export function reveal(root, { statement, mention }) {
  const [name, id] = statement ? ["statements", statement] : ["mentions", mention];
  const found = [];
  every(root, name, id, (element) => found.push(element));
  found[0]?.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
  return found[0] ?? null;
}

/** Whether the reader wants no movement. */
export const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

function every(root, name, id, act) {
  for (const element of root.querySelectorAll(`[data-${name}]`)) {
    if (element.dataset[name].split(" ").includes(id)) act(element);
  }
}
