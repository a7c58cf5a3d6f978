import { AsyncLocalStorage } from "node:async_hooks";

type RequestMemory = {
  readonly clientAddress: string;
  readonly answers: Map<string, Promise<unknown>>;
};

// The server process and the built routes are two bundles: one store on the global object serves both.
const storeKey = Symbol.for("shopfront.request-memory");
const globals = globalThis as typeof globalThis & { [storeKey]?: AsyncLocalStorage<RequestMemory> };
const store = (globals[storeKey] ??= new AsyncLocalStorage<RequestMemory>());

/** Runs the handling of one HTTP request. What is remembered inside is gone with it. */
export function inRequest<T>({ clientAddress }: { clientAddress: string }, handle: () => T): T {
  return store.run({ clientAddress, answers: new Map() }, handle);
}

/**
 * The answer to a question that several loaders of one request ask. Remix gives each loader a copy of the request,
 * so the copy cannot carry the answer. Outside a request the question is simply asked.
 */
export function oncePerRequest<T>(question: string, ask: () => Promise<T>): Promise<T> {
  const memory = store.getStore();
  if (!memory) return ask();
  const known = memory.answers.get(question);
  if (known) return known as Promise<T>;
  const answer = ask();
  memory.answers.set(question, answer);
  return answer;
}

/** After an act that changes the answers: who is signed in, or their name or language. */
export function forgetAnswers(): void {
  store.getStore()?.answers.clear();
}

/** The browser's network address as the server saw it, for counting attempts. */
export function clientAddress(): string {
  return store.getStore()?.clientAddress ?? "unknown";
}
