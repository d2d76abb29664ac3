// The room on the workshop's server, as the laptop that holds it sees it. It is
// fetched only when a workshop with phones is wanted. The game tells it what to
// do and is told how things stand; the contract is docs/workshop.md's.

const KEPT = "earned.host"; // the room this browser holds: a crash comes back to it
const AS = "earned.as"; // this tab's name, so that a reload is no other laptop

let told = () => {};
let room = null; // {code, secret}
let stands = { asked: false, rooms: false, why: "", link: "none", missed: 0 };
let socket = null;
let events = null; // an AbortController, of the fallback
let wants = false; // a connection is wanted
let tries = 0;
let next = 0;

const storage = (f) => {
  try {
    return f();
  } catch {
    return null; // nothing is kept here
  }
};

function as() {
  let id = storage(() => sessionStorage.getItem(AS));
  if (!id) {
    id = random();
    storage(() => sessionStorage.setItem(AS, id));
  }
  return id;
}

const random = () => Array.from(crypto.getRandomValues(new Uint8Array(12)), (b) => b.toString(36)).join("").slice(0, 20);

// The game is told when what it is doing is done: it may be asking just now.
function tell(change) {
  const now = (stands = { ...stands, ...change });
  queueMicrotask(() => told(now));
}

// begin asks the server whether it hosts rooms.
export async function begin(hear) {
  told = hear;
  stands = { ...stands, asked: false };
  try {
    const answer = await fetch(address("rooms"), { headers: { Accept: "application/json" } });
    const says = answer.ok ? await answer.json().catch(() => null) : null;
    if (!says?.rooms) throw new Error(answer.status === 404 || answer.ok ? "This page comes from a plain web host, which keeps no rooms." : `The server answered ${answer.status}.`);
    tell({ asked: true, rooms: true, why: says.address ?? "" });
  } catch (fault) {
    const why = fault instanceof TypeError ? "The server cannot be reached." : fault.message;
    tell({ asked: true, rooms: false, why: `${why} Phones need the workshop’s own server on this network; a show of hands needs nothing.` });
  }
}

// make opens a room of its own.
export async function make() {
  leave();
  tell({ link: "connecting", code: "", join: "", qr: "", refused: "" });
  try {
    const answer = await fetch(address("rooms"), { method: "POST" });
    const says = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Error(says.why ?? `The server answered ${answer.status}.`);
    take(says.code, says.secret);
  } catch (fault) {
    tell({ link: "none", refused: fault instanceof TypeError ? "The server cannot be reached." : fault.message });
  }
}

// take holds the room of that code, with its secret. It is kept once the server
// has let it be held: until then the one that was held before is.
export function take(code, secret) {
  drop();
  room = { code: code.trim().toUpperCase(), secret: secret.trim() };
  wants = true;
  tries = 0;
  tell({ link: "connecting", code: room.code, secret: room.secret, qr: "", refused: "" });
  connect();
}

// resume goes on with the room that this browser held, where it held one.
export function resume() {
  const kept = storage(() => JSON.parse(localStorage.getItem(KEPT)));
  if (!kept) tell({ link: "none" });
  else if (!wants || room.code !== kept.code) take(kept.code, kept.secret);
}

// leave lets go of the room; it goes on without this laptop until it expires.
export function leave() {
  drop();
  room = null;
  storage(() => localStorage.removeItem(KEPT));
  tell({ link: "none", code: "", secret: "", join: "", qr: "", counts: null, kept: "" });
}

function drop() {
  wants = false;
  clearTimeout(next);
  socket?.close();
  events?.abort();
  socket = events = null;
}

const address = (path) => new URL(path, document.baseURI);

// connect tries a WebSocket, and where that does not open, server-sent events.
function connect() {
  if (!wants) return;
  clearTimeout(next);
  const url = address(`rooms/${room.code}/host`);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  const mine = (socket = new WebSocket(url));
  let heard = false;
  const late = setTimeout(() => heard || mine.close(), 5000);
  mine.onopen = () => mine.send(JSON.stringify({ secret: room.secret, as: as() }));
  mine.onmessage = (e) => {
    heard = true;
    clearTimeout(late);
    got(JSON.parse(e.data));
  };
  mine.onclose = (e) => {
    clearTimeout(late);
    if (mine !== socket) return;
    socket = null;
    if (e.code === 1008) return refused("That is not the secret of this room, or the room is over.");
    if (!wants) return;
    if (heard) again();
    else listen();
  };
}

// listen is the fallback: events by a plain fetch, messages by POST.
async function listen() {
  const mine = (events = new AbortController());
  try {
    const answer = await fetch(address(`rooms/${room.code}/host/events?as=${as()}`), { headers: bearer(), signal: mine.signal });
    if (answer.status === 401 || answer.status === 403 || answer.status === 404) return refused("That is not the secret of this room, or the room is over.");
    if (!answer.ok) throw new Error(String(answer.status));
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      rest += value;
      for (let end; (end = rest.indexOf("\n\n")) >= 0; rest = rest.slice(end + 2)) {
        const data = rest.slice(0, end).replace(/^data: /, "");
        if (data && !data.startsWith(":")) got(JSON.parse(data));
      }
    }
  } catch {
    // cut: again
  }
  if (events === mine) {
    events = null;
    if (wants) again();
  }
}

const bearer = () => ({ Authorization: `Bearer ${room.secret}` });

function refused(why) {
  drop();
  tell({ link: "refused", refused: why });
}

function again() {
  tell({ link: "lost" });
  tries++;
  next = setTimeout(connect, Math.min(250 * 2 ** Math.min(tries, 4), 4000) * (0.75 + Math.random() / 2));
}

addEventListener("online", () => wants && !socket && !events && connect());

function got(message) {
  if (message.refused !== undefined) return missed(message.why);
  const r = message.room;
  if (!r) return;
  const qr = r.qr || stands.qr;
  tries = 0;
  if (r.held && stands.link !== "open") storage(() => localStorage.setItem(KEPT, JSON.stringify(room)));
  const link = r.over ? "over" : r.held ? "open" : "elsewhere";
  wants = link !== "elsewhere"; // to connect anew would take the room back
  tell({ ...r, qr, link, counts: r.counts ?? null, kept: r.kept ?? "" });
  stands = { ...stands, kept: "" };
}

// missed tells that the server has not taken a message. In a while the game says
// again what must be so.
function missed(why = "The server refused that.") {
  tell({ refused: why });
  setTimeout(() => tell({ missed: stands.missed + 1 }), 2000);
}

let id = 0;

// send has the server do something.
export function send(message) {
  if (message.do === "leave") return leave();
  if (stands.refused) tell({ refused: "" }); // that was another message
  const text = JSON.stringify({ id: ++id, ...message });
  if (socket?.readyState === 1) return socket.send(text); // 1: open
  if (message.do === "take" && !events) return take(room.code, room.secret);
  if (!events) return; // when it is back the game says again what must be so
  fetch(address(`rooms/${room.code}/host?as=${as()}`), { method: "POST", headers: { ...bearer(), "Content-Type": "application/json" }, body: text })
    .then((answer) => answer.json())
    .then((answer) => answer.done === undefined && missed(answer.why))
    .catch(() => missed("The server cannot be reached."));
}
