import { faultParams, passwordFault } from "~/features/account/password.schema";
import { findMailboxMessage, listMailbox } from "~/features/account/mailbox/demonstration-mailbox.query.server";
import { acceptInvitation } from "~/features/enrollment/invitations/accept-invitation.command.server";
import { confirmIdentity } from "~/features/enrollment/invitations/confirm-identity.command.server";
import { confirmationCookie } from "~/features/enrollment/invitations/confirmation.server";
import { identitySchema } from "~/features/enrollment/invitations/identity.schema";
import {
  findByToken,
  openInvitation,
  type Clock,
} from "~/features/enrollment/invitations/open-invitation.command.server";
import { sendAgain } from "~/features/enrollment/invitations/send-again.command.server";
import { parsePosted } from "~/platform/forms/parse-form";
import type { Invitee } from "~db/repositories/roster/invitation.server";
import { demoPassword } from "./demo-password";
import { must, type DemoActing } from "./make-group";

type Invited = { readonly acting: DemoActing; readonly person: Invitee; readonly clock: Clock };

/** Opens the link that was mailed, and goes no further. */
export async function openLink({ acting, person, clock }: Invited): Promise<void> {
  await openInvitation(await mailedLink({ acting, person, clock }), clock);
}

/** Goes through the invitation's pages: the link, who I am, a password. The mailed link is used up. */
export async function join({ acting, person, clock }: Invited): Promise<void> {
  const token = await mailedLink({ acting, person, clock });
  const found = await openInvitation(token, clock);
  if (!found) throw new Error(`The invitation of ${person.email} was mailed and is not there.`);
  const { lastName, bornOn, language } = found.record;
  const identity = must(parsePosted(identitySchema, { lastName, bornOn }));
  const invitationId = must(await confirmIdentity(token, identity, clock));
  const cookies = await confirmationCookie(invitationId, clock.now);
  const way = { kind: "password", password: demoPassword() } as const;
  const faults = { passwordFault, passwordParams: faultParams };
  must(await acceptInvitation({ token, cookies, way, language, ...faults }, clock));
}

/** The newest link in the person's mail that works; without one the owner sends the invitation again. */
async function mailedLink({ acting, person, clock }: Invited): Promise<string> {
  const before = await linkInMailbox({ acting, person, clock });
  if (before !== undefined) return before;
  const { employeeId, liveInvitationId } = person;
  must(await sendAgain(acting, { employeeId, replaces: liveInvitationId ?? undefined }));
  const after = await linkInMailbox({ acting, person, clock });
  if (after === undefined) throw new Error(`No invitation could be mailed to ${person.email}.`);
  return after;
}

async function linkInMailbox({ acting, person, clock }: Invited): Promise<string | undefined> {
  for (const { recipient, messageId } of await listMailbox()) {
    if (recipient !== person.email) continue;
    const message = await findMailboxMessage(messageId);
    const token = /\/invitation\/([\w-]{43})/.exec(message?.text ?? "")?.[1];
    const found = await findByToken(token, clock);
    if (found?.state === "live" && found.record.employerId === acting.employerId) return token;
  }
  return undefined;
}
