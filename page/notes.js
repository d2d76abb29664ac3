// The facilitator's second window: what the game wants shown there, and what is
// done in it. It is made of this page, so it opens without a network.

import { into } from "./twin.js";

let popup = null;
let root = null; // its document's element
let apply = () => {};

// The window has this page's colours, also those that are chosen later.
const colour = () => root && ["theme", "contrast"].forEach((name) => (root.dataset[name] = document.documentElement.dataset[name]));
new MutationObserver(colour).observe(document.documentElement, { attributes: true });

// notesOpen opens the window; false: the browser has refused.
export function notesOpen(heard) {
  popup = open("", "earned-notes", "popup,width=560,height=860,left=0,top=0");
  if (!popup) return false;
  const doc = popup.document;
  doc.documentElement.lang = "en";
  doc.title = "Notes for whoever leads the room";
  doc.body.replaceChildren();
  doc.adoptedStyleSheets = [styles(popup)];
  globalThis.early.typeset(popup);
  root = doc.documentElement;
  colour();
  const twin = doc.createElement("div");
  twin.id = "notes";
  twin.className = "plain";
  twin.style.padding = "0.25rem 1.25rem 3rem"; // by the CSSOM, as the policy wants it
  doc.body.append(twin);
  apply = into(doc);
  hear(doc, heard);
  const here = popup;
  const look = setInterval(() => {
    if (!here.closed) return;
    clearInterval(look);
    if (popup === here) popup = null;
    heard.closed();
  }, 1000);
  addEventListener("pagehide", () => here.close(), { once: true }); // it shows nothing by itself
  return true;
}

export const notesFront = () => popup?.focus();
export const notesApply = (changes) => popup && apply(changes);

function hear(doc, heard) {
  doc.addEventListener("click", (e) => {
    const button = e.target.closest("button, a");
    if (button) {
      e.preventDefault();
      heard.press(button.id, "");
    }
  });
  doc.addEventListener("change", (e) => heard.type(e.target.id, e.target.value));
  doc.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.altKey || e.metaKey || e.isComposing || e.repeat || e.target.closest("input")) return;
    if (heard.key(e.key, e.target.closest("button, a") !== null)) e.preventDefault();
  });
}

// styles are this page's own, copied: nothing is fetched, and what they name
// is found from here.
function styles(win) {
  const sheet = new win.CSSStyleSheet();
  let css = "";
  for (const s of document.styleSheets) {
    for (const rule of s.cssRules) css += rule.cssText.replace(/url\("(?!data:)([^"]*)"\)/g, (_, u) => `url("${new URL(u, s.href ?? location.href).href}")`) + "\n";
  }
  sheet.replaceSync(css);
  return sheet;
}
