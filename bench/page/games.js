// Plays seeded games of the same conversation by the same arithmetic as
// bench/games does in Go, with inkjs and with bondage.

const seed = (game) => (Math.imul(game, 0x9e3779b1) + 1 | 1) >>> 0;

function next(x) {
  x ^= x << 13;
  x ^= x >>> 17;
  x ^= x << 5;
  return x >>> 0;
}

const pick = (x, n) => (x >>> 8) % n;

// inkGames plays n games of a story of inkjs and counts the replies given.
// Told a list, it puts each game's picks into it.
export function inkGames(story, first, n, told) {
  let replies = 0;
  for (let g = 0; g < n; g++) {
    story.ResetState();
    let x = seed(first + g);
    let ways = "";
    for (;;) {
      story.ContinueMaximally();
      const choices = story.currentChoices;
      if (choices.length === 0) break;
      x = next(x);
      const at = pick(x, choices.length);
      if (told) ways += `${at}/${choices.length} `;
      story.ChooseChoiceIndex(at);
      replies++;
    }
    if (told) told.push(ways);
  }
  return replies;
}

// bondageGames does the same with a Yarn story. A runner keeps its variables,
// but the first node sets all of them.
export function bondageGames(bondage, runner, first, n) {
  let replies = 0;
  for (let g = 0; g < n; g++) {
    let x = seed(first + g);
    for (const result of runner.run("Start")) {
      if (!(result instanceof bondage.OptionsResult)) continue;
      x = next(x);
      result.select(pick(x, result.options.length));
      replies++;
    }
  }
  return replies;
}
