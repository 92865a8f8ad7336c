// Evaluates the expressions of a study as the server does: what is missing is unknown, and an unknown part leaves the
// whole unknown unless the known parts decide it (Kleene 1938). An expression comes as nested lists, its operator first.
//
// A value is true, false, a decimal, a word, a list of words, {day}, {parts}, or null where it is missing.
"use strict";

import { compare, decimal, isDecimal, minus, nearest, over, plus, times } from "./decimal.js";

const kind = (value) => {
  if (value === null) {
    return "missing";
  }
  if (Array.isArray(value)) {
    return "words";
  }
  return typeof value === "object" ? Object.keys(value)[0] : typeof value;
};

const not = (a) => (typeof a === "boolean" ? !a : null);
const and = (a, b) => (a === false || b === false ? false : a === true && b === true ? true : null);
const or = (a, b) => not(and(not(a), not(b)));

const written = (value) => JSON.stringify(value, (key, part) => (typeof part === "bigint" ? String(part) : part));

const equal = (a, b) => {
  if (a === null || kind(a) !== kind(b)) {
    return null;
  }
  if (isDecimal(a)) {
    return compare(a, b) === 0;
  }
  return typeof a === "object" ? written(a) === written(b) : a === b;
};

const order = (accepts) => (a, b) => {
  if (isDecimal(a) && isDecimal(b)) {
    return accepts(compare(a, b));
  }
  const days = kind(a) === "day" && kind(b) === "day";
  return days ? accepts(a.day < b.day ? -1 : a.day > b.day ? 1 : 0) : null;
};

const compute = (operation) => (a, b) => (isDecimal(a) && isDecimal(b) ? operation(a, b) : null);

const atLeast = order((sign) => sign >= 0);

const BETWEEN = {
  or,
  and,
  "==": equal,
  "!=": (a, b) => not(equal(a, b)),
  "<=": order((sign) => sign <= 0),
  ">=": atLeast,
  "<": order((sign) => sign < 0),
  ">": order((sign) => sign > 0),
  "+": compute(plus),
  "-": compute(minus),
  "*": compute(times),
  "/": compute(over),
};

const whole = (count) => decimal(count);
const truths = (values) => values.filter((value) => value === true).length;

// The sum of the known items times this, over how many are known, where at most so many are missing.
const estimate = (allowance, items, target) => {
  const known = items.filter((item) => item !== null);
  if (known.length === 0 || atLeast(allowance, whole(items.length - known.length)) !== true) {
    return null;
  }
  const sum = known.reduce(BETWEEN["+"], whole(0));
  return known.length === target ? sum : BETWEEN["/"](BETWEEN["*"](sum, whole(target)), whole(known.length));
};

const isOfGroup = (code) => (group) => {
  if (typeof group !== "string") {
    return null;
  }
  return code.startsWith(group) ? true : group.startsWith(code) ? null : false;
};

const CALLS = {
  sum: (...all) => all.reduce(BETWEEN["+"], whole(0)),
  prorated: (allowance, ...items) => estimate(allowance, items, items.length),
  mean: (allowance, ...items) => estimate(allowance, items, 1),
  rounded: (value) => (isDecimal(value) ? nearest(value) : null),
  when: (condition, yes, no) => {
    const chosen = condition === true ? yes : condition === false ? no : null;
    return isDecimal(chosen) ? chosen : null;
  },
  count: (...all) => (all.every((value) => typeof value === "boolean") ? whole(truths(all)) : null),
  at_least: (wanted, ...all) => {
    const certain = atLeast(whole(truths(all)), wanted);
    const possible = atLeast(whole(all.filter((value) => value !== false).length), wanted);
    return certain === possible ? certain : null;
  },
  atc_in: (medicine, ...groups) => {
    const code = kind(medicine) === "parts" ? medicine.parts.atc : null;
    return typeof code === "string" ? groups.map(isOfGroup(code)).reduce(or, false) : null;
  },
  known: (...all) => all.every((value) => value !== null),
};

const oneOf = (value, list) => {
  const each = kind(value) === "words" ? value : [value];
  const comparable = ["words", "string"].includes(kind(value)) || isDecimal(value);
  return comparable ? each.some((one) => list.some((literal) => equal(one, literal) === true)) : null;
};

/** The value of an expression; the variables are a function from a name to a value. */
export const evaluate = ([operator, ...operands], variables) => {
  switch (operator) {
    case "number":
      return decimal(operands[0]);
    case "word":
    case "truth":
      return operands[0];
    case "name":
      return variables(operands[0]) ?? null;
    case "not":
      return not(evaluate(operands[0], variables));
  }
  const values = operands.map((operand) => evaluate(operand, variables));
  if (operator === "in") {
    return oneOf(values[0], values.slice(1));
  }
  return (BETWEEN[operator] ?? CALLS[operator])(...values);
};

/** Every variable that an expression names. */
export const names = ([operator, ...operands]) =>
  operator === "name"
    ? [operands[0]]
    : operands.filter(Array.isArray).flatMap((operand) => names(operand));
