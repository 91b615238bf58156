/** The key for writing, asked for only when the server wants one, and kept only until the page is closed. */

import { h } from "./dom.js";

let key = null;

/** Headers that show the key, if there is one. */
export const keyHeaders = () => (key ? { Authorization: `Bearer ${key}` } : {});

/** Ask for a key; `why` are the server's words. True when one was given. */
export function askForKey(why) {
  return new Promise((resolve) => {
    const input = h("input", { id: "key", type: "password", autocomplete: "off", required: true, spellcheck: "false" });
    const form = h(
      "form",
      { method: "dialog" },
      h("h2", { id: "key-title" }, "A key is needed to write"),
      h("p", null, why),
      h("p", null, "“counterclaim keys create” makes one on the machine of the server. It is kept until you close this page."),
      h("div", { class: "field" }, h("label", { for: "key" }, "Key"), input),
      h(
        "p",
        { class: "actions" },
        h("button", { class: "primary", value: "given" }, "Use this key"),
        h("button", { type: "button", onclick: () => dialog.close() }, "Cancel"),
      ),
    );
    const dialog = h("dialog", { class: "ask", "aria-labelledby": "key-title" }, form);
    dialog.addEventListener("close", () => {
      const given = dialog.returnValue === "given" && input.value.trim();
      key = given || null;
      dialog.remove();
      resolve(Boolean(given));
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
