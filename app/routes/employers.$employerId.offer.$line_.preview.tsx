import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { requireOfferRequest } from "~/features/employer/offer/design/offer-guard.server";
import { loadOfferPreview } from "~/features/employer/offer/design/offer-preview.server";

/** What the offer in the address would cost, for the form while it changes. Saves nothing. */
export async function loader(args: LoaderFunctionArgs) {
  const { scene } = await requireOfferRequest(args);
  return json(await loadOfferPreview(scene), { headers: { "Cache-Control": "no-store" } });
}
