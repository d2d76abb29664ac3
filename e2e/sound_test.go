package e2e

import "testing"

// listening counts what is asked of the browser's synthesiser.
const listening = `(() => {
	globalThis.heard = {made: 0, tones: 0, context: null};
	const Real = AudioContext;
	globalThis.AudioContext = function (...args) { heard.made++; return heard.context = new Real(...args) };
	for (const kind of ['createOscillator', 'createBufferSource']) {
		const own = BaseAudioContext.prototype[kind];
		BaseAudioContext.prototype[kind] = function () { heard.tones++; return own.call(this) };
	}
})()`

func (p *page) heard() (made, tones int) {
	p.t.Helper()
	p.eval("heard.made", &made)
	p.eval("heard.tones", &tones)
	return made, tones
}

// On one's own screen an ending is heard, from a synthesiser that was not there
// before anything was pressed and sleeps afterwards. On a projector nothing is,
// and nothing is started, until sound is switched on.
func TestSound(t *testing.T) {
	p := open(t, opening{script: listening})
	if made, _ := p.heard(); made != 0 {
		t.Error("sound is started before anything is pressed")
	}
	wk := &walker{page: p, way: ways(t)[0], press: pointer}
	wk.walk(nil)
	p.wait("the ending to be heard", func(tree) bool {
		made, tones := p.heard()
		return made > 0 && tones >= 2
	})
	if made, _ := p.heard(); made != 1 {
		t.Errorf("%d synthesisers were made", made)
	}
	p.wait("the synthesiser to sleep", func(tree) bool {
		var state string
		p.eval("heard.context.state", &state)
		return state == "suspended"
	})
	p.sound()

	p = open(t, opening{script: listening, size: projector})
	wk = &walker{page: p, way: ways(t)[0], press: pointer}
	wk.walk(nil)
	if made, tones := p.heard(); made != 0 || tones != 0 {
		t.Errorf("on a projector %d synthesisers make %d tones", made, tones)
	}
	p.leaveTo("Settings", "Back")
	p.pressItem(p.find("switch", "Sound: quiet, and never needed"))
	p.wait("it to be switched on", func(t tree) bool { return t.one("switch", "Sound: quiet, and never needed").checked == "true" })
	p.wait("a sound, after the words", func(tree) bool {
		made, tones := p.heard()
		return made == 1 && tones > 0
	})
	p.sound()
}

// Without a synthesiser nothing is missing.
func TestWithoutSound(t *testing.T) {
	p := open(t, opening{script: "delete globalThis.AudioContext"})
	wk := &walker{page: p, way: ways(t)[0], press: pointer}
	wk.ends(wk.walk(nil))
	p.sound()
}
