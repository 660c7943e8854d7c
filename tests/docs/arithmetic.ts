import { Decimal } from "../../src/money/presentValue";
import { plainAmount } from "./markdown";

/**
 * Computations as a person writes them: `⌊2 500 × 2 / 3⌋`, `min(400 000; 250 000)`, `1 000 000 / 1,03^2`.
 * Exact, so that a figure on a page is right or wrong.
 */
export function evaluate(expression: string): Decimal {
  const reader = new Reader(tokensOf(expression), expression);
  const value = reader.sum();
  reader.end();
  return value;
}

/** A figure of a computation, as the page writes it. */
const figurePattern = /\d{1,3}(?:[\s\u00a0]\d{3})+(?!\d)(?:,\d+)?|\d+(?:,\d+)?/g;

const tokenPattern = new RegExp(`${figurePattern.source}|min|max|[-+−×/^();⌊⌋]`, "g");

function tokensOf(expression: string): string[] {
  const rest = expression.replace(tokenPattern, "").trim();
  if (rest !== "") throw new Error(`"${rest}" in "${expression}" is not understood.`);
  return expression.match(tokenPattern) ?? [];
}

class Reader {
  private position = 0;

  constructor(
    private readonly tokens: string[],
    private readonly source: string,
  ) {}

  private take(...wanted: string[]): string | undefined {
    const token = this.tokens[this.position];
    if (token === undefined || !wanted.includes(token)) return undefined;
    this.position += 1;
    return token;
  }

  private must(token: string): void {
    if (this.take(token) === undefined) throw new Error(`"${token}" is missing in "${this.source}".`);
  }

  end(): void {
    if (this.position < this.tokens.length) throw new Error(`"${this.tokens[this.position]}" is out of place in "${this.source}".`);
  }

  sum(): Decimal {
    let value = this.product();
    for (let sign = this.take("+", "−", "-"); sign !== undefined; sign = this.take("+", "−", "-")) {
      const term = this.product();
      value = sign === "+" ? value.plus(term) : value.minus(term);
    }
    return value;
  }

  private product(): Decimal {
    let value = this.power();
    for (let sign = this.take("×", "/"); sign !== undefined; sign = this.take("×", "/")) {
      const factor = this.power();
      value = sign === "×" ? value.times(factor) : value.dividedBy(factor);
    }
    return value;
  }

  private power(): Decimal {
    const base = this.single();
    return this.take("^") === undefined ? base : base.pow(this.single());
  }

  private single(): Decimal {
    if (this.take("−", "-") !== undefined) return this.single().negated();
    const name = this.take("min", "max");
    if (name !== undefined) {
      this.must("(");
      const values = [this.sum()];
      while (this.take(";") !== undefined) values.push(this.sum());
      this.must(")");
      return name === "min" ? Decimal.min(...values) : Decimal.max(...values);
    }
    for (const [begin, close] of [["(", ")"], ["⌊", "⌋"]] as const) {
      if (this.take(begin) === undefined) continue;
      const value = this.sum();
      this.must(close);
      return begin === "⌊" ? value.floor() : value;
    }
    const figure = this.tokens[this.position] ?? "";
    this.position += 1;
    return new Decimal(plainAmount(figure));
  }
}

/**
 * Checks a line such as `S: 1 250 000 + 500 000 = 1 750 000`. After ≈ stands a figure rounded to the decimals shown.
 * @returns the figure that comes out, as the page writes it
 * @throws when a side is not what it is said to be, or when nothing is computed
 */
export function checkComputation(line: string): string {
  const [, statement = ""] = /^[^:]+: (.*)$/.exec(line) ?? [];
  const parts = statement.split(/ ([=≈]) /);
  if (parts.length < 3) throw new Error(`"${line}" computes nothing: write "label: expression = figure".`);
  let left = evaluate(parts[0]!);
  for (let index = 1; index < parts.length; index += 2) {
    const [sign, text = ""] = [parts[index], parts[index + 1]];
    const right = evaluate(text);
    const decimals = /,(\d+)$/.exec(text)?.[1]?.length ?? 0;
    if (!(sign === "=" ? left : left.toDecimalPlaces(decimals)).equals(right)) {
      throw new Error(`"${line}" is wrong: ${parts[0]} is ${left.toDecimalPlaces(6).toFixed()}.`);
    }
    left = right;
  }
  return parts.at(-1)!;
}
