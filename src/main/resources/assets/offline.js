// The pages of a participant when the server cannot be reached: what is due, one question a screen, and where the answers
// are. They look as the server's do, since each question is the server's own.
"use strict";

import { onReturn } from "./diary.js";
import { complain, fillIn, typed } from "./fields.js";
import { drawLine } from "./line.js";
import { after, at, before, help, isLast, position, total, withAnswer, wrong } from "./sheet.js";
import { offset, sync } from "./sync.js";
import { note, show, tell } from "./unsent.js";
import { all, DRAFT, drop, ENTRY, find, keep, PACKAGE } from "./vault.js";

const shell = document.getElementById("shell");
const words = shell.dataset;
const language = document.documentElement.lang;
const header = { day: document.querySelector(".top p"), back: document.querySelector(".top a") };
const UUID = /^[^/]+\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const copy = (name) => document.getElementById(name).content.cloneNode(true);
const say = (sentence, values) => Object.entries(values).reduce((text, [key, value]) => text.replace(`{${key}}`, value), sentence);
const element = (tag, text, className = "") => Object.assign(document.createElement(tag), { textContent: text, className });

const WEEKDAY = new Intl.DateTimeFormat(language === "nl" ? "nl-NL" : "en-GB", { weekday: "long", day: "numeric", month: "long" });
const weekday = (day) => WEEKDAY.format(new Date(`${day}T12:00:00`)).replace(",", "");

// The day where the person is, by the clock of the server as far as it is known.
const today = async () => {
  const now = new Date(Date.now() + (await offset()));
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

const put = (page, { day, back, title }) => {
  shell.replaceChildren(page);
  header.day.textContent = weekday(day);
  header.back.classList.toggle("nowhere", back === null);
  header.back.href = back ?? "";
  document.title = `${title} · ${words.product}`;
  shell.querySelectorAll("[data-line]").forEach(drawLine);
};

const isOpen = (task, day) => task.state !== "done" && task.opens <= day && (!task.day || day <= task.due);

const open = async (forms, day) => {
  const kept = (await all(ENTRY)).map((entry) => entry.task);
  return forms.tasks.filter((task) => isOpen(task, day) && !kept.includes(task.key));
};

const link = (href, title, small) => {
  const anchor = Object.assign(document.createElement("a"), { href });
  anchor.append(element("b", title), element("span", small));
  const item = document.createElement("li");
  item.append(anchor);
  return item;
};

const until = (task, day) => say(day <= task.due ? words.until : words.late, { day: weekday(task.due), n: task.minutes });

const list = async (forms, day) => {
  const due = await open(forms, day);
  const page = copy("list");
  page.querySelector("h1").textContent = due.length === 0 ? words.nothing : due.length === 1 ? words.one : words.several;
  page.querySelector(".due").append(...due.map((task) => link(`/today/${task.key}`, task.title, until(task, day))));
  const reports = forms.events.map((event) => link(`/today/${event.code}/${crypto.randomUUID()}`, event.title, event.when));
  page.querySelector(".reports").append(...reports);
  page.querySelector("h2").hidden = reports.length === 0;
  put(page, { day, back: null, title: words.today });
};

/** What an address is about: a task, or an event on its way. */
const taskAt = (forms, key) => {
  const event = UUID.test(key) && forms.events.find((each) => key.startsWith(`${each.code}/`));
  return event ? { ...event, key, event: event.code } : (forms.tasks.find((task) => task.key === key) ?? null);
};

const sheetOf = async (forms, task) => {
  const draft = await find(DRAFT, task.key);
  const version = draft && `${draft.version}/${task.form}` in forms.forms ? draft.version : task.version;
  const begun = draft ?? { given: {}, confirmed: [], fields: {}, offline: [] };
  return { ...begun, version, form: forms.forms[`${version}/${task.form}`] };
};

const isWrong = ({ fault, doubt }) => fault !== undefined || doubt !== undefined;

const ask = (task, sheet, item, day, problem = {}) => {
  const page = copy("asking");
  const form = page.querySelector("form");
  const here = `/today/${task.key}`;
  const progress = page.querySelector("progress");
  Object.assign(progress, { max: total(sheet), value: position(sheet, item) });
  progress.setAttribute("aria-label", say(words.progress, { n: position(sheet, item), of: total(sheet) }));
  form.querySelector(".intro").textContent = sheet.form.intro;
  form.querySelector(".intro").hidden = sheet.form.intro === "";
  form.querySelector(".question").innerHTML = item.html;
  form.elements._next.textContent = isLast(sheet, item) ? words.send : words.next;
  form.elements._skip.hidden = item.required;
  form.elements._skip.textContent = item.skip;
  form.querySelector(".notice").textContent = sheet.form.attribution;
  fillIn(form, item, sheet.given[item.code]);
  if (isWrong(problem)) {
    complain(form, item, { ...problem, fault: problem.fault === "" ? words.check : problem.fault }, sheet.given[item.code]);
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    answer(task, sheet, item, day, [...new FormData(form, event.submitter).entries()]);
  });
  const earlier = before(sheet, item);
  put(page, { day: task.day ?? day, back: earlier ? `${here}?question=${earlier.code}` : "/today", title: sheet.form.title });
};

