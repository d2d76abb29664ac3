// Measures the rules in the browser beside inkjs and bondage. The bench calls
// what is put on globalThis.engine.

import { Story } from "./ink.mjs";
import { bondageGames, inkGames } from "./games.js";

const shipped = "nine-months-late";

async function start() {
  const go = new Go();
  const ready = new Promise((resolve) => (globalThis.engineReady = resolve));
  const { instance } = await WebAssembly.instantiateStreaming(fetch("engine.wasm"), go.importObject);
  go.run(instance);
  await ready;
  const story = new Story(await (await fetch("story.json")).text());
  const runner = new bondage.Runner();
  runner.load(await (await fetch("yarn.json")).json());
  globalThis.engine = measures(story, runner, () => instance.exports.mem.buffer.byteLength);
}

function timed(f) {
  const from = performance.now();
  const n = f();
  return { n, ms: performance.now() - from };
}

function measures(story, runner, memory) {
  return {
    ready: earned_ready(shipped),
    // Each of these returns what was counted and the milliseconds it took.
    ours: (games) => timed(() => earned_play(shipped, 0, games)),
    ink: (games) => timed(() => inkGames(story, 0, games)),
    yarn: (games) => timed(() => bondageGames(bondage, runner, 0, games)),
    odds: (name) => timed(() => earned_odds(name)),
    make: (name) => earned_ready(name),
    allocations: (games) => {
      const before = earned_allocated();
      const replies = earned_play(shipped, 0, games);
      return { n: replies, ms: earned_allocated() - before };
    },
    ways: (games) => {
      const told = [];
      inkGames(story, 0, games, told);
      return told;
    },
    memory,
  };
}

start();
