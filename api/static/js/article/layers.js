/** The legend of an article, which shows and hides what is marked; kept in the address as `hide`. */

import { h } from "../dom.js";
import { to } from "../links.js";
import { LAYERS } from "./marks.js";

/** Return the legend; it puts a class on `text` for each layer that is hidden. */
export function legend(text, present, path, params) {
  const hidden = new Set((params.get("hide") ?? "").split(",").filter((name) => name in LAYERS));
  const apply = () => {
    for (const name of Object.keys(LAYERS)) text.classList.toggle(`hide-${name}`, hidden.has(name));
  };
  const change = (name, shown) => {
    if (shown) hidden.delete(name);
    else hidden.add(name);
    params.set("hide", [...hidden].sort().join(","));
    history.replaceState(history.state, "", to(path, Object.fromEntries(params)));
    apply();
  };
  apply();
  return h(
    "fieldset",
    { class: "layers" },
    h("legend", null, "Marked in the text"),
    Object.entries(LAYERS)
      .filter(([name]) => present.has(name))
      .map(([name, title]) =>
        h(
          "label",
          null,
          h("input", { type: "checkbox", checked: !hidden.has(name), onchange: (event) => change(name, event.target.checked) }),
          h("span", { class: ["seg", `seg-${name}`, name === "words" && "act-asserts"] }, title),
        ),
      ),
  );
}
