// Fetches and compiles the game while its bytes arrive, and says honestly how
// far it is.

// load returns the compiled program of an answer that is on its way. Where it
// is being compiled already (`compiling`), that is all; else the bytes are
// counted as they come in: `said` is called with those here so far and, where it
// is known, how many there will be (0: not known: a compressed answer tells only
// its compressed length).
export async function load(answering, { said, compiling = null, total = 0 }) {
  const answer = await answering.catch(unread);
  if (!answer.ok) throw new Error(`The game could not be fetched: the server answered ${answer.status} for ${answer.url}.`);
  if (!total && !answer.headers.get("Content-Encoding")) total = Number(answer.headers.get("Content-Length")) || 0;
  said(0, total);
  try {
    const program = await compiling;
    if (program) return program;
    // Counted on a copy: compiling the browser's own answer lets it keep the
    // compiled program for the next visit.
    const counted = answer.body ? count(answer.clone().body, (n) => said(n, total)) : null;
    return (await Promise.all([WebAssembly.compileStreaming(answer), counted]))[0];
  } catch (fault) {
    // A server that sends wasm under another media type, or an old browser.
    if (!(fault instanceof TypeError)) unread(fault);
    return fetch(answer.url).then((again) => again.arrayBuffer()).then((all) => WebAssembly.compile(all)).catch(unread);
  }
}

// unread says in a sentence what each browser says in words of its own.
function unread(fault) {
  throw new Error("The game could not be fetched.", { cause: fault });
}

async function count(stream, said) {
  const reader = stream.getReader();
  let n = 0;
  let next = 0; // when it is told again: nobody reads faster
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    n += value.length;
    if (performance.now() < next) continue;
    next = performance.now() + 100;
    said(n);
  }
}

// inWords says how far loading is.
export function inWords(bytes, total) {
  if (bytes === 0) return "Loading";
  const mb = (n) => (n / 1e6).toFixed(1);
  return total > 0 ? `Loading: ${mb(bytes)} of ${mb(total)} MB` : `Loading: ${mb(bytes)} MB so far`;
}
