// A tap on a yes/no card answers and goes on. A key press only chooses, and Next confirms: arrow keys pass over a
// choice on the way to another one.
"use strict";

import "./line.js";
import { sync } from "./sync.js";
import { show, signOut, tell } from "./unsent.js";
import { DRAFT, find, keep, owner } from "./vault.js";

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

// What follows makes the pages work without a network. Where a browser cannot, as in some private windows, they work as
// they do without any script.
const able = Boolean(navigator.serviceWorker && navigator.locks && self.indexedDB && self.crypto?.subtle);
const step = document.querySelector("form.step[data-given]");
const isShell = document.getElementById("shell") !== null;

// The day of a diary is the day where the person is.
document.cookie = `zone=${Intl.DateTimeFormat().resolvedOptions().timeZone}; path=/; max-age=31536000; samesite=lax; secure`;

// Whenever the network may be back. Browsers do not always know, so that it is tried now and then as well.
const NOW_AND_THEN = 15000;
export const onReturn = (act) => {
  const visible = () => document.visibilityState === "visible" && act();
  self.addEventListener("online", act);
  document.addEventListener("visibilitychange", visible);
  setInterval(visible, NOW_AND_THEN);
};

// The answers so far, so that a form that was begun with a network goes on without one.
const keepDraft = async () => {
  if (!step || (await owner()) === null) {
    return;
  }
  const { task, version, given, confirmed } = step.dataset;
  const known = await find(DRAFT, task);
  if (!known || known.offline.length === 0) {
    const answers = { given: JSON.parse(given), confirmed: confirmed.split(" ").filter(Boolean) };
    await keep(DRAFT, task, { version, ...answers, fields: {}, offline: [] });
  }
};

const synchronise = async (always) => {
  try {
    const { state, receipts, resumed } = await sync(always);
    await keepDraft();
    navigator.serviceWorker.ready.then(() => (document.body.dataset.sync = state));
    const told = tell(receipts, document.querySelector("main"));
    if (!told && (resumed > 0 || (receipts.length > 0 && !step))) {
      location.reload();
    }
  } catch (unable) {
    console.warn("This browser keeps nothing for later.", unable.name);
  }
};

const again = () => synchronise(true);

if (able) {
  navigator.serviceWorker.register("/app/service-worker.js", { scope: "/today" }).catch(() => {});
  document.querySelectorAll("form[action='/sign-out']").forEach((form) =>
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      signOut(form);
    }),
  );
  if (!isShell) {
    // A question already asked is no moment to fetch; the list of what is due is, and so is a form just handed in.
    show("here", again)
      .catch(() => {})
      .then(() => synchronise(!step));
    onReturn(() => synchronise(false));
    self.addEventListener("offline", () => show("away", again));
  }
}
