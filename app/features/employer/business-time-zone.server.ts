import { exchangeTimeZone } from "~/domain/exchange-profile/profile-for";
import { isUsState } from "~/domain/exchange-profile/us-state";
import { invariant } from "~/domain/invariant";
import { marketplaceToday } from "~/platform/marketplace-day.server";

/** The zone in which the marketplace of a business's state keeps its days and hours. */
export function businessTimeZone(state: string): string {
  invariant(isUsState(state), `a registered business is in a known state, not ${state}`);
  return exchangeTimeZone({ state, on: marketplaceToday(state) });
}