const answer = async (task, sheet, item, day, fields) => {
  const skipped = fields.some(([name]) => name === "_skip");
  const given = skipped ? null : typed(item, fields);
  const confirmed = fields.some(([name, value]) => name === "_confirmed" && value === `${item.code}=${given}`);
  const answered = withAnswer(sheet, item, given, confirmed);
  const problem = wrong(answered, item, skipped);
  if (isWrong(problem)) {
    return ask(task, answered, item, day, problem);
  }
  const { form, ...draft } = answered;
  draft.fields = { ...sheet.fields, [item.code]: fields.filter(([name]) => name !== "_question") };
  draft.offline = [...sheet.offline.filter((code) => code !== item.code), item.code];
  const next = after(answered, item);
  if (next === null) {
    return handIn(task, answered, day);
  }
  await keep(DRAFT, task.key, draft);
  history.pushState(null, "", `/today/${task.key}?question=${next.code}`);
  return ask(task, { ...draft, form }, next, day);
};

const handIn = async (task, sheet, day) => {
  await keep(ENTRY, task.event ? task.key.split("/")[1] : crypto.randomUUID(), {
    task: task.event ?? task.key,
    version: sheet.version,
    answers: sheet.given,
    confirmed: sheet.confirmed,
    language,
    filledInAt: new Date().toISOString(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    title: task.title,
  });
  await drop(DRAFT, task.key);
  navigator.storage?.persist?.();
  history.replaceState(null, "", "/today");
  await done(sheet, day);
  await synchronise();
};

const done = async (sheet, day) => {
  const forms = await find(PACKAGE, "forms");
  const more = (await open(forms, day)).length > 0;
  const page = copy("done");
  page.querySelector("h1").textContent = more ? words.more : words.all;
  page.querySelector("h1").after(...help(sheet).map(note));
  page.querySelector("a").textContent = more ? words.goOn : words.back;
  page.querySelector("a").className = more ? "button" : "link";
  put(page, { day, back: null, title: words.thanks });
};

const synchronise = async () => {
  const { state, receipts } = await sync(true);
  const done = shell.querySelector(".done");
  if (done) {
    tell(receipts, done);
    done.querySelector(".where").textContent = (await all(ENTRY)).length === 0 ? words.onServer : words.onPhone;
  } else if (state === "here" && !shell.querySelector("form.step")) {
    location.reload();
  }
};

// What was sent from the server's page at the moment when the network was gone.
const takenOver = () =>
  new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = ({ data }) => resolve(data);
    setTimeout(() => resolve(null), 2000);
    (navigator.serviceWorker.controller ?? { postMessage: () => resolve(null) }).postMessage("unsent", [channel.port2]);
  });

const isKept = async (task) =>
  (await all(ENTRY)).some((entry) => entry.task === task.key || `${entry.task}/${entry.id}` === task.key);

const start = async () => {
  const forms = await find(PACKAGE, "forms");
  if (forms === null) {
    shell.replaceChildren(copy("nothing"));
    return;
  }
  const day = await today();
  const task = taskAt(forms, decodeURI(location.pathname).replace(/^\/today\/?/, ""));
  if (!task || (await isKept(task)) || !(task.event || isOpen(task, day))) {
    await list(forms, day);
    return;
  }
  const sheet = await sheetOf(forms, task);
  const sent = await takenOver();
  if (sent) {
    history.replaceState(null, "", location.pathname);
    await answer(task, sheet, at(sheet, sent.find(([name]) => name === "_question")?.[1]), day, sent);
  } else {
    ask(task, sheet, at(sheet, new URLSearchParams(location.search).get("question")), day);
  }
};

// The dark page is the server's to render; without it the class is changed here, until the server is back.
const LIGHT = "light";
const dim = (on) => {
  document.documentElement.classList.toggle("migraine", on);
  document.querySelector(".top button").setAttribute("aria-pressed", String(on));
};
document.querySelector(".top form").addEventListener("submit", (event) => {
  event.preventDefault();
  const on = !document.documentElement.classList.contains("migraine");
  sessionStorage.setItem(LIGHT, on ? "dim" : "bright");
  dim(on);
});
if (sessionStorage.getItem(LIGHT)) {
  dim(sessionStorage.getItem(LIGHT) === "dim");
}

self.addEventListener("popstate", start);
onReturn(synchronise);
await start();
await show("away", synchronise);
