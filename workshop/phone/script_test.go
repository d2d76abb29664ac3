package phone

import (
	"os/exec"
	"strings"
	"testing"
)

// browser is as much of one as phone.js needs to be asked for a seat: sent are
// the requests, tap is the button.
const browser = `
var sent = [], timers = [], heard = {};
function node() {
  return {
    getAttribute: function (name) { return name === "data-code" ? "QK7M3P" : null; },
    addEventListener: function (name, does) { heard[name] = does; },
    setAttribute: function () {}, removeAttribute: function () {}
  };
}
var sit = node();
sit.addEventListener = function (name, does) { heard.sit = does; };
var parts = { main: node(), line: node(), vote: node(), send: node(), sit: sit, light: node() };
global.document = {
  documentElement: {}, getElementById: function (id) { return parts[id]; },
  querySelector: function () { return null; }, querySelectorAll: function () { return []; }, addEventListener: function () {}
};
global.window = { addEventListener: function () {} };
Object.defineProperty(global, "navigator", { value: {}, configurable: true });
global.location = { search: "", replace: function () {} };
global.setTimeout = function (does) { timers.push(does); return timers.length; };
global.clearTimeout = global.setInterval = function () {};
global.XMLHttpRequest = function () {
  var r = this;
  r.setRequestHeader = function () {};
  r.open = function (method, url) { r.url = url; };
  r.send = function () { if (/seat$/.test(r.url)) sent.push(r); };
  r.answer = function (text) { r.readyState = 4; r.responseText = text; r.onreadystatechange(); };
};
function tap() { heard.sit({ preventDefault: function () {} }); }
function want(n, when) { if (sent.length !== n) { console.log(when + ": " + sent.length + " seats were asked for, want " + n); process.exit(1); } }
`

// Whoever taps twice asks for one seat; what was refused is asked for again,
// and the script waits longer than the server tries.
func TestADoubleTapAsksForOneSeat(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("there is no node to run the script")
	}
	cmd := exec.CommandContext(t.Context(), node)
	cmd.Stdin = strings.NewReader(browser + string(Script()) + `
[1, 2].forEach(tap); want(1, "a double tap");
if (!(sent[0].timeout > 10000)) { console.log("given up after " + sent[0].timeout); process.exit(1); }
sent[0].answer('{"why":"slow"}'); [1, 2].forEach(tap); want(2, "after a refusal");
timers.forEach(function (does) { does(); }); want(2, "and by itself meanwhile");
sent[1].answer('{"ok":true}'); tap(); want(2, "once there is a seat");
`)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, out)
	}
}
