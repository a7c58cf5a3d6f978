import { redirect, redirectDocument, type ActionFunctionArgs } from "@remix-run/node";
import { endSession } from "~/platform/session/session.server";

export async function action({ request }: ActionFunctionArgs) {
  return redirectDocument("/sign-in?notice=signedOut", { headers: await endSession(request) });
}

export function loader() {
  return redirect("/");
}
