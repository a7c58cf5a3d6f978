/** Who is asking. Row-level security shows each door its own rows only. */
export type Door =
  | { readonly kind: "employer"; readonly employerId: string; readonly userId?: string | undefined }
  | { readonly kind: "person"; readonly userId: string }
  | { readonly kind: "agency"; readonly agencyId: string; readonly userId: string }
  | { readonly kind: "worker" }
  | { readonly kind: "operator"; readonly userId: string }
  | { readonly kind: "public" };

/** Roles without sign-in that the application takes on for one transaction. */
export const doorRoles = ["shopfront_worker", "shopfront_operator", "shopfront_issuer"] as const;

/** What a transaction is told before its first statement; always the same four settings, empty where they do not apply. */
export const doorStatement =
  "select set_config('role', $1, true), set_config('app.employer_id', $2, true), " +
  "set_config('app.user_id', $3, true), set_config('app.agency_id', $4, true)";

export function doorSettings(door: Door): [role: string, employerId: string, userId: string, agencyId: string] {
  switch (door.kind) {
    case "employer":
      return ["none", required(door.employerId), door.userId ?? "", ""];
    case "person":
      return ["none", "", required(door.userId), ""];
    case "agency":
      return ["none", "", required(door.userId), required(door.agencyId)];
    case "worker":
      return ["shopfront_worker", "", "", ""];
    case "operator":
      return ["shopfront_operator", "", required(door.userId), ""];
    case "public":
      return ["none", "", "", ""];
  }
}

function required(id: string): string {
  if (id === "") throw new Error("A door needs the id of who is asking.");
  return id;
}
