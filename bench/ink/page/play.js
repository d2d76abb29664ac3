// Plays an ink story as Inky's own web export does: the story's words are
// added to the page, its choices are put below them.
const story = new inkjs.Story(storyContent);
const words = document.getElementById("story");
const choices = document.getElementById("choices");

function say(text) {
  const p = document.createElement("p");
  p.textContent = text;
  words.append(p);
}

function offer(text, chosen) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = text;
  button.addEventListener("click", chosen);
  choices.append(button);
}

function goOn() {
  choices.replaceChildren();
  while (story.canContinue) say(story.Continue());
  for (const choice of story.currentChoices) {
    offer(choice.text, () => {
      say(choice.text);
      story.ChooseChoiceIndex(choice.index);
      goOn();
    });
  }
  if (story.currentChoices.length === 0) offer("Play again", again);
  choices.lastElementChild.scrollIntoView();
}

function again() {
  story.ResetState();
  words.replaceChildren();
  goOn();
}

goOn();
