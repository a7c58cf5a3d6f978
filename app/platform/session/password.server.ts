import { hash, verify } from "@node-rs/argon2";
import { failed, done, type Outcome } from "../../domain/problem";

/** Argon2id with the parameters that OWASP gives as its minimum: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

// Hashing is the one thing a stranger can make us do that costs a processor: so much at once, and the rest waits or is
// told to come back.
const atOnce = 2;
const longestQueue = 32;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  if (running >= atOnce) {
    if (waiting.length >= longestQueue) return failed({ code: "sign-in-busy" });
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return done(await work());
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** The text to store; the problem `sign-in-busy` when too many are waiting. */
export function hashPassword(password: string): Promise<Outcome<string>> {
  return inTurn(() => hash(password, cost));
}

let hashOfNothing: Promise<string> | undefined;

/** Whether the password is right. Without a stored hash it takes as long and is wrong. */
export function checkPassword(password: string, storedHash: string | undefined): Promise<Outcome<boolean>> {
  return inTurn(async () => {
    hashOfNothing ??= hash("nobody has this password", cost);
    const decoy = await hashOfNothing;
    const right = await verify(storedHash ?? decoy, password);
    return storedHash !== undefined && right;
  });
}
