// Lets the engine rest. Ebitengine asks for an animation frame after every
// frame, for ever, and a page that draws sixty times a second keeps a laptop
// warm. Here its request is held until the game has something new to draw.

export class Pace {
  #held = null; // the engine's request, not yet passed on
  #asked = false; // a frame was asked for while the engine was at work
  #request;

  constructor(request) {
    this.#request = request;
  }

  // request is what the engine gets instead of requestAnimationFrame.
  request = (callback) => {
    if (this.#asked) {
      this.#asked = false;
      return this.#request(callback);
    }
    this.#held = callback;
    return 0;
  };

  // wake grants the engine one frame.
  wake = () => {
    if (this.#held) {
      const callback = this.#held;
      this.#held = null;
      this.#request(callback);
      return;
    }
    this.#asked = true;
  };

  #timer = 0;
  #due = 0; // when it goes off

  // wakeIn grants it one after some time, unless one is on its way by then.
  wakeIn = (milliseconds) => {
    const due = performance.now() + milliseconds;
    if (this.#timer && this.#due <= due) return;
    clearTimeout(this.#timer);
    this.#due = due;
    this.#timer = setTimeout(() => {
      this.#timer = 0;
      this.wake();
    }, milliseconds);
  };

  // capture runs `start`, in whose course the engine looks up
  // requestAnimationFrame once and keeps what it finds; whoever asks the page
  // later gets the browser's own.
  capture(scope, start) {
    const own = scope.requestAnimationFrame;
    scope.requestAnimationFrame = this.request;
    try {
      return start();
    } finally {
      scope.requestAnimationFrame = own;
    }
  }
}
