// A form being filled in on the phone, question by question: who is asked what, given the answers so far.
"use strict";

import { doubt, isEmpty, read } from "./answers.js";
import { evaluate, names } from "./conditions.js";

/** What the answers so far mean, and which questions they ask. */
export const fill = (form, given) => {
  const values = {};
  const asked = [];
  const known = (name) => values[name] ?? null;
  for (const item of form.items) {
    const wanted = item.askIf ? evaluate(item.askIf, known) === true : true;
    values[item.code] = null;
    if (!wanted) {
      continue;
    }
    if (item.type === "computed") {
      values[item.code] = evaluate(item.formula, known);
      continue;
    }
    asked.push(item);
    values[item.code] = read(item, given[item.code]).value ?? null;
  }
  return { values, asked };
};

const answered = (sheet, item) => item.code in sheet.given;

/** A sheet is {form, given, confirmed}: the answers as they were typed, and the unusual ones that were confirmed. */
export const asked = (sheet) => fill(sheet.form, sheet.given).asked;

/** The question to show: the one named, else the first without an answer, else the last. */
export const at = (sheet, code) => {
  const all = asked(sheet);
  return all.find((item) => item.code === code) ?? all.find((item) => !answered(sheet, item)) ?? all.at(-1);
};

const questions = (sheet) => sheet.form.items.filter((item) => item.type !== "computed");

export const position = (sheet, item) => questions(sheet).indexOf(item) + 1;

export const total = (sheet) => questions(sheet).length;

export const before = (sheet, item) => {
  const all = asked(sheet);
  return all[all.indexOf(item) - 1] ?? null;
};

const open = (sheet, item) => !sheet.confirmed.includes(item.code) && doubt(item, sheet.given[item.code]) !== null;

/** The question after this one, or one whose unusual answer nobody confirmed; none when the form is complete. */
export const after = (sheet, item) => {
  const all = asked(sheet);
  return all[all.indexOf(item) + 1] ?? all.find((each) => open(sheet, each)) ?? null;
};

/** Whether no later question can follow, whatever the answer. */
export const isLast = (sheet, item) => {
  const all = questions(sheet);
  const opensAnother = all
    .slice(all.indexOf(item) + 1)
    .some((later) => later.askIf && names(later.askIf).includes(item.code));
  const following = asked(sheet);
  return following.indexOf(item) === following.length - 1 && !opensAnother;
};

/** This sheet with what was typed for one question: nothing, where it was skipped. */
export const withAnswer = (sheet, item, given, confirmed) => ({
  ...sheet,
  given: { ...sheet.given, [item.code]: isEmpty(given) ? null : given },
  confirmed: [...sheet.confirmed.filter((code) => code !== item.code), ...(confirmed ? [item.code] : [])],
});

/** What is wrong with the answer to a question: {fault} or {doubt}, or nothing. */
export const wrong = (sheet, item, skipped) => {
  const given = sheet.given[item.code];
  if (isEmpty(given)) {
    return item.required || !skipped ? { fault: item.unanswered } : {};
  }
  const { fault } = read(item, given);
  if (fault !== undefined) {
    return { fault };
  }
  return open(sheet, item) ? { doubt: doubt(item, given) } : {};
};

/** The scores of a form, computed one from the other. */
export const scores = (form, values) => {
  const known = { ...values };
  for (const [code, formula] of form.scores) {
    known[code] = evaluate(formula, (name) => known[name] ?? null);
  }
  return known;
};

/** What the person is told at once because of these answers, such as whom to call. */
export const help = (sheet) => {
  const known = scores(sheet.form, fill(sheet.form, sheet.given).values);
  const said = sheet.form.help.filter(({ when }) => evaluate(when, (name) => known[name] ?? null) === true);
  return [...new Set(said.map(({ text }) => text))];
};
