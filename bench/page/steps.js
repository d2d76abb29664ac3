// Put into a page after probe.js where its start is to be taken apart. It notes
// when each step of the engine's start began and how long the page's thread was
// in it. Steps that cost as much as they tell are told only here.
(() => {
  const probe = globalThis.probe;
  const now = () => performance.now();
  const steps = (probe.steps = []);
  const note = (name, from) => {
    const took = now() - from;
    if (took >= 0.5) steps.push([name, from, took]);
  };
  const sync = (of, name, as) => {
    const own = of[name];
    of[name] = function (...args) {
      const from = now();
      try {
        return own.apply(this, args);
      } finally {
        note(as ?? name, from);
      }
    };
  };
  const later = (of, name) => {
    const own = of[name];
    of[name] = (...args) => {
      const from = now();
      return own.apply(of, args).then((done) => (note(name, from), done));
    };
  };
  sync(HTMLCanvasElement.prototype, "getContext");
  for (const name of ["linkProgram", "getProgramParameter", "getShaderParameter", "readPixels", "texImage2D", "texSubImage2D", "bufferData"]) sync(WebGL2RenderingContext.prototype, name);
  for (const name of ["instantiate", "instantiateStreaming", "compileStreaming", "compile"]) later(WebAssembly, name);
  later(globalThis, "fetch");
  let go;
  Object.defineProperty(globalThis, "Go", {
    configurable: true,
    get: () => go,
    set: (G) => {
      go = G;
      sync(G.prototype, "run", "Go.run, until it first waits");
      sync(G.prototype, "_resume", "Go, resumed");
    },
  });
  const Own = ResizeObserver;
  globalThis.ResizeObserver = class extends Own {
    constructor(callback) {
      super((...args) => {
        const from = now();
        callback(...args);
        note("resize observed", from);
      });
    }
  };
  const ownRequest = requestAnimationFrame;
  globalThis.requestAnimationFrame = (callback) => ownRequest((time) => { const from = now(); callback(time); note("frame", from); });
  new PerformanceObserver((l) => l.getEntries().forEach((e) => steps.push([e.name, e.startTime, 0]))).observe({ type: "paint", buffered: true });
})();
