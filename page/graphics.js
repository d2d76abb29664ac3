// The picture's canvas and its graphics, asked for while the program comes in:
// where there is no GPU that takes up to a third of a second, which the engine
// would spend before its first frame.

let canvas = null;

// canDraw tells whether the engine would start: it needs WebGL 2.
export function canDraw() {
  try {
    canvas = document.createElement("canvas");
    // As the engine asks for it.
    if (!canvas.getContext("webgl2", { alpha: true, premultipliedAlpha: true, stencil: true })) canvas = null;
  } catch {
    canvas = null;
  }
  return canvas !== null;
}

// lend runs `start`, in whose course the engine makes itself a canvas: it gets
// the one that is here.
export function lend(start) {
  const own = document.createElement;
  document.createElement = function (tag, ...rest) {
    const lent = tag === "canvas" && canvas;
    if (!lent) return own.call(this, tag, ...rest);
    canvas = null;
    return lent.getContext("webgl2").isContextLost() ? own.call(this, tag, ...rest) : lent;
  };
  try {
    return start();
  } finally {
    delete document.createElement; // the prototype's shows again
  }
}
