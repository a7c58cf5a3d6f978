import { createContext } from "react";

/** What the server knows about the request. The browser keeps the nonce to itself, so it is absent there. */
export type RequestDetails = { readonly nonce?: string; readonly requestId?: string };

export const RequestContext = createContext<RequestDetails>({});
