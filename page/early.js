// Keeps a press that comes before the page's own script is here: this one is
// small, and loaded before the button is shown.
addEventListener("click", (e) => {
  const button = e.target.closest?.("#start, #words");
  if (button) globalThis.early = button.id;
});
