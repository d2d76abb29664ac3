// The page around the game: the first screen, loading, starting, and the crash
// screen. The game finds it as `earned` (game/web/page_js.go).

import { keep } from "./keep.js";
import "../wasm_exec.js";
import { load, inWords } from "./load.js";
import { Pace } from "./pace.js";
import { apply } from "./twin.js";
import * as notes from "./notes.js";

const early = globalThis.early; // page/early.js
const byId = (id) => document.getElementById(id);
const pace = new Pace((callback) => requestAnimationFrame(callback));

const SAVE = "earned"; // game/screens keeps everything under this name
const GOING = "earned.going"; // in this tab: how the game is shown, so that a reload goes on
const LOSSES = "earned.losses"; // in this tab: when the graphics were lost

const bridge = {
  mode: "canvas",
  first: false, // the game was started by a press on the first screen
  // By the one that asks for text.
  get words() {
    return early.button === "words";
  },
  presses: () => early.presses.join(" "), // since then, for the game to carry out
  // How many of them this page has answered by itself, until it hands over.
  get shown() {
    return early.shown;
  },
  // By which it shuffled the first replies.
  get seed() {
    return early.shown > 0 ? String(early.seed) : "";
  },
  handOver: () => early.handOver(),
  ready() {
    byId("shell").hidden = byId("late").hidden = true;
    document.body.dataset.mode = bridge.mode;
  },
  show(mode) {
    bridge.mode = mode;
    document.body.dataset.mode = mode;
    remember(GOING, mode);
  },
  run(code) {
    runCode = code;
  },
  apply,
  ...notes,
  host: () => import("./host.js"),
  wake: pace.wake,
  wakeIn: pace.wakeIn,
  // Whether the picture can be shown: the engine's own canvas is asked, and
  // only now. Until the browser has its graphics up, the page's thread waits for
  // them, and with it a program that is coming in.
  get draws() {
    return canDraw(document.querySelector("canvas"));
  },
  reload() {
    location.reload();
  },
  say,
  crash,
  lost,
};
globalThis.earned = bridge;

let hush = 0;

// say shows a line over the game for long enough to be read.
function say(text) {
  byId("toast").textContent = text;
  clearTimeout(hush);
  hush = setTimeout(() => (byId("toast").textContent = ""), 4000 + 80 * text.length);
}

let runCode = "";
let state = "shell"; // shell → waiting → running → crashed
let program = null; // a promise of the compiled game

// Session storage may be blocked; then a reload begins at the first screen.
function remember(name, value) {
  try {
    if (value === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, value);
  } catch {
    /* nothing is lost but convenience */
  }
}

function recall(name) {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
}

function keepsNothing() {
  try {
    localStorage.setItem("earned.probe", "1");
    localStorage.removeItem("earned.probe");
    return false;
  } catch {
    return true;
  }
}

let far = ""; // how far the game is, in words
let failed = null; // the note that it could not be fetched

function fetchGame() {
  const bar = byId("bar");
  const total = Number(document.querySelector("meta[name=earned-bytes]")?.content) || 0;
  far = inWords(0);
  program = load(early.answer ?? fetch("earned.wasm"), {
    total,
    compiling: early.program,
    said(bytes, all) {
      byId("progress").hidden = false;
      byId("bytes").textContent = far = inWords(bytes, all);
      kept();
      if (all > 0 && bytes > 0) {
        bar.max = all;
        bar.value = bytes;
      }
    },
  });
  program.then(
    () => {
      bar.max = bar.value = 1;
      setTimeout(keep, 5000); // what the player waits for comes first
      byId("bytes").textContent = "Ready";
      far = "The game begins.";
      kept();
      if (state === "shell") canDraw(document.createElement("canvas")); // nobody waits for it yet
    },
    (fault) => {
      program = early.answer = early.program = null;
      byId("progress").hidden = true;
      const says = `${fault.message} Check the connection and load the page again.`;
      failed?.remove();
      failed = note(says);
      if (state === "waiting") release();
      if (early.shown === 0) return;
      late(`${says} What you chose so far is kept, and what is here can be read.`, true);
      early.say(says);
    },
  );
}

// kept says, where what was pressed waits for the game, how far that is.
function kept() {
  if (early.waits && state === "waiting") late(`Your answer is kept. ${far}`);
}

// late says, beside the screens that the page shows by itself, why the game is
// not here yet; again offers to fetch it once more. It is not read aloud: it
// comes with its words, and then counts.
function late(text, again = false) {
  byId("late").hidden = false;
  byId("late-again").hidden = !again;
  if (byId("late-says").textContent !== text) byId("late-says").textContent = text;
}

function note(text) {
  const line = document.createElement("span");
  line.textContent = text;
  byId("notes").append(line);
  return line;
}

let drawing = null; // whether the engine would start; null: not known yet

// canDraw asks a canvas for what the engine needs, as the engine does.
function canDraw(canvas) {
  if (drawing === null) {
    try {
      drawing = canvas.getContext("webgl2", { alpha: true, premultipliedAlpha: true, stencil: true }) !== null;
    } catch {
      drawing = false; // some extensions refuse by throwing
    }
    if (!drawing) inText();
  }
  return drawing;
}

// usual is how the game is shown where nobody asked for text.
const usual = () => (drawing === false || matchMedia("(forced-colors: active)").matches ? "text" : "canvas");

// A link that brings a run shows it at once (game/screens, share.go).
const brings = location.hash.startsWith("#run=");

// inText shows the game as text, where it cannot be drawn.
function inText() {
  early.plain = true;
  early.show();
  byId("words").hidden = true;
  if (state !== "shell") bridge.show("text");
  note("This browser cannot draw the picture (it has no WebGL 2), so the game is shown as text. Nothing else is missing.");
}

