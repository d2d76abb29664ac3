// Tries what a phone needs in a room, and tells the laptop. As old as phone.js
// of the room's page.
(function () {
  "use strict";
  var main = document.getElementById("check"), n = Number(main.getAttribute("data-n"));
  if (!n) return;
  var found = { t: main.getAttribute("data-name"), n: n, self: false, done: true, ms: 0, socket: false, events: false };
  var left = 3, times = [];

  function tell(text) {
    var li = document.createElement("li");
    li.textContent = text;
    document.getElementById("found").appendChild(li);
  }

  function done() {
    if (--left > 0) return;
    var r = new XMLHttpRequest();
    r.open("POST", "report", true);
    r.setRequestHeader("Content-Type", "application/json");
    r.send(JSON.stringify(found));
  }

  function ping() {
    var began = Date.now(), r = new XMLHttpRequest();
    r.open("GET", "ping?" + Math.random(), true);
    r.onreadystatechange = function () {
      if (r.readyState !== 4) return;
      times.push(Date.now() - began);
      if (times.length < 5) return ping();
      times.sort(function (a, b) { return a - b; });
      found.ms = Math.min(60000, times[2]);
      tell("There and back in " + found.ms + " ms.");
      done();
    };
    r.send();
  }

  // within calls back once, with whether begin said yes in time.
  function within(ms, begin, then) {
    var over = false, end = function (yes) {
      if (over) return;
      over = true;
      clearTimeout(timer);
      then(yes);
    };
    var timer = setTimeout(function () { end(false); }, ms);
    try { begin(end); } catch (e) { end(false); }
  }

  ping();
  within(5000, function (end) {
    var a = document.createElement("a");
    a.href = "ws";
    var s = new WebSocket(a.href.replace(/^http/, "ws"));
    s.onopen = function () { s.send("here"); };
    s.onmessage = function () { end(true); s.close(); };
    s.onerror = function () { end(false); };
  }, function (yes) {
    found.socket = yes;
    tell(yes ? "A live connection works." : "A live connection does not work here.");
    done();
  });
  within(5000, function (end) {
    var s = new EventSource("events");
    s.onmessage = function () { end(true); s.close(); };
    s.onerror = function () { end(false); s.close(); };
  }, function (yes) {
    found.events = yes;
    tell(yes ? "The spare connection works." : "The spare connection does not work here; the page asks every few seconds instead.");
    done();
  });
})();
