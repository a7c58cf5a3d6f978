/** Answers that never change, kept in this process; beyond `size` the least recently used is let go. */
export class KeptAnswers<T> {
  readonly #answers = new Map<string, Promise<T>>();

  constructor(readonly size: number) {}

  get(name: string, ask: () => Promise<T>): Promise<T> {
    const known = this.#answers.get(name);
    const answer = known ?? ask();
    this.#answers.delete(name);
    this.#answers.set(name, answer);
    // What could not be read is asked for again.
    if (!known) answer.catch(() => this.#forget(name, answer));
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > this.size && oldest !== undefined) this.#answers.delete(oldest);
    return answer;
  }

  clear(): void {
    this.#answers.clear();
  }

  #forget(name: string, answer: Promise<T>): void {
    if (this.#answers.get(name) === answer) this.#answers.delete(name);
  }
}
