import type { Tx } from "~db/client.server";
import { insertEmailToken, type EmailTokenPurpose } from "~db/repositories/accounts/account.server";
import { now } from "~/platform/clock.server";
import { env } from "~/platform/env.server";
import { safeReturnTo } from "~/platform/redirect.server";
import { newToken, tokenHash } from "~/platform/session/token.server";

/** How long each link works, in minutes. */
export const linkMinutes = { "verify-email": 24 * 60, "reset-password": 30 } as const satisfies Record<
  EmailTokenPurpose,
  number
>;

type LinkRequest = {
  readonly userId: string;
  readonly purpose: EmailTokenPurpose;
  readonly returnTo?: string | undefined;
};

/** A single-use link for a mail. Opening it only shows a page; its button uses the link up. */
export async function issueEmailLink(tx: Tx, { userId, purpose, returnTo }: LinkRequest): Promise<string> {
  const token = newToken();
  const createdAt = now();
  const expiresAt = new Date(createdAt.getTime() + linkMinutes[purpose] * 60_000);
  await insertEmailToken(tx, { tokenHash: tokenHash(token), userId, purpose, createdAt, expiresAt });
  const target = safeReturnTo(returnTo);
  const query = target === "/" ? "" : `?${new URLSearchParams({ returnTo: target })}`;
  return siteUrl(`/${purpose}/${token}${query}`);
}

/** A whole address for a mail, from a path of ours. */
export function siteUrl(path: string): string {
  return new URL(path, env().publicOrigin).href;
}
