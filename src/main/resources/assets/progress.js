// What a server is at is looked at again every second until it has ended, and then what came of it is shown. Only what
// changed is put into the page, so that nobody who reads or types is disturbed.
"use strict";

const lookAgain = async () => {
  const progress = document.getElementById("progress");
  if (!progress) {
    return;
  }
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const said = page.getElementById("said");
    if (answer.redirected || !said) {
      location.reload();
      return;
    }
    if (document.getElementById("said").textContent !== said.textContent) {
      document.getElementById("said").textContent = said.textContent;
    }
    const now = page.getElementById("progress");
    if (now) {
      progress.replaceWith(now);
    } else {
      progress.remove();
      document.getElementById("results").replaceWith(page.getElementById("results"));
    }
  } catch (offline) {
    // The server is away for a moment, or for longer: it is asked again.
  }
  setTimeout(lookAgain, 1000);
};

setTimeout(lookAgain, 1000);
