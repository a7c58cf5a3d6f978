/**
 * A Social Security number that cannot be printed by accident: text, JSON, template strings and the console show
 * only the mask. `reveal` is the one way to the digits, so every use can be found by its name.
 */
export class SecretSsn {
  readonly #digits: string;

  private constructor(digits: string) {
    this.#digits = digits;
  }

  /** Nine digits, with or without dashes or spaces; undefined for anything else. Which numbers exist is a domain rule. */
  static parse(text: string): SecretSsn | undefined {
    const digits = text.trim().replace(/^(\d{3})[- ]?(\d{2})[- ]?(\d{4})$/, "$1$2$3");
    return /^\d{9}$/.test(digits) ? new SecretSsn(digits) : undefined;
  }

  reveal(): string {
    return this.#digits;
  }

  get lastFour(): string {
    return this.#digits.slice(5);
  }

  toString(): string {
    return `***-**-${this.lastFour}`;
  }

  toJSON(): string {
    return this.toString();
  }

  [Symbol.toPrimitive](): string {
    return this.toString();
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}
