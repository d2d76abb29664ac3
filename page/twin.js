// Carries out what the game says is to change among the twin's elements: one
// text for a whole screen, made by game/web/mirror.go.

let doc = document; // what is being changed, and its elements by id
let elements = new Map();
const frame = requestAnimationFrame.bind(globalThis); // the browser's own, also while the engine starts (pace.js)
const of = (id) => elements.get(id) ?? doc.getElementById(id);

const changes = {
  create(id, tag) {
    const made = tag.startsWith("svg:")
      ? doc.createElementNS("http://www.w3.org/2000/svg", tag.slice(4))
      : doc.createElement(tag);
    made.id = id;
    elements.set(id, made);
  },
  remove(id) {
    of(id).remove();
    elements.delete(id);
  },
  // What it hung in is being removed as well.
  drop(id) {
    elements.delete(id);
  },
  put(id, parent, before) {
    of(parent).insertBefore(of(id), before ? of(before) : null);
  },
  class(id, names) {
    of(id).className = names;
  },
  // Through the CSSOM: a strict policy forbids style attributes.
  style(id, css) {
    of(id).style.cssText = css;
  },
  text(id, words) {
    of(id).textContent = words;
  },
  set(id, name, value) {
    const e = of(id);
    e.setAttribute(name, value);
    if (name === "value") e.value = value; // once typed in, it no longer follows its attribute
  },
  unset(id, name) {
    of(id).removeAttribute(name);
  },
  focus(id) {
    of(id).focus({ preventScroll: true });
  },
  show(id) {
    of(id).focus();
  },
  // At once: what is pressed next must lie where it will stay.
  top(id, y) {
    of(id).scrollTop = Number(y);
  },
  // In the next frame, which lays the page out anyhow.
  scroll(id, top) {
    const e = of(id);
    asked.add(id);
    frame(() => {
      asked.delete(id);
      e.scrollTop = Number(top);
    });
  },
};

// The elements that are to be scrolled in the next frame. An event that still
// tells where one of them was before is nothing the user did: the game would
// take it for scrolling away from the end.
const asked = new Set();
document.addEventListener("scroll", (e) => {
  if (asked.has(e.target.id)) e.stopImmediatePropagation();
}, { capture: true, passive: true });

// apply carries out the changes and says some words aloud to those who listen.
export function apply(text, aloud) {
  if (text) {
    for (const record of text.split("\x1e")) {
      const [what, ...fields] = record.split("\x1f");
      changes[what](...fields);
    }
  }
  if (aloud) say(aloud);
}

// into returns an apply for another document, silent.
export function into(other) {
  const own = new Map();
  return (text) => {
    const was = [doc, elements];
    [doc, elements] = [other, own];
    try {
      apply(text, "");
    } finally {
      [doc, elements] = was;
    }
  };
}

let hush = 0;

// say speaks through a region that was there before its words, and empties it
// once they were heard, so that nobody walking the page meets them twice.
function say(words) {
  const region = document.getElementById("announce");
  region.textContent = words;
  clearTimeout(hush);
  hush = setTimeout(() => (region.textContent = ""), 1500);
}
