import { ownerKey } from "~/platform/secrets/keys.server";

const length = 16;

/** The one password of everybody in the demonstration world: another on each installation, and always the same on one. */
export function demoPassword(): string {
  return ownerKey({ owner: "demonstration-people", purpose: "seal" }).toString("hex").slice(0, length);
}
