/** A polynomial with whole coefficients, lowest power first; the last is not zero. */
export type WholePolynomial = readonly bigint[];

/** How many times the signs change in a sequence; zeros are passed over. */
export function signChanges(signs: Iterable<bigint | number>): number {
  let changes = 0;
  let before = 0;
  for (const one of signs) {
    const sign = one > 0 ? 1 : one < 0 ? -1 : 0;
    if (sign === 0) continue;
    if (before !== 0 && sign !== before) changes += 1;
    before = sign;
  }
  return changes;
}

/**
 * How many different positive roots a polynomial has, exactly, by Sturm's theorem: the sign changes of its chain at 0
 * less those at infinity.
 * @param polynomial whose first coefficient is not zero (0 is no root)
 * @returns the number, and the polynomial with the same roots where each is single
 */
export function positiveRoots(polynomial: WholePolynomial): { count: number; simple: WholePolynomial } {
  const chain = sturmChain(polynomial);
  const atZero = chain.map((one) => one[0]!);
  const atInfinity = chain.map((one) => one.at(-1)!);
  const common = chain.at(-1)!;
  return { count: signChanges(atZero) - signChanges(atInfinity), simple: common.length > 1 ? quotient(polynomial, common) : polynomial };
}

/**
 * The polynomial, its derivative, and the negated remainders, each up to a positive factor; the last is their greatest
 * common divisor. The remainders are divided by what subresultants are known to have in common (Knuth, TAOCP 2, 4.6.1,
 * algorithm C), so that the coefficients grow no longer than they must.
 */
function sturmChain(polynomial: WholePolynomial): WholePolynomial[] {
  const chain: WholePolynomial[] = [polynomial, polynomial.slice(1).map((coefficient, index) => coefficient * BigInt(index + 1))];
  const signs = [1n, 1n];
  let g = 1n;
  let h = 1n;
  for (;;) {
    const [dividend, divisor] = [chain.at(-2)!, chain.at(-1)!];
    const remainder = pseudoRemainder(dividend, divisor);
    if (remainder.length === 0) return chain.map((one, index) => (signs[index] === 1n ? one : one.map((coefficient) => -coefficient)));
    const fall = dividend.length - divisor.length;
    const common = g * h ** BigInt(fall);
    const leading = divisor.at(-1)!;
    chain.push(remainder.map((coefficient) => coefficient / common));
    signs.push(-signs.at(-2)! * signOf(leading) ** BigInt(fall + 1) * signOf(common));
    g = leading;
    h = g ** BigInt(fall) / h ** BigInt(fall - 1);
  }
}

function signOf(whole: bigint): bigint {
  return whole < 0n ? -1n : 1n;
}

/** The remainder of leading^(fall + 1) · dividend, where `fall` is how much the divisor's degree is lower; empty when there is none. */
function pseudoRemainder(dividend: WholePolynomial, divisor: WholePolynomial): bigint[] {
  const left = [...dividend];
  const leading = divisor.at(-1)!;
  while (left.length >= divisor.length) {
    const offset = left.length - divisor.length;
    const top = left.pop()!;
    for (let index = 0; index < left.length; index++) left[index] = left[index]! * leading - (index >= offset ? divisor[index - offset]! * top : 0n);
  }
  while (left.length > 0 && left.at(-1) === 0n) left.pop();
  return left;
}

/** An exact division of polynomials, up to a positive or negative factor. */
function quotient(dividend: WholePolynomial, divisor: WholePolynomial): bigint[] {
  const left = [...dividend];
  const leading = divisor.at(-1)!;
  const terms: bigint[] = [];
  while (left.length >= divisor.length) {
    const offset = left.length - divisor.length;
    const top = left.at(-1)!;
    for (let index = 0; index < left.length; index++) left[index] = left[index]! * leading;
    for (let index = 0; index < terms.length; index++) terms[index] = terms[index]! * leading;
    divisor.forEach((coefficient, index) => (left[offset + index] = left[offset + index]! - coefficient * top));
    terms.unshift(top);
    left.pop();
  }
  return primitive(terms);
}

/** Divided by the greatest common divisor of its coefficients. */
function primitive(polynomial: WholePolynomial): bigint[] {
  let divisor = 0n;
  for (const coefficient of polynomial) {
    divisor = greatestCommonDivisor(divisor, coefficient);
    if (divisor === 1n) break;
  }
  return divisor > 1n ? polynomial.map((coefficient) => coefficient / divisor) : [...polynomial];
}

function greatestCommonDivisor(one: bigint, other: bigint): bigint {
  let [a, b] = [one < 0n ? -one : one, other < 0n ? -other : other];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
