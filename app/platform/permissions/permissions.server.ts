import { withDoor } from "~db/client.server";
import {
  findEmployerAccess,
  findOwnEmployment,
  type AccessibleEmployer,
  type EmployeeAccess,
  type Membership,
} from "~db/repositories/accounts/account-access.server";
import { draftOpener, type DraftOpener } from "../drafts/drafts.server";
import { isId } from "../id.server";
import { oncePerRequest } from "../request/request-memory.server";
import { requireUser, type SignedInUser } from "../session/session.server";

export type { AccessibleEmployer, Membership } from "~db/repositories/accounts/account-access.server";

/** The one answer for what is not there and what is somebody else's. */
export function notFound(): Response {
  return new Response(null, { status: 404, statusText: "Not Found" });
}

/**
 * The signed-in person with an active membership in the business of the URL. Anybody else gets 404, whether the
 * business exists or not. `role` narrows it: an owner may do what staff may. `draftsLike`: how the names of the forms
 * begin whose drafts the page shows; `draftOf` opens one.
 */
export async function requireEmployerAccess(
  request: Request,
  employerId: string | undefined,
  { role = "staff", draftsLike }: { role?: Membership["role"]; draftsLike?: string | undefined } = {},
): Promise<EmployerDesk> {
  const user = await requireUser(request);
  if (!isId(employerId)) throw notFound();
  const { userId } = user;
  const access = await oncePerRequest(`employer ${userId} ${employerId} ${draftsLike ?? ""}`, () =>
    withDoor({ kind: "person", userId }, (tx) => findEmployerAccess(tx, { userId, employerId, draftsLike })),
  );
  if (!access || (role === "owner" && access.membership.role !== "owner")) throw notFound();
  const { sealedDrafts, ...found } = access;
  return { user, ...found, draftOf: draftOpener(userId, sealedDrafts) };
}

type EmployerDesk = {
  readonly user: SignedInUser;
  readonly employer: AccessibleEmployer;
  readonly membership: Membership;
  readonly draftOf: DraftOpener;
};

/** The signed-in person's own row on the roster of the business in the URL; 404 for anybody who is not on it. */
export async function requireOwnEmployment(
  request: Request,
  employerId: string | undefined,
): Promise<{ readonly user: SignedInUser } & EmployeeAccess> {
  const user = await requireUser(request);
  if (!isId(employerId)) throw notFound();
  const { userId } = user;
  const access = await oncePerRequest(`employment ${userId} ${employerId}`, () =>
    withDoor({ kind: "person", userId }, (tx) => findOwnEmployment(tx, { userId, employerId })),
  );
  if (!access) throw notFound();
  return { user, ...access };
}

/** Somebody whom the command line made an operator; 404 for everybody else. */
export async function requireOperator(request: Request): Promise<SignedInUser> {
  const user = await requireUser(request);
  if (!user.isOperator) throw notFound();
  return user;
}
