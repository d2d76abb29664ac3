// Keeps the page as the room is. Written for old phones: no modules, no
// arrows, no fetch. Without it the page works by itself, only slower.
(function () {
  "use strict";
  var byId = function (id) { return document.getElementById(id); };
  var store = keeper();
  lighter();
  var main = byId("main");
  if (!main) return; // the page that asks for a code

  var code = main.getAttribute("data-code");
  var state = read(main.getAttribute("data-state")) || { view: "sit" };
  var queued = read(store.get("vote." + code)); // a vote not acknowledged yet
  var sending = null, line = byId("line");

  // ---- what is shown

  function say(name) {
    var words = document.querySelector('#words [data-say="' + name + '"]');
    line.className = name === "asked" || name === "counted" ? "unseen" : ""; // is seen anyway; this is for ears
    line.textContent = words ? words.textContent : "";
  }

  function each(selector, does) {
    var all = document.querySelectorAll(selector);
    for (var i = 0; i < all.length; i++) does(all[i]);
  }

  // show takes a state from the server. Only what differs is touched: a choice
  // half made and the focus stay where they are.
  function show(next) {
    var before = state;
    state = next;
    var late = queued && next.round > queued.round;
    if (late || queued && next.voted && next.round === queued.round) forget();
    each(".says", function (p) { if (p.textContent !== (next.says || "")) p.textContent = next.says || ""; });
    byId("seat").hidden = !next.seat;
    byId("number").textContent = String(next.seat);
    if (next.view === "vote" && (before.round !== next.round || before.view !== "vote")) ask();
    if (next.view !== before.view || next.round !== before.round) turn(before);
    if (late) say("late");
  }

  function turn(before) {
    var held = document.activeElement, lost = false;
    each("[data-view]", function (s) {
      var off = s.getAttribute("data-view") !== state.view;
      if (off && !s.hidden && s.contains(held)) lost = true;
      s.hidden = off;
    });
    each(".notice", function (n) { n.parentNode.removeChild(n); });
    if (state.view === "vote") say("asked");
    else if (state.view === "counted" && before.view === "vote") say("counted");
    else line.textContent = "";
    document.title = (state.view === "vote" ? state.asks + " · " : "") + "Room " + code + " · Earned";
    // Focus goes on only where it would have been lost with what it was on.
    if (lost || state.view === "vote" && before.view === "vote") {
      var h = document.querySelector('[data-view="' + state.view + '"] h1');
      if (h) h.focus();
    }
    if (before.view !== state.view || before.round !== state.round) window.scrollTo(0, 0);
  }

  // ask writes the question and its answers, as page.html does.
  function ask() {
    var box = byId("offers");
    byId("asks").textContent = state.asks || "";
    byId("vote").elements.round.value = state.round;
    box.className = state.kind || "";
    while (box.firstChild) box.removeChild(box.firstChild);
    (state.offers || []).forEach(function (text, i) {
      var label = document.createElement("label"), input = document.createElement("input");
      var letter = document.createElement("span"), words = document.createElement("span");
      label.className = "offer";
      input.type = "radio"; input.name = "offer"; input.value = String(i); input.required = true;
      letter.className = "letter"; letter.textContent = String.fromCharCode(65 + i % 26);
      words.textContent = text;
      [input, letter, document.createTextNode(" "), words].forEach(function (n) { label.appendChild(n); });
      box.appendChild(label);
    });
    mark();
  }

  function mark() {
    each(".offer", function (label) {
      label.className = label.firstElementChild.checked ? "offer chosen" : "offer";
    });
  }

  // ---- voting: kept until it is acknowledged, sent as often as it takes

  byId("vote").addEventListener("change", mark);
  byId("vote").addEventListener("submit", function (e) {
    var chosen = document.querySelector("#offers input:checked");
    e.preventDefault();
    if (!chosen) return;
    queued = { round: state.round, offer: Number(chosen.value) };
    store.set("vote." + code, JSON.stringify(queued));
    say("sending");
    send();
  });

  function forget() {
    queued = null;
    clearTimeout(timers.send);
    timers.send = 0;
    store.set("vote." + code, "");
    byId("send").removeAttribute("aria-disabled");
  }

  // send puts the vote on the socket where there is one, and asks by itself
  // where that is not acknowledged soon. Sent twice it still counts once.
  function send() {
    if (!queued || sending) return;
    byId("send").setAttribute("aria-disabled", "true");
    if (socket && socket.readyState === 1 && worked.ws) {
      socket.send(JSON.stringify(queued));
      later("send", post, 2500);
    } else post();
  }

  function post() {
    if (!queued || sending) return;
    var vote = queued;
    sending = request("POST", code + "/vote", JSON.stringify(vote), function (status, answer) {
      sending = null;
      settle(vote, answer);
    });
  }

  // settle takes what became of a vote.
  function settle(vote, answer) {
    if (!vote || queued !== vote) return;
    if (!answer || answer.why === "slow" || answer.why === "trouble") {
      say("kept");
      later("send", send, 700);
      return;
    }
    forget();
    if (answer.ok || answer.why === "again") {
      if (state.view === "vote" && state.round === vote.round) show(copy(state, { view: "counted", voted: true }));
      if (!answer.ok) say("again");
    } else {
      poll(answer.why); // what is asked now is not what this page thinks
    }
  }

  // ---- being told: a socket, else server-sent events, else asking

  var socket = null, source = null, way = "ws", heard = 0, live = false, fails = 0, worked = {}, told = true, asked = 0, hiddenAt = 0;

  function news(text) {
    var next = read(text);
    if (next && next.why) settle(queued, next);
    if (!next || !next.view) return;
    heard = Date.now();
    live = true;
    fails = 0;
    worked[way] = true;
    reached(next);
    if (ended()) hang();
    else if (!timers.send) send();
  }

  function reached(next) {
    var was = told;
    told = true;
    if (!was) line.textContent = "";
    show(next);
    if (!was && !line.textContent) say("back");
  }

  function ended() { return state.view === "removed" || state.view === "over"; }
  function seatless() { return state.view === "sit" || state.view === "locked" || state.view === "full"; }

  function hang() {
    var s = socket, e = source;
    socket = source = null;
    live = false;
    if (s) { s.onclose = s.onmessage = s.onerror = null; s.close(); }
    if (e) { e.onerror = e.onmessage = null; e.close(); }
    clearTimeout(timers.open);
  }

  // connect takes the best way that works here. It may be called at any time.
  function connect() {
    clearTimeout(timers.connect);
    hang();
    if (ended()) return;
    if (seatless()) { way = "poll"; return poll(); }
    // What worked before is tried three times; then, on this network, it may not.
    var ways = worked.ws ? ["ws", "ws", "ws", "poll"] : worked.sse ? ["sse", "sse", "sse", "poll"] : worked.poll ? ["poll"] : ["ws", "sse", "poll"];
    way = ways[fails % ways.length];
    if (way === "ws" && !window.WebSocket) way = "sse";
    if (way === "sse" && !window.EventSource) way = "poll";
    if (way === "poll") return poll();
    try {
      if (way === "ws") {
        var a = document.createElement("a");
        a.href = code + "/ws";
        socket = new WebSocket(a.href.replace(/^http/, "ws"));
        socket.onmessage = function (e) { clearTimeout(timers.open); news(e.data); };
        socket.onclose = socket.onerror = fail;
      } else {
        source = new EventSource(code + "/events");
        source.onmessage = function (e) { clearTimeout(timers.open); news(e.data); };
        source.onerror = fail;
      }
      later("open", fail, 3000);
    } catch (e) {
      fail();
    }
  }

  function fail() {
    hang();
    fails++;
    if (fails > 2 && told && Date.now() - heard > 1000) { told = false; say(queued ? "kept" : "lost"); }
    later("connect", connect, Math.min(4000, 150 * Math.pow(2, fails)) * (0.7 + 0.6 * Math.random()));
  }

  // poll asks how things stand, and says then what there is to be said.
  function poll(notice) {
    request("GET", code + "?state", null, function (status, answer) {
      if (answer && answer.why === "room") return location.replace(code); // it is over: the server's page says so
      if (answer && answer.view) {
        heard = Date.now();
        if (way === "poll") {
          if (worked.ws || worked.sse) asked = 11; // try those again at once: only the network was gone
          worked = { poll: true };
          reached(answer);
        } else show(answer);
        if (notice) say(notice);
        send();
      } else if (way === "poll") return fail();
      if (way !== "poll" || ended()) return;
      if (++asked % 12 === 0) worked = {}; // perhaps a better way works by now
      fails = 0;
      later("connect", connect, 2500 + 1000 * Math.random());
    });
  }

  // again connects at once: the phone was locked, moved to another network, or
  // its page was put away and taken out.
  function again() {
    fails = 0;
    connect();
    if (sending) { sending.onreadystatechange = null; sending.abort(); sending = null; }
    send();
  }

  document.addEventListener("visibilitychange", function () {
    if (document.hidden) hiddenAt = Date.now();
    else if (Date.now() - hiddenAt > 2000 || !socket || socket.readyState !== 1) again();
  });
  window.addEventListener("pageshow", function (e) { if (e.persisted) again(); });
  window.addEventListener("online", again);
  window.addEventListener("offline", function () { if (told) { told = false; say(queued ? "kept" : "lost"); } });
  var net = navigator.connection;
  if (net && net.addEventListener) net.addEventListener("change", function () { if (Date.now() - heard > 1000) again(); });
  // The server says something at least every 20 seconds; a socket that is
  // silent for longer is dead, whatever it says of itself.
  setInterval(function () { if (live && Date.now() - heard > 45000) again(); }, 5000);

  // ---- a seat: many at once are let in a little later, by themselves

  byId("sit").addEventListener("submit", function (e) {
    e.preventDefault();
    sit();
  });

  var sitting = false;

  function sit() {
    if (sitting) return; // two requests are two seats
    sitting = true;
    say("sending");
    request("POST", code + "/seat", "{}", function (status, answer) {
      if (answer && answer.ok) return location.replace(code + "?say=seated");
      sitting = false;
      say(answer ? answer.why : "lost");
      if (!answer || answer.why === "slow" || answer.why === "trouble") later("sit", sit, 1500 + 2000 * Math.random());
      else if (answer.why === "room") location.replace(code);
      else poll(answer.why);
    }).timeout = 15000; // longer than the server tries: a seat it still gives is the one asked for
  }

  // ---- small things

  var timers;
  function later(name, does, ms) {
    clearTimeout(timers[name]);
    timers[name] = setTimeout(function () { timers[name] = 0; does(); }, ms);
  }

  function request(method, url, body, done) {
    var r = new XMLHttpRequest();
    r.open(method, url, true);
    r.timeout = 6000;
    r.setRequestHeader("Accept", "application/json");
    if (body !== null) r.setRequestHeader("Content-Type", "application/json");
    r.onreadystatechange = function () {
      if (r.readyState === 4) done(r.status, read(r.responseText));
    };
    r.send(body);
    return r;
  }

  function copy(from, over) {
    var to = {}, k;
    for (k in from) to[k] = from[k];
    for (k in over) to[k] = over[k];
    return to;
  }

  function read(text) {
    try {
      return text ? JSON.parse(text) : null;
    } catch (e) {
      return null;
    }
  }

  // keeper keeps what must outlive a reload, where the browser lets it.
  function keeper() {
    var here = {};
    return {
      get: function (k) { try { return sessionStorage.getItem(k); } catch (e) { return here[k]; } },
      set: function (k, v) { here[k] = v; try { sessionStorage.setItem(k, v); } catch (e) { /* until the page goes */ } }
    };
  }

  function lighter() {
    var button = byId("light"), root = document.documentElement;
    var words = function (name) {
      var w = document.querySelector('#words [data-say="' + name + '"]');
      return w ? w.textContent : name.charAt(0).toUpperCase() + name.slice(1);
    };
    var put = function (light) {
      root.className = light ? "light" : "";
      button.textContent = words(light ? "darker" : "lighter");
    };
    var kept = null;
    try { kept = localStorage.getItem("phone.light"); } catch (e) { /* asked each time, then */ }
    put(kept === "1");
    button.hidden = false;
    button.addEventListener("click", function () {
      put(root.className !== "light");
      try { localStorage.setItem("phone.light", root.className ? "1" : ""); } catch (e) { /* for this page only */ }
    });
  }

  timers = {};
  if (queued && (state.view !== "vote" || queued.round !== state.round)) forget();
  mark();
  if (location.search && window.history.replaceState) window.history.replaceState(null, "", location.pathname);
  connect();
  if (queued) { say("sending"); send(); }
})();
