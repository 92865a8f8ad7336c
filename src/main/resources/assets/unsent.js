// Says on every page of a participant what has not been sent, and why. Nothing that was filled in goes without a word.
"use strict";

import { all, drop, ENTRY, forget, keep, owner } from "./vault.js";

const button = (text, act) => {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "link", textContent: text });
  made.addEventListener("click", () => act(made));
  return made;
};

const line = (entry, words, again) => {
  const item = document.createElement("li");
  const title = Object.assign(document.createElement("b"), { textContent: entry.title });
  const why = Object.assign(document.createElement("p"), { textContent: entry.refusal });
  const { id, refusal, ...form } = entry;
  const retry = button(words.again, async () => {
    await keep(ENTRY, id, form);
    await again();
  });
  const remove = button(words.remove, async () => {
    if (remove.textContent === words.remove) {
      remove.textContent = words.removed;
      return;
    }
    await drop(ENTRY, id);
    await show("here", again);
  });
  item.append(title, why, retry, " ", remove);
  return item;
};

const showRefused = (entries, again) => {
  const section = document.getElementById("refused");
  section.hidden = entries.length === 0;
  section.querySelector("ul").replaceChildren(...entries.map((entry) => line(entry, section.dataset, again)));
};

/** Shows what was not sent; {@code again} sends everything once more. */
export const show = async (state, again) => {
  const strip = document.getElementById("unsent");
  const entries = await all(ENTRY);
  const refused = entries.filter((entry) => entry.refusal);
  const open = entries.length - refused.length;
  const words = strip.dataset;
  const sentences = [];
  if (open > 0) {
    sentences.push((open === 1 ? words.one : words.many).replace("{n}", open));
    sentences.push(state === "signed-out" ? words.signIn : words.later);
  }
  if (refused.length > 0) {
    sentences.push((refused.length === 1 ? words.refused : words.refusedMany).replace("{n}", refused.length));
  }
  strip.querySelector("span").textContent = sentences.join(" ");
  strip.querySelector("a").hidden = state !== "signed-out";
  strip.hidden = sentences.length === 0;
  showRefused(refused, again);
};

/** A sentence that the person is told at once, such as whom to call. */
export const note = (sentence) =>
  Object.assign(document.createElement("p"), { className: "note amber-note", textContent: sentence });

/** Tells what the server says to what was sent, unless it stands there already; whether it told anything. */
export const tell = (receipts, into) => {
  const said = [...document.querySelectorAll(".note")].map((each) => each.textContent);
  const language = document.documentElement.lang;
  const sentences = receipts.flatMap((receipt) => receipt.help).map((text) => text[language]);
  const news = [...new Set(sentences)].filter((sentence) => !said.includes(sentence));
  into.prepend(...news.map(note));
  return news.length > 0;
};

/** Forgets this participant before they sign out; asks once more where something was not sent. */
export const signOut = async (form) => {
  const warning = document.getElementById("unsent-sign-out");
  if ((await all(ENTRY)).length > 0 && warning.hidden) {
    warning.hidden = false;
    return;
  }
  const person = await owner();
  if (person !== null) {
    await forget(person);
  }
  form.submit();
};
