// A tap on a yes/no card answers and goes on. A key press only chooses, and Next confirms: arrow keys pass over a
// choice on the way to another one.
"use strict";

document.addEventListener("click", (event) => {
  const card = event.target.closest("[data-at-once] label");
  if (!card || event.detail === 0) {
    return;
  }
  const input = card.querySelector("input");
  if (event.target !== input) {
    event.preventDefault();
  }
  input.checked = true;
  input.form.requestSubmit();
});
