// Lends the engine the canvas that is here already, its graphics asked for
// while the program came in (early.js).

// lend runs `start`, in whose course the engine makes itself a canvas.
export function lend(early, start) {
  const own = document.createElement;
  document.createElement = function (tag, ...rest) {
    const lent = tag === "canvas" && early.canvas;
    if (!lent) return own.call(this, tag, ...rest);
    early.canvas = null;
    return lent.getContext("webgl2").isContextLost() ? own.call(this, tag, ...rest) : lent;
  };
  try {
    return start();
  } finally {
    delete document.createElement; // the prototype's shows again
  }
}
