import { withDoor } from "~db/client.server";
import { updateAccount } from "~db/repositories/accounts/account.server";
import type { Locale } from "./i18n/languages";
import { forgetAnswers } from "./request/request-memory.server";
import { findUser, type SignedInUser } from "./session/session.server";

export type NavigationItem = {
  readonly to: string;
  /** Catalog key with its namespace, for example `shared:nav.employees`. */
  readonly labelKey: string;
};

/** What the page frame shows about the signed-in person. */
export type RootUser = {
  readonly displayName: string;
  readonly navigation: readonly NavigationItem[];
  /** Set while a broker or operator works on somebody else's behalf; shown on every page. */
  readonly actingFor?: { readonly groupName: string; readonly stopUrl: string };
};

/** The signed-in person, or null for a visitor. */
export async function loadRootUser(request: Request): Promise<RootUser | null> {
  const user = await findUser(request);
  return user ? { displayName: user.fullName, navigation: navigationOf(user) } : null;
}

/** What everybody can open. What belongs to one business or one person is linked from their start page. */
function navigationOf({ isOperator }: SignedInUser): readonly NavigationItem[] {
  const start = { to: "/start", labelKey: "shared:nav.start" };
  return isOperator ? [start, { to: "/operations", labelKey: "shared:nav.operations" }] : [start];
}

/** The language the signed-in person chose, or null when unknown. */
export async function loadUserLocale(request: Request): Promise<Locale | null> {
  const user = await findUser(request);
  return user?.language ?? null;
}

/** Keeps the language with the person when somebody is signed in: screens and mail use it from now on. */
export async function saveUserLocale(request: Request, language: Locale): Promise<void> {
  const user = await findUser(request);
  if (!user || user.language === language) return;
  await withDoor({ kind: "public" }, (tx) => updateAccount(tx, user.userId, { language }));
  forgetAnswers();
}
