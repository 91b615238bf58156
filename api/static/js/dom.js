/** Elements from data, never from markup: text is text, and only safe addresses become links. */

const SVG = "http://www.w3.org/2000/svg";
const REFUSED = new Set(["style", "innerHTML", "outerHTML", "srcdoc"]);
const ADDRESSES = new Set(["href", "src", "action", "formaction"]);

/**
 * Make an element.
 *
 * attrs: `class` (a string, or a list whose empty items are left out), `onclick` and other handlers
 * (functions only), `dataset` (an object), and any attribute: true sets it empty; false, null and
 * undefined leave it out. Children: nodes, strings, numbers, lists of these; null and false vanish.
 */
export function h(tag, attrs, ...children) {
  return build(document.createElement(tag), attrs, children);
}

/** Make an SVG element; same arguments as `h`. */
export function svg(tag, attrs, ...children) {
  return build(document.createElementNS(SVG, tag), attrs, children);
}

/** Put children into a node in place of what it holds; return the node. */
export function fill(node, ...children) {
  node.replaceChildren();
  append(node, children);
  return node;
}

/** Children that all stay, with a separator between them: `joined(nodes, ", ")`. */
export function joined(nodes, separator) {
  return nodes.flatMap((node, i) => (i ? [separator, node] : [node]));
}

/** Return an address if it leads to a web page or into this page, else null: an article's `url` is data. */
export function safeAddress(address) {
  const text = String(address);
  if (text.startsWith("#")) return text;
  try {
    const url = new URL(text, document.baseURI);
    return ["http:", "https:", "blob:"].includes(url.protocol) ? text : null;
  } catch {
    return null;
  }
}

function build(element, attrs, children) {
  for (const [name, value] of Object.entries(attrs ?? {})) set(element, name, value);
  append(element, children);
  return element;
}

function set(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (REFUSED.has(name)) throw new Error(`${name} is not set here; use a class`);
  if (name === "class") {
    const classes = [value].flat().filter(Boolean).join(" ");
    if (classes) element.setAttribute("class", classes);
  } else if (name === "dataset") {
    Object.assign(element.dataset, value);
  } else if (name.startsWith("on")) {
    if (typeof value !== "function") throw new Error(`${name} takes a function`);
    element.addEventListener(name.slice(2), value);
  } else if (ADDRESSES.has(name)) {
    const address = safeAddress(value);
    if (address !== null) element.setAttribute(name, address);
  } else {
    element.setAttribute(name, value === true ? "" : String(value));
  }
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}
