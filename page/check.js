// The self-test page: each section tries one thing and says how it stands.

import { keep } from "./keep.js";

const byId = (id) => document.getElementById(id);

// came says what a section has come to: good, bad or open, and in words.
function came(id, is, text) {
  byId(id).closest("section").dataset.is = is;
  byId(id).textContent = text;
}

// ---- phones

// What the server answers beside the site's own files, where it hosts rooms.
const server = { rooms: "../rooms", open: "open" };

async function phones() {
  let answer;
  try {
    answer = await fetch(server.rooms, { headers: { Accept: "application/json" } });
    if (!answer.ok || !(await answer.json()).rooms) throw new Error("none");
    answer = await (await fetch(server.open, { method: "POST" })).json();
  } catch {
    came("phones", "open", "This address hosts no rooms, so phones have nothing to reach. The room can raise its hands.");
    byId("no-phones").hidden = false;
    return;
  }
  came("phones", "open", "No phone has come yet.");
  byId("square").src = answer.svg;
  byId("address").textContent = answer.address;
  byId("chosen").textContent = answer.chosen;
  byId("try").hidden = byId("no-phone").hidden = false;
  const news = new EventSource(`seen?t=${answer.t}`);
  news.onmessage = (e) => arrived(JSON.parse(e.data) ?? []);
  news.onerror = () => {
    if (news.readyState === EventSource.CLOSED) came("phones", "bad", "The program on this laptop has stopped. Start it again and load this page anew.");
  };
}

function arrived(all) {
  byId("arrived").replaceChildren(...all.map((p) => {
    const li = document.createElement("li");
    li.textContent = inWords(p);
    return li;
  }));
  const others = all.filter((p) => !p.self);
  if (others.length > 0) {
    const slow = others.some((p) => p.done && p.ms > 500);
    came("phones", "good", slow
      ? "Phones reach this laptop, slowly: more than half a second there and back. A room full of them may be slower still."
      : "Phones reach this laptop.");
  } else if (all.length > 0) {
    came("phones", "open", "Only this laptop itself has come, which says nothing of the network. Try a phone.");
  }
}

function inWords(p) {
  const who = p.self ? "This laptop itself" : `Phone ${p.n}`;
  if (!p.done) return `${who} is here; how well it is connected is being tried …`;
  const how = p.socket ? "a live connection works" : p.events ? "a live connection is cut on the way, the spare one works" : "only asking every few seconds works, which is enough";
  return `${who}: ${p.ms} ms there and back; ${how}.`;
}

// ---- sound

function sound() {
  byId("play").addEventListener("click", async () => {
    try {
      const audio = new AudioContext();
      await audio.resume();
      for (const [i, pitch] of [392, 523].entries()) {
        const at = audio.currentTime + 0.1 + i * 0.5;
        const tone = audio.createOscillator(), loud = audio.createGain();
        tone.frequency.value = pitch;
        loud.gain.setValueAtTime(0, at);
        loud.gain.linearRampToValueAtTime(0.25, at + 0.04);
        loud.gain.exponentialRampToValueAtTime(0.001, at + 0.45);
        tone.connect(loud).connect(audio.destination);
        tone.start(at);
        tone.stop(at + 0.5);
      }
      came("sound", "open", "Playing. Did you hear them, from where you want them to come?");
      byId("heard").hidden = byId("silent").hidden = false;
    } catch (fault) {
      came("sound", "bad", `This browser plays no sound: ${fault.message}. The game says everything in words too.`);
    }
  });
  byId("heard").addEventListener("click", () => came("sound", "good", "Sound works."));
  byId("silent").addEventListener("click", () =>
    came("sound", "bad", "Look at the volume, then at which output the laptop plays to: with a projector by HDMI it often is the projector. The game needs no sound; everything is in words."));
}

// ---- text

function text() {
  const measure = () => {
    const letters = Math.round(innerHeight / 22);
    byId("text").textContent = `The picture is ${innerHeight} high, these letters ${letters}.`
      + (innerHeight < screen.height * 0.95 ? " The window does not fill the screen yet." : "");
  };
  measure();
  addEventListener("resize", measure);
  const section = byId("text").closest("section");
  const said = (is, words) => {
    section.dataset.is = is;
    measure();
    byId("text").textContent += ` ${words}`;
  };
  byId("reads").addEventListener("click", () => said("good", "The back row can read it."));
  byId("blurs").addEventListener("click", () =>
    said("bad", "Sharpen the projector, dim the light in front of the wall, or let the last rows move up. The text size in the game’s settings makes letters larger still."));
}

// ---- kept for offline

// count asks the worker how much it keeps.
function count(worker) {
  return new Promise((resolve) => {
    navigator.serviceWorker.addEventListener("message", (e) => resolve(e.data), { once: true });
    worker.postMessage("kept");
  });
}

async function offline() {
  if (!globalThis.isSecureContext) {
    came("kept", "bad", "Browsers keep a page only from an https address or from this computer itself (localhost). Without a network this one does not open.");
    return;
  }
  const registered = await keep();
  if (!registered) {
    came("kept", "bad", "This browser keeps nothing for this page. Stay connected, or start the program on this laptop: it needs no network.");
    return;
  }
  const coming = registered.installing ?? registered.waiting;
  if (coming) {
    came("kept", "open", "Keeping the game on this computer …");
    await new Promise((done) => coming.addEventListener("statechange", () => /activated|redundant/.test(coming.state) && done()));
  }
  const worker = registered.active;
  const found = worker ? await count(worker) : { kept: 0, of: 1 };
  if (found.kept === found.of) came("kept", "good", `Yes: all ${found.of} files are kept on this computer.`);
  else came("kept", "bad", `Not yet: ${found.kept} of ${found.of} files are kept. Load this page again while you are connected.`);
}

// ---- the picture

function picture() {
  const gl = document.createElement("canvas").getContext("webgl2");
  gl?.getExtension("WEBGL_lose_context")?.loseContext();
  if (typeof WebAssembly !== "object") return came("picture", "bad", "No: this browser is too old for the game. Any of the last few years runs it.");
  const draws = gl ? "The picture can be drawn." : "The picture cannot be drawn here (no WebGL 2); the game shows as text, with nothing else missing.";
  const two = screen.isExtended;
  const screens = two === true ? " Two screens, each with its own picture: the notes can stay on yours."
    : two === false ? " Only one screen is seen, or both show the same. Connect the projector and extend the desktop, do not mirror it: else everyone reads your notes." : "";
  came("picture", gl && two !== false ? "good" : "open", draws + screens);
  screen.addEventListener?.("change", picture, { once: true });
}

phones();
sound();
text();
offline();
picture();
