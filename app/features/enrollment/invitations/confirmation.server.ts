import { createCookie } from "@remix-run/node";
import { env } from "~/platform/env.server";
import { openText, sealText, SealBrokenError, type SealedPlace } from "~/platform/secrets/sealing.server";

const minutes = 30;

function placeOf(invitationId: string): SealedPlace {
  return { table: "invitations", column: "confirmation", owner: "invitation", rowId: invitationId };
}

function cookie() {
  const secure = new URL(env().publicOrigin).protocol === "https:";
  return createCookie("joining", {
    path: "/invitation",
    httpOnly: true,
    sameSite: "lax",
    secure,
    maxAge: minutes * 60,
  });
}

/** `Set-Cookie`: this browser has said whose invitation it is. Worth nothing for another link, and after half an hour. */
export function confirmationCookie(invitationId: string, now: Date): Promise<string> {
  const until = now.getTime() + minutes * 60_000;
  return cookie().serialize(sealText(placeOf(invitationId), String(until)));
}

/** Whether the request comes from a browser that has confirmed the person behind this invitation. */
export async function isConfirmed(header: string | null, invitationId: string, now: Date): Promise<boolean> {
  const sealed: unknown = await cookie().parse(header);
  if (typeof sealed !== "string") return false;
  try {
    return Number(openText(placeOf(invitationId), sealed)) > now.getTime();
  } catch (error) {
    if (error instanceof SealBrokenError) return false;
    throw error;
  }
}
