import { redirect } from "@remix-run/node";
import { withDoor, type Tx } from "~db/client.server";
import {
  deleteOverSessions,
  deleteSession,
  findLiveSession,
  insertSession,
  touchSession,
} from "~db/repositories/accounts/session.server";
import { now } from "../clock.server";
import type { Locale } from "../i18n/languages";
import { returnPathOf } from "../redirect.server";
import { forgetAnswers, oncePerRequest } from "../request/request-memory.server";
import { clearedSessionCookie, sessionCookie, sessionTokenOf } from "./session-cookie.server";
import { newToken, tokenHash } from "./token.server";

const idleMinutes = 30;
const longestHours = 12;
const touchEveryMilliseconds = 60_000;

/** Who is signed in, as every guard and loader sees them. */
export type SignedInUser = {
  readonly userId: string;
  readonly email: string;
  readonly fullName: string;
  readonly language: Locale;
  readonly isEmailVerified: boolean;
  readonly isOperator: boolean;
};

function minutesBefore(at: Date, minutes: number): Date {
  return new Date(at.getTime() - minutes * 60_000);
}

/** Sessions last seen before this are over. */
function idleLimit(at: Date): Date {
  return minutesBefore(at, idleMinutes);
}

/**
 * Starts a session with a token of its own, so that one which somebody planted before sign-in is worth nothing.
 * Give the answer as `Set-Cookie`. Runs in the caller's transaction.
 */
export async function startSession(tx: Tx, userId: string): Promise<string> {
  const token = newToken();
  const createdAt = now();
  const expiresAt = minutesBefore(createdAt, -longestHours * 60);
  await insertSession(tx, { tokenHash: tokenHash(token), userId, createdAt, expiresAt });
  forgetAnswers();
  return sessionCookie(token);
}

/** Ends the request's session here and in the browser, where it also clears what was kept of private pages. */
export async function endSession(request: Request): Promise<Headers> {
  const token = sessionTokenOf(request);
  if (token) await withDoor({ kind: "public" }, (tx) => deleteSession(tx, tokenHash(token)));
  forgetAnswers();
  const headers = new Headers({ "Set-Cookie": clearedSessionCookie() });
  headers.append("Clear-Site-Data", '"cache", "storage"');
  return headers;
}

/** The signed-in person, or undefined for a visitor. Looked up once in a request. */
export async function findUser(request: Request): Promise<SignedInUser | undefined> {
  const token = sessionTokenOf(request);
  if (!token) return undefined;
  const hashed = tokenHash(token);
  return oncePerRequest(`session ${hashed}`, () => lookUp(hashed));
}

async function lookUp(hashed: string): Promise<SignedInUser | undefined> {
  const at = now();
  return withDoor({ kind: "public" }, async (tx) => {
    const session = await findLiveSession(tx, { tokenHash: hashed, at, idleSince: idleLimit(at) });
    if (!session) return undefined;
    if (at.getTime() - session.lastSeenAt.getTime() >= touchEveryMilliseconds)
      await touchSession(tx, { tokenHash: hashed, at });
    return {
      userId: session.userId,
      email: session.email,
      fullName: session.fullName,
      language: session.language,
      isEmailVerified: session.emailVerifiedAt !== null,
      isOperator: session.isOperator,
    };
  });
}

/** The signed-in person; a visitor goes to sign in and comes back. */
export async function requireUser(request: Request): Promise<SignedInUser> {
  const user = await findUser(request);
  if (user) return user;
  throw redirect(`/sign-in?${new URLSearchParams({ returnTo: returnPathOf(request) })}`);
}

/** A signed-in person whose e-mail address is known to be theirs; others are asked to verify it first. */
export async function requireVerifiedUser(request: Request): Promise<SignedInUser> {
  const user = await requireUser(request);
  if (user.isEmailVerified) return user;
  throw redirect(`/verify-email?${new URLSearchParams({ returnTo: returnPathOf(request) })}`);
}

/** Removes the sessions that are over and tells how many; for the timetable. */
export async function clearOverSessions(): Promise<number> {
  const at = now();
  return withDoor({ kind: "public" }, (tx) => deleteOverSessions(tx, { at, idleSince: idleLimit(at) }));
}
