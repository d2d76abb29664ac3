// Put into every page that is measured, before any script of its own. It notes
// when things happen and changes nothing about them. Times are milliseconds
// since the navigation began.
(() => {
  if (globalThis.probe) return;
  const now = () => performance.now();
  const probe = (globalThis.probe = { frames: [], painted: [], presses: [], pressable: 0, honoured: 0, memory: () => 0 });

  // Frames: when each began, how long the page's own work in it took, and how
  // many drawing commands it gave the graphics.
  // When something had been drawn is noted besides, whatever brought it about:
  // the engine draws its first frame as it starts, outside of any.
  let draws = 0;
  let drawing = false;
  const ownRequest = requestAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = (callback) =>
    ownRequest((time) => {
      const at = now();
      const before = draws;
      callback(time);
      if (draws > before) probe.frames.push({ time, at, work: now() - at, draws: draws - before });
    });
  for (const name of ["drawElements", "drawArrays"]) {
    const own = WebGL2RenderingContext.prototype[name];
    WebGL2RenderingContext.prototype[name] = function (...args) {
      draws++;
      if (!drawing) {
        drawing = true;
        queueMicrotask(() => {
          drawing = false;
          probe.painted.push(now());
        });
      }
      return own.apply(this, args);
    };
  }

  // The program's memory.
  const ownInstantiate = WebAssembly.instantiate;
  const ownStreaming = WebAssembly.instantiateStreaming;
  const keep = (made) => {
    const mem = (made.instance ?? made).exports?.mem;
    if (mem) probe.memory = () => mem.buffer.byteLength;
    return made;
  };
  WebAssembly.instantiate = (...args) => ownInstantiate.apply(WebAssembly, args).then(keep);
  WebAssembly.instantiateStreaming = (...args) => ownStreaming.apply(WebAssembly, args).then(keep);

  const shown = (button) => !button.disabled && !button.closest("[hidden]"); // asking where it lies would cost a layout
  const replies = () => [...document.querySelectorAll('[role=group][aria-label="Your replies"] button')].filter((b) => shown(b) && b.textContent !== "Play again");
  const onward = () => {
    const all = [...document.querySelectorAll("button")].filter(shown);
    for (const words of ["Start", "Continue", "Play again"]) {
      const found = all.find((b) => b.textContent === words);
      if (found) return found;
    }
    return null;
  };
  const said = () => document.querySelector("[role=log]")?.textContent ?? "";
  const contentful = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
  Object.assign(probe, { replies, onward, said, contentful });

  // The first reply that can be pressed. For an eager player, what stands before
  // it (a first screen, a scene) is pressed as soon as it is there.
  let pressed = null;
  const look = () => {
    if (probe.pressable || !document.body) return;
    if (replies().length > 0) {
      probe.pressable = now();
      observer.disconnect();
      if (globalThis.eager === "reply") setTimeout(answer);
      return;
    }
    const button = onward();
    if (button) probe.firstPress ??= now();
    if (button && button !== pressed && globalThis.eager) {
      pressed = button;
      probe.presses.push([button.textContent, now()]);
      setTimeout(() => button.click());
    }
  };
  // answer presses it, and notes when the client has answered: from then on the
  // press is honoured.
  const answer = () => {
    const was = said();
    const heard = new MutationObserver(() => {
      const words = said();
      if (words === was || words === "") return;
      probe.honoured = now();
      heard.disconnect();
    });
    heard.observe(document.body, { childList: true, subtree: true, characterData: true });
    replies()[0].click();
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true, attributes: true });
  addEventListener("DOMContentLoaded", look);

  // press waits for the next press on a reply, by whatever hand, and tells how
  // long after it the next words stood in the page and were drawn, and in which
  // frame after it that was.
  probe.press = () =>
    new Promise((resolve) => {
      addEventListener(
        "click",
        (e) => {
          const was = said();
          const told = { at: e.timeStamp, words: 0, drawn: 0, frame: 0 };
          const frames = probe.frames.length;
          const watch = new MutationObserver(() => {
            if (!told.words && said() !== was) told.words = now() - told.at;
          });
          watch.observe(document.body, { childList: true, subtree: true, characterData: true });
          const ticks = [];
          const tick = (time) => {
            ticks.push(time);
            const drawn = probe.frames[frames];
            if (!drawn && document.querySelector("canvas") && ticks.length < 120) return void ownRequest(tick);
            told.drawn = (drawn?.at ?? now()) - told.at;
            told.frame = drawn ? ticks.filter((t) => t <= drawn.time).length : ticks.length;
            watch.disconnect();
            resolve(told);
          };
          ownRequest(tick);
        },
        { capture: true, once: true },
      );
    });

  // toEnding plays on, first replies first, until the conversation has ended.
  probe.toEnding = async () => {
    for (let steps = 0; steps < 500 && !document.querySelector('[role=radiogroup][aria-label^="Would I buy"]'); steps++) {
      (replies()[0] ?? onward())?.click();
      await new Promise((resolve) => ownRequest(resolve));
    }
  };

  // toDebrief opens the debrief of what has ended and tells how long its screen
  // took to stand in the page, and to be drawn.
  probe.toDebrief = () =>
    new Promise((resolve) => {
      const frames = probe.frames.length;
      const at = now();
      onward().click();
      const told = { words: now() - at, drawn: 0 };
      const tick = () => {
        const drawn = probe.frames[frames];
        if (!drawn) return void ownRequest(tick);
        told.drawn = drawn.at + drawn.work - at;
        resolve(told);
      };
      ownRequest(tick);
    });

  // play holds whole conversations, a press a frame, with chance of its own; of
  // each it looks at the debrief, the client's chair and a what-if, where there
  // are such. It stops after so many replies.
  probe.play = async (conversations, pause = 0, most = Infinity) => {
    let x = 12345;
    let over = 0;
    const next = () => new Promise((resolve) => (pause ? setTimeout(resolve, pause) : ownRequest(() => ownRequest(resolve))));
    const again = onward();
    if (again?.textContent === "Play again") again.click();
    for (let steps = 0; over < conversations && steps < 20000; steps++) {
      const offered = replies();
      if (offered.length && most-- <= 0) break;
      x ^= x << 13; x ^= x >>> 17; x ^= x << 5;
      const button = offered.length ? offered[(x >>> 8) % offered.length] : onward();
      if (button?.textContent === "Play again") {
        for (const words of ["Their chair", "Back to the debrief", "What if", "", "Back to the debrief"]) {
          const there = words ? [...document.querySelectorAll("button")].find((b) => shown(b) && b.textContent === words) : replies()[0];
          if (!there) continue;
          there.click();
          await next();
        }
        if (++over === conversations) break;
        onward()?.click();
        await next();
        continue;
      }
      button?.click();
      await next();
    }
    return over;
  };

  probe.resources = () => [location.pathname, ...performance.getEntriesByType("resource").map((e) => new URL(e.name).pathname)];
})();
