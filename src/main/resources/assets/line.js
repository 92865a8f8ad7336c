// The line of a visual analogue scale moves the number below it, which is the answer. Without a number the line shows no
// mark: its place is no answer until somebody puts it there, with a pointer, an arrow key or the space bar.
"use strict";

export const drawLine = (line) => {
  const number = document.getElementById(line.dataset.line);
  const place = () => {
    const answered = /^(100|[0-9]{1,2})$/.test(number.value.trim());
    line.value = answered ? number.value.trim() : 50;
    line.classList.toggle("untouched", !answered);
    line.setAttribute("aria-valuetext", answered ? line.value : line.dataset.untouched);
  };
  const take = () => {
    number.value = line.value;
    place();
  };
  line.addEventListener("input", take);
  line.addEventListener("click", take);
  line.addEventListener("keydown", (event) => {
    if (event.key === " ") {
      event.preventDefault();
      take();
    }
  });
  number.addEventListener("input", place);
  line.hidden = false;
  place();
};
document.querySelectorAll("[data-line]").forEach(drawLine);
