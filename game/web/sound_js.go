package web

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
	"slices"
	"syscall/js"

	"earned/game/screens"
)

// Sound plays cues. The browser's own synthesiser makes them; it is started by
// the first cue after a press, and sleeps between cues, since one that runs
// costs a share of a core for nothing. Where it fails, nothing is heard and
// nothing else is missing.
type Sound struct {
	context js.Value // undefined: none yet
	noise   js.Value // a second of it
	pressed bool     // before that browsers play nothing, and complain
	heard   bool     // something was played
	nap     js.Func
	napping js.Value // the timer
	refused js.Func  // a refusal is no fault
	woken   js.Func  // it is awake
	late    []late   // what waits for that
}

// late is a cue that waits, and since when.
type late struct {
	cue   screens.Cue
	since float64
}

// NewSound makes no sound yet.
func NewSound() *Sound {
	s := &Sound{context: js.Undefined()}
	s.nap = handler(func(js.Value) { s.try("suspend", s.refused) })
	s.refused = handler(func(js.Value) {})
	s.woken = handler(func(js.Value) { s.catchUp() })
	return s
}

// Pressed tells that the player pressed something: from now on browsers allow
// sound. It is to be called within the event.
func (s *Sound) Pressed() {
	if s.pressed = true; s.context.Truthy() && !s.heard {
		s.try("resume", s.refused) // some browsers allow it within a press only
	}
}

// Play lets a cue be heard.
func (s *Sound) Play(c screens.Cue) {
	switch {
	case !s.pressed:
	case s.context.Truthy():
		s.play(c)
	default: // a browser takes a while to make its first synthesiser: words come before it
		after(0, func() {
			if s.open() {
				s.play(c)
			}
		})
	}
}

// play is Play once there is a synthesiser.
func (s *Sound) play(c screens.Cue) {
	if s.state() == "running" {
		s.sound(c)
		return
	}
	s.late = append(slices.DeleteFunc(s.late, late.over), late{c, now()})
	s.try("resume", s.woken)
}

// over tells whether it comes too late, and is left out.
func (l late) over() bool { return now()-l.since >= 250 }

// catchUp plays what waited.
func (s *Sound) catchUp() {
	for _, l := range s.late {
		if !l.over() {
			s.sound(l.cue)
		}
	}
	s.late = nil
}

// open sees to a synthesiser; false: this browser has none.
func (s *Sound) open() bool {
	if s.context.Truthy() {
		return true
	}
	kind := js.Global().Get("AudioContext")
	if !kind.Truthy() {
		return false
	}
	defer func() { _ = recover() }() // a machine without a sound card may refuse
	s.context = kind.New(map[string]any{"latencyHint": "interactive"})
	return s.context.Truthy()
}

func (s *Sound) state() string { return s.context.Get("state").String() }

// try calls a method of the synthesiser that may be refused, and then does
// what is to be done if it was not.
func (s *Sound) try(method string, then js.Func) {
	defer func() { _ = recover() }()
	s.context.Call(method).Call("then", then, s.refused)
}

// sound plays a cue's tones, and has the synthesiser sleep after them.
func (s *Sound) sound(c screens.Cue) {
	s.heard = true
	for _, t := range tones[c] {
		s.tone(t)
	}
	if s.napping.Truthy() {
		js.Global().Call("clearTimeout", s.napping)
	}
	s.napping = js.Global().Call("setTimeout", s.nap, 1000*ends(c)+400)
}

func (s *Sound) tone(t tone) {
	start := s.context.Get("currentTime").Float() + t.at
	top, end := start+t.swell, start+t.swell+t.fade
	gain := s.context.Call("createGain")
	loud := gain.Get("gain")
	loud.Call("setValueAtTime", 0, start)
	loud.Call("linearRampToValueAtTime", t.peak, top)
	loud.Call("setTargetAtTime", 0, top, t.fade/4)
	source, pitch := s.source(t, gain)
	pitch.Call("setValueAtTime", t.from, start)
	pitch.Call("exponentialRampToValueAtTime", t.to, end)
	gain.Call("connect", s.context.Get("destination"))
	source.Call("start", start)
	source.Call("stop", end)
}

// source is what sounds, led into the gain, and what its pitch is set by.
func (s *Sound) source(t tone, gain js.Value) (source, pitch js.Value) {
	if !t.noise {
		source = s.context.Call("createOscillator")
		source.Call("connect", gain)
		return source, source.Get("frequency")
	}
	source = s.context.Call("createBufferSource")
	source.Set("buffer", s.hiss())
	source.Set("loop", true)
	filter := s.context.Call("createBiquadFilter") // a low pass, unless told otherwise
	source.Call("connect", filter)
	filter.Call("connect", gain)
	return source, filter.Get("frequency")
}

// hiss is a second of noise.
func (s *Sound) hiss() js.Value {
	if s.noise.Truthy() {
		return s.noise
	}
	rate := s.context.Get("sampleRate").Int()
	s.noise = s.context.Call("createBuffer", 1, rate, rate)
	samples := make([]byte, 0, 4*rate)
	for range rate {
		samples = binary.LittleEndian.AppendUint32(samples, math.Float32bits(2*rand.Float32()-1))
	}
	into := s.noise.Call("getChannelData", 0).Get("buffer")
	js.CopyBytesToJS(js.Global().Get("Uint8Array").New(into), samples)
	return s.noise
}

// now is the time in milliseconds, from any fixed start.
func now() float64 { return js.Global().Get("performance").Call("now").Float() }
