// The page before the game is here. The first conversation up to its first
// beat stands in the page as elements (internal/site makes them of the game's
// own screens): they are shown as they are pressed, and what is pressed is
// kept, in order, for the game to carry out. A small script of its own, loaded
// before what it listens to; all else comes once the page is seen, or pressed.
(() => {
  // Its letters, by weight, put before this script when the site is made
  // (internal/site). They are there before anything can be laid out: letters
  // that come after the words move them.
  function typeset(win) {
    for (const [weight, bytes] of Object.entries(globalThis.letters ?? {})) {
      const data = Uint8Array.fromBase64?.(bytes) ?? Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0));
      win.document.fonts.add(new win.FontFace("Atkinson Hyperlegible Next", data, { weight }));
    }
  }
  typeset(globalThis);

  const byId = (id) => document.getElementById(id);
  const early = (globalThis.early = {
    button: "", // of the first screen that was pressed: start or words
    presses: [], // what was pressed after it, as the game's actions
    shown: 0, // how many of them led to a screen that the page has
    seed: crypto.getRandomValues(new BigUint64Array(1))[0] & 0xfffffffffn, // as long as a run keeps (game/talk, run.go)
    waits: false, // for the game: what was pressed last needs it
    over: false, // the game is here, and hears presses itself
    plain: matchMedia("(forced-colors: active)").matches || !CSS.supports("width", "round(1.5px, 1px)"),
    started: () => {}, // boot.js: the game is wanted
    waiting: () => {}, // boot.js: something was pressed that waits for it
    show,
    say,
    typeset, // notes.js: a window of this page's
  });

  // Fetching, unpacking and compiling the game, and even its pictures, take what
  // the first words need to be painted.
  early.seen = new Promise((seen) => {
    addEventListener("click", (e) => e.target.closest?.("#start, #words") && seen());
    try {
      if (sessionStorage.getItem("earned.going")) seen();
    } catch {
      /* it will be seen soon */
    }
    new PerformanceObserver(seen).observe({ type: "paint", buffered: true });
    setTimeout(seen, 500); // a page behind another is not painted
  });
  early.seen.then(() => {
    early.answer = fetch("earned.wasm", { priority: "low" });
    // Compiled beside this thread, unless it is worth counting the bytes
    // (load.js).
    early.program = early.answer.then((answer) => (answer.ok && !slow() ? WebAssembly.compileStreaming(answer) : null));
    early.program.catch(() => {}); // boot.js says it
    // What was pressed is answered first.
    setTimeout(() => {
      import("./boot.js").catch(() => {
        byId("late-says").textContent = "The game could not be fetched. Check the connection and load the page again; what is here can be read.";
        byId("late").hidden = false;
        say(byId("late-says").textContent);
      });
      document.documentElement.dataset.seen = "";
    }, early.button ? 25 : 0);
  });

  // slow tells whether the game will take some seconds to come in, by how long
  // what is here already took.
  function slow() {
    const much = 4_000_000; // bytes of the game, compressed
    let bytes = 0;
    let time = 0;
    for (const r of [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]) {
      if (r.transferSize < 5000) continue; // kept from before, or a single packet
      bytes += r.transferSize;
      time += r.responseEnd - r.responseStart;
    }
    return bytes > 0 && (much / bytes) * time > 2500;
  }

  // Who has been here before, or comes by a link, goes on elsewhere: that the
  // game alone knows.
  function begins() {
    try {
      return localStorage.getItem("earned") === null && sessionStorage.getItem("earned.going") === null && location.hash === "";
    } catch {
      return true; // nothing is kept here
    }
  }

  function start(button) {
    if (early.button) return;
    early.button = button.id;
    early.plain ||= button.id === "words";
    if (begins()) {
      order();
      press("open", button);
    } else {
      early.presses.push("open");
    }
    early.started(button.id);
  }

  function press(action, button) {
    if (early.waits) return;
    early.presses.push(action);
    if (!show(action)) {
      early.waits = true;
      button.classList.add("pressed");
      early.waiting();
      return;
    }
    early.shown = early.presses.length;
  }

  // show shows the screen that comes after an action; false: the page has none.
  const wide = matchMedia("(min-width: 760px) and (min-aspect-ratio: 1/1)");
  let now = ""; // the action whose screen is shown
  function show(action = now) {
    const twin = byId("twin");
    const composed = early.plain || wide.matches ? "wide" : "upright"; // text mode has one composition
    const all = [...twin.querySelectorAll(`[data-after="${action}"]`)];
    const main = all.find((m) => !m.dataset.for || m.dataset.for === composed);
    if (!main || early.over) return false;
    const again = action === now;
    now = action;
    for (const m of twin.children) m.hidden = m !== main;
    twin.className = early.plain ? "plain" : "still";
    twin.hidden = false;
    byId("shell").hidden = true;
    const log = main.querySelector("[role=log]");
    if (log) requestAnimationFrame(() => early.over || (log.parentElement.scrollTop = log.parentElement.scrollHeight));
    if (again) return true;
    (main.querySelector("[role=group] button") ?? main.querySelector("h1")).focus({ preventScroll: true });
    if (log) say(words(log.lastElementChild));
    return true;
  }
  wide.addEventListener("change", () => now && show());

  // A log that has just appeared is not read aloud: its last words are.
  const words = (e) => [...e.children].filter((c) => !c.ariaHidden).map((c) => c.textContent).join(" ");
  let hush = 0;
  function say(text) {
    byId("announce").textContent = text;
    clearTimeout(hush);
    hush = setTimeout(() => (byId("announce").textContent = ""), 1500);
  }

  // order shuffles the first replies as game/talk does (order.go).
  function order() {
    const group = document.querySelector("#twin [role=group]");
    const beat = BigInt(group.closest("main").dataset.beat);
    const shown = [...group.children];
    const cut = (x) => BigInt.asUintN(64, x);
    let x = early.seed ^ cut((beat + 1n) * 0x9e3779b97f4a7c15n);
    for (let i = shown.length - 1; i > 0; i--) {
      x = cut(x + 0x9e3779b97f4a7c15n);
      x = cut((x ^ (x >> 30n)) * 0xbf58476d1ce4e5b9n);
      x = cut((x ^ (x >> 27n)) * 0x94d049bb133111ebn);
      x ^= x >> 31n;
      const k = Number(x % BigInt(i + 1));
      [shown[i], shown[k]] = [shown[k], shown[i]];
    }
    shown.forEach((b, i) => {
      b.dataset.digit = i + 1;
      b.setAttribute("aria-keyshortcuts", i + 1);
    });
    group.append(...shown);
  }

  addEventListener("click", (e) => {
    if (!early.over && e.target.closest?.("#workshop")) {
      e.preventDefault();
      location.hash = "workshop"; // the game follows it
      start(byId("start"));
      return;
    }
    const button = !early.over && e.target.closest?.("#start, #words, #twin [data-press]");
    if (!button) return;
    if (button.dataset.press) press(button.dataset.press, button);
    else start(button);
  });

  // Within the replies the keys mean what they mean in the game (docs/twin.md).
  addEventListener("keydown", (e) => {
    const group = !early.over && !e.ctrlKey && !e.altKey && !e.metaKey && e.target.closest?.("#twin [role=group]");
    if (!group) return;
    const all = [...group.children];
    if (/^[1-9]$/.test(e.key)) {
      if (!e.repeat) all[e.key - 1]?.click();
      return;
    }
    const at = all.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[e.key];
    if (to === undefined || !all[to]) return;
    e.preventDefault();
    all[to].focus();
  });

  // handOver leaves to the game the elements of the screen that is shown: their
  // ids, and how far those that scroll are scrolled. Nothing where none is.
  early.handOver = () => {
    early.over = true;
    const twin = byId("twin");
    for (const e of twin.querySelectorAll(":scope > [hidden], .drawn")) e.remove();
    for (const e of twin.querySelectorAll(".pressed")) e.classList.remove("pressed");
    const all = [...twin.querySelectorAll("[id]")];
    const scrolled = all.filter((e) => e.scrollTop > 0).map((e) => `${e.id}\x1f${e.scrollTop}`);
    return [all.map((e) => e.id).join("\x1f"), ...scrolled].join("\x1e");
  };
})();