// begin starts the game, as soon as it is here: a press that comes early is
// kept. pressed tells a press from a reload that goes on by itself.
async function begin(mode, pressed) {
  if (state !== "shell") return;
  state = "waiting";
  byId("shell").setAttribute("aria-busy", "true");
  const button = byId(mode === "text" && !byId("words").hidden ? "words" : "start");
  button.classList.add("pressed");
  byId("late").hidden = true;
  if (!program) fetchGame();
  let compiled;
  try {
    compiled = await program;
  } catch {
    return; // said already, by fetchGame
  }
  if (!pressed) note(brings ? "Opening what the link shows." : "Going on where you were.");
  bridge.mode = mode;
  bridge.first = pressed;
  remember(GOING, mode);
  await run(compiled);
}

// release lets the first screen be used again, where that is still shown.
function release() {
  state = "shell";
  byId("shell").removeAttribute("aria-busy");
  for (const b of document.querySelectorAll(".pressed")) b.classList.remove("pressed");
  if (early.shown > 0) return;
  early.button = "";
  early.presses = [];
}

// lastWords keeps the end of what the game writes, which is where Go says why
// it died.
let lastWords = "";

function listen() {
  const decoder = new TextDecoder();
  const write = globalThis.fs.writeSync;
  globalThis.fs.writeSync = (fd, bytes) => {
    lastWords = (lastWords + decoder.decode(bytes)).slice(-4000);
    return write.call(globalThis.fs, fd, bytes);
  };
}

async function run(compiled) {
  const go = new globalThis.Go();
  go.env = { GOGC: "400" }; // nobody waits for a collection before the first frame (cmd/wasm)
  listen();
  const instance = await WebAssembly.instantiate(compiled, go.importObject);
  state = "running";
  const ended = pace.capture(globalThis, () => go.run(instance));
  await ended;
  go._resume = () => {}; // its listeners are still there, and it would complain at each event
  crash(`The game ended by itself.\n${lastWords}`);
}

// crash shows the crash screen, once.
function crash(message) {
  if (state === "crashed") return;
  state = "crashed";
  remember(GOING, null);
  const again = crashedJustNow();
  byId("shell").hidden = true;
  byId("twin").hidden = true;
  byId("twin").replaceChildren();
  document.querySelector("canvas")?.remove();
  document.body.dataset.mode = "crash";
  byId("crash-said").textContent = message;
  byId("crash-run").hidden = !runCode;
  byId("code").value = runCode;
  byId("restart-words").hidden = bridge.mode === "text";
  byId("afresh").hidden = !again;
  byId("crash").hidden = false;
  byId("crash-title").focus();
}

// crashedJustNow tells whether this tab's last crash was within a minute: then
// going on from what is kept may lead straight into the next one.
function crashedJustNow() {
  const last = Number(recall("earned.crash")) || 0;
  remember("earned.crash", String(Date.now()));
  return Date.now() - last < 60_000;
}

// lost counts lost graphics contexts. The engine loads the page anew at each
// (ebiten #1603) and the game goes on where it was; after three within a minute
// it goes on in text.
function lost() {
  const now = Date.now();
  const times = (recall(LOSSES) ?? "").split(" ").map(Number).filter((t) => now - t < 60_000);
  times.push(now);
  remember(LOSSES, times.join(" "));
  if (times.length >= 3) remember(GOING, "text");
}

function restart(mode) {
  remember(GOING, mode);
  location.reload();
}

// setAside moves what is kept to another name, where it can be looked at.
function setAside() {
  try {
    const kept = localStorage.getItem(SAVE);
    if (kept !== null) localStorage.setItem(`${SAVE}.broken`, kept);
    localStorage.removeItem(SAVE);
  } catch {
    /* nothing was kept, then */
  }
}

async function copyCode() {
  try {
    await navigator.clipboard.writeText(runCode);
  } catch {
    byId("code").select();
    document.execCommand("copy");
  }
  byId("copied").textContent = "Copied.";
}

async function main() {
  byId("restart").addEventListener("click", () => restart(bridge.mode));
  byId("restart-words").addEventListener("click", () => restart("text"));
  byId("afresh").addEventListener("click", () => {
    setAside();
    restart(bridge.mode);
  });
  byId("copy").addEventListener("click", copyCode);
  addEventListener("error", (e) => {
    if (state === "running") crash(e.message || "An error with no message.");
  });
  addEventListener("unhandledrejection", (e) => {
    if (state === "running" || state === "waiting") crash(String(e.reason?.message ?? e.reason));
  });

  if (typeof WebAssembly !== "object" || typeof WebAssembly.compileStreaming !== "function" && typeof WebAssembly.compile !== "function") {
    note("This browser is too old for the game: it has no WebAssembly. Any browser of the last few years has it.");
    byId("start").disabled = byId("words").disabled = true;
    return;
  }
  fetchGame();
  const going = recall(GOING);
  if (keepsNothing()) note("This browser keeps nothing for this page: your conversation is forgotten when you close it.");
  const press = {
    start: () => begin(usual(), true),
    words: () => begin("text", true),
  };
  early.started = (button) => press[button]();
  early.waiting = () => {
    kept();
    early.say("Your answer is kept.");
  };
  byId("late").setAttribute("aria-live", "off");
  byId("late-again").addEventListener("click", () => press[early.button]());
  if (early.button) press[early.button]();
  if (early.waits) early.waiting();
  if (going) begin(drawing === false ? "text" : going, false);
  else if (brings) begin(usual(), false);
}

main();
