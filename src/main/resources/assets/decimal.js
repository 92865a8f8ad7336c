// Decimals of up to 34 digits, halves to even: the arithmetic of the server's expressions, which no binary fraction has.
"use strict";

const PRECISION = 34;

// A number is its digits times ten to the power of minus its scale.
const number = (digits, scale) => ({ digits, scale });
const tenTo = (power) => 10n ** BigInt(power);
const length = (digits) => String(digits < 0n ? -digits : digits).length;

export const isDecimal = (value) => typeof value === "object" && value !== null && "digits" in value;

export const decimal = (written) => {
  const [whole, fraction = ""] = String(written).replace(",", ".").replace(/^\+/, "").split(".");
  return number(BigInt(whole + fraction), fraction.length);
};

const atScale = (a, scale) => a.digits * tenTo(scale - a.scale);

const together = (a, b) => {
  const scale = Math.max(a.scale, b.scale);
  return [atScale(a, scale), atScale(b, scale), scale];
};

const rounded = (digits, scale) => {
  const extra = length(digits) - PRECISION;
  if (extra <= 0) {
    return number(digits, scale);
  }
  const unit = tenTo(extra);
  const size = digits < 0n ? -digits : digits;
  const rest = size % unit;
  let kept = size / unit;
  if (2n * rest > unit || (2n * rest === unit && kept % 2n === 1n)) {
    kept += 1n;
  }
  return rounded(digits < 0n ? -kept : kept, scale - extra);
};

export const compare = (a, b) => {
  const [left, right] = together(a, b);
  return left < right ? -1 : left > right ? 1 : 0;
};

export const plus = (a, b) => {
  const [left, right, scale] = together(a, b);
  return rounded(left + right, scale);
};

export const minus = (a, b) => plus(a, number(-b.digits, b.scale));

export const times = (a, b) => rounded(a.digits * b.digits, a.scale + b.scale);

// Two digits more than are kept, and one that tells whether anything follows: enough to round as if it went on for ever.
export const over = (a, b) => {
  if (b.digits === 0n) {
    return null;
  }
  const shift = Math.max(0, PRECISION + 2 + length(b.digits) - length(a.digits));
  const dividend = a.digits * tenTo(shift);
  const rest = dividend % b.digits;
  const sign = dividend < 0n === b.digits < 0n ? 1n : -1n;
  const quotient = (dividend / b.digits) * 10n + (rest === 0n ? 0n : sign);
  return rounded(quotient, a.scale - b.scale + shift + 1);
};

// The nearest whole number; halves go away from zero.
export const nearest = (a) => {
  if (a.scale <= 0) {
    return a;
  }
  const unit = tenTo(a.scale);
  const size = a.digits < 0n ? -a.digits : a.digits;
  const whole = (2n * size + unit) / (2n * unit);
  return number(a.digits < 0n ? -whole : whole, 0);
};

export const decimalsOf = (a) => {
  let { digits, scale } = a;
  while (scale > 0 && digits % 10n === 0n) {
    digits /= 10n;
    scale -= 1;
  }
  return Math.max(0, scale);
};
