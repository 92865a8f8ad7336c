// Brings the phone and the server together: fetches what can be filled in and sends what was filled in without a network.
// An entry leaves the phone when the server has said that it has it.
"use strict";

import { show } from "./unsent.js";
import { all, drop, DRAFT, ENTRY, find, keep, PACKAGE, unlock } from "./vault.js";

const PACKAGE_ADDRESS = "/today/offline";
const SHELL = "/today/offline/page";
const CACHE = new URL("style.css", import.meta.url).pathname;
const FRESH = 10 * 60 * 1000;
const PATIENCE = 20000;

/** How far the clock of the phone is behind that of the server, in milliseconds, as last seen. */
export const offset = async () => (await find(PACKAGE, "forms"))?.offset ?? 0;

const ask = (address, options = {}) => fetch(address, { ...options, signal: AbortSignal.timeout(PATIENCE) });

// The same for everybody, and never the page to sign in.
const keepShell = async () => {
  const page = await ask(SHELL);
  if (page.ok && !page.redirected) {
    await (await caches.open(CACHE)).put(SHELL, page);
  }
};

// Answers so far that the server has as well, to a form that is no longer open.
const dropFinished = async (tasks) => {
  const open = tasks.filter((task) => task.state !== "done").map((task) => task.key);
  for (const draft of await all(DRAFT)) {
    if (draft.offline.length === 0 && !open.includes(draft.id)) {
      await drop(DRAFT, draft.id);
    }
  }
};

/** Takes in what can be filled in: "here", "signed-out" or "away". */
const fetchPackage = async () => {
  const asked = Date.now();
  try {
    const answer = await ask(PACKAGE_ADDRESS, { headers: { Accept: "application/json" } });
    if (answer.status === 401) {
      return "signed-out";
    }
    if (!answer.ok || answer.redirected) {
      return "away";
    }
    const { person, key, ...forms } = await answer.json();
    await unlock(person, key.name, key.secret);
    const now = (asked + Date.now()) / 2;
    await keepShell();
    await keep(PACKAGE, "forms", { ...forms, at: Date.now(), offset: Date.parse(forms.now) - now });
    await dropFinished(forms.tasks);
    return "here";
  } catch (away) {
    return "away";
  }
};

const refused = (status) => status >= 400 && status < 500 && ![401, 408, 425, 429].includes(status);

/** Sends one entry: "sent", "refused", "signed-out" or "away". */
const send = async (entry, address) => {
  const { id, title, refusal, ...form } = entry;
  const answer = await ask(`${address}/${id}`, {
    method: "PUT",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify({ ...form, sentAt: new Date().toISOString(), beside: true }),
  });
  if (answer.ok) {
    const receipt = await answer.json();
    await drop(ENTRY, id);
    return { state: "sent", receipt };
  }
  if (answer.status === 401) {
    return { state: "signed-out" };
  }
  if (refused(answer.status)) {
    const { detail, violations = [] } = await answer.json();
    const why = [detail, ...violations.map((violation) => violation.detail)].filter(Boolean);
    await keep(ENTRY, id, { ...form, title, refusal: [...new Set(why)].join(" ") });
    return { state: "refused" };
  }
  return { state: "away" };
};

// A form that was begun without a network goes on where it was left, on any phone: each answer is sent as the page
// would have sent it. What this phone was told last wins.
const sendDraft = async (draft) => {
  for (const code of draft.offline) {
    const body = new URLSearchParams([["_question", code], ...draft.fields[code]]);
    const answer = await ask(`/today/${draft.id}`, { method: "POST", body, redirect: "manual" });
    if (answer.type !== "opaqueredirect" && answer.status !== 422) {
      return answer.status === 404 ? drop(DRAFT, draft.id) : undefined;
    }
  }
  return keep(DRAFT, draft.id, { ...draft, offline: [] });
};

const byTime = (a, b) => a.filledInAt.localeCompare(b.filledInAt);

const waiting = async () => ({
  entries: (await all(ENTRY)).filter((entry) => !entry.refusal).sort(byTime),
  drafts: (await all(DRAFT)).filter((draft) => draft.offline.length > 0),
});

const isUpToDate = async () => {
  const forms = await find(PACKAGE, "forms");
  const { entries, drafts } = await waiting();
  return forms !== null && Date.now() - forms.at < FRESH && entries.length + drafts.length === 0;
};

const sendAll = async () => {
  const { responses } = await find(PACKAGE, "forms");
  const { entries, drafts } = await waiting();
  const result = { state: "here", receipts: [], resumed: drafts.length };
  try {
    for (const draft of drafts) {
      await sendDraft(draft);
    }
    for (const entry of entries) {
      const { state, receipt } = await send(entry, responses);
      if (receipt) {
        result.receipts.push(receipt);
      } else if (state !== "refused") {
        return { ...result, state };
      }
    }
  } catch (away) {
    // What was not acknowledged is still in the vault, and is sent again.
    return { ...result, state: "away" };
  }
  return result;
};

// Who is signed in is asked before anything is sent, so that nothing goes in the name of somebody else.
const run = async (always) => {
  if (!always && (await isUpToDate())) {
    return { state: "here", receipts: [], resumed: 0 };
  }
  const state = await fetchPackage();
  if (state !== "here") {
    return { state, receipts: [], resumed: 0 };
  }
  const result = await sendAll();
  if (result.receipts.length > 0) {
    await fetchPackage();
  }
  return result;
};

/** Synchronises, one page of this browser at a time. */
export const sync = async (always = false) => {
  const result = await navigator.locks.request("sync", () => run(always));
  await show(result.state, () => sync(true));
  return result;
};
