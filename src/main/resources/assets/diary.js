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

// The line of a visual analogue scale moves the number below it, which is the answer. Without a number the line shows no
// mark: its place is no answer until somebody puts it there, with a pointer, an arrow key or the space bar.
document.querySelectorAll("[data-line]").forEach((line) => {
  const number = document.getElementById(line.dataset.line);
  const show = () => {
    const answered = /^(100|[0-9]{1,2})$/.test(number.value.trim());
    line.value = answered ? number.value.trim() : 50;
    line.classList.toggle("untouched", !answered);
    line.setAttribute("aria-valuetext", answered ? line.value : line.dataset.untouched);
  };
  const take = () => {
    number.value = line.value;
    show();
  };
  line.addEventListener("input", take);
  line.addEventListener("click", take);
  line.addEventListener("keydown", (event) => {
    if (event.key === " ") {
      event.preventDefault();
      take();
    }
  });
  number.addEventListener("input", show);
  line.hidden = false;
  show();
});
