// Reads one answer as the server does: what it means to a condition, or the sentence that says what is wrong with it. The
// sentences are the server's own, with MARK where they repeat what was written.
"use strict";

import { compare, decimal, decimalsOf } from "./decimal.js";

const MARK = "…";
const NUMBER = /^[-+]?[0-9]{1,15}([.,][0-9]{1,10})?$/;
const DATE = /^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$/;
const TIME = /^([01][0-9]|2[0-3]):[0-5][0-9]$/;
const WHOLE = /^(0|-?[1-9][0-9]{0,8})$/;
const ATC = /^[ABCDGHJLMNPRSV]([0-9]{2}([A-Z]([A-Z]([0-9]{2})?)?)?)?$/;
const UNKEPT = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;

const accepted = (value) => ({ value });
const declined = (item, given, why = item.fault) => ({ fault: (why ?? "").replace(MARK, String(given)) });

export const isEmpty = (given) => {
  if (given === null || given === undefined) {
    return true;
  }
  return typeof given === "object" ? Object.values(given).every(isEmpty) : given.trim() === "";
};

const numbered = (item) => item.options.every((option) => WHOLE.test(option));

const exists = (day) => {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
};

const readNumber = (item, given) => {
  const written = given.trim();
  if (!NUMBER.test(written)) {
    return declined(item, given);
  }
  const value = decimal(written);
  const { least = "0", most = "10", decimals = "0" } = item.settings;
  const within = compare(value, decimal(least)) >= 0 && compare(value, decimal(most)) <= 0;
  return within && decimalsOf(value) <= Number(decimals) ? accepted(value) : declined(item, given);
};

const readText = (item, given) => {
  const text = given.trim().replaceAll("\r\n", "\n");
  const fits = [...text].length <= Number(item.settings["max-length"] ?? 500);
  return fits && text.isWellFormed?.() !== false && !UNKEPT.test(text) ? accepted(text) : declined(item, given);
};

const READ = {
  boolean: (item, given) => (given === "true" || given === "false" ? accepted(given === "true") : declined(item, given)),
  choice: (item, given) => {
    if (!item.options.includes(given)) {
      return declined(item, given);
    }
    return accepted(numbered(item) ? decimal(given) : given);
  },
  choices: (item, given) => {
    const stray = given.find((each) => !item.options.includes(each));
    return stray === undefined
      ? accepted(item.options.filter((option) => given.includes(option)))
      : declined(item, stray);
  },
  integer: readNumber,
  number: readNumber,
  nrs: readNumber,
  vas: readNumber,
  date: (item, given) => {
    const day = given.trim();
    return DATE.test(day) && exists(day) ? accepted({ day }) : declined(item, given);
  },
  time: (item, given) => (TIME.test(given.trim()) ? accepted(given.trim()) : declined(item, given)),
  text: readText,
};

// What the parts of an answer must be together.
const TOGETHER = {
  medication: (item, parts) => {
    if ("dose" in parts !== "unit" in parts) {
      return declined(item, "", item.faults.unit);
    }
    if ("atc" in parts) {
      const written = parts.atc;
      parts.atc = written.trim().toUpperCase();
      return ATC.test(parts.atc) ? accepted({ parts }) : declined(item, written, item.faults.atc);
    }
    return accepted({ parts });
  },
};

const readParts = (item, given) => {
  const parts = {};
  for (const part of item.parts) {
    const reading = read(part, given[part.code]);
    if (reading.fault !== undefined) {
      return { fault: `${part.name}: ${reading.fault}` };
    }
    if (reading.value !== null) {
      parts[part.code] = reading.value;
    }
  }
  return (TOGETHER[item.type] ?? (() => accepted({ parts })))(item, parts);
};

/** A value, null where nothing was answered, or the sentence that says what is wrong. */
export const read = (item, given) => {
  if (isEmpty(given)) {
    return item.required ? { fault: item.missing } : accepted(null);
  }
  return item.parts.length > 0 ? readParts(item, given) : READ[item.type](item, given);
};

const below = (a, b) => (typeof a === "string" ? a < b : typeof a === "object" && "day" in a ? a.day < b.day : compare(a, b) < 0);

/** The question whether an unusual answer is right, where it is unusual. */
export const doubt = (item, given) => {
  const { value = null } = item.usual ? read(item, given) : {};
  if (value === null) {
    return null;
  }
  const { least, most, question } = item.usual;
  const limit = (written) => read(item, written).value;
  const unusual = (least && below(value, limit(least))) || (most && below(limit(most), value));
  return unusual ? question.replace(MARK, String(given).trim()) : null;
};
