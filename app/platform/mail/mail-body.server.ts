import { z } from "zod";
import { openText, sealText, type SealedPlace } from "../secrets/sealing.server";

const bodySchema = z.object({ text: z.string(), html: z.string() });
export type MailBody = z.infer<typeof bodySchema>;

function placeOf(messageId: string): SealedPlace {
  return { table: "mail_messages", column: "sealed_body", owner: "mail", rowId: messageId };
}

/** Bodies hold single-use links, so the table alone must not give them away. */
export function sealMailBody(messageId: string, body: MailBody): string {
  return sealText(placeOf(messageId), JSON.stringify(body));
}

export function openMailBody(messageId: string, sealed: string): MailBody {
  return bodySchema.parse(JSON.parse(openText(placeOf(messageId), sealed)));
}
