import { z } from "zod";
import { waiverReasons } from "~/domain/participation/waiver-reason";
import { choiceField, listField, textField } from "~/platform/forms/fields";

/** `covered`: the dependents for whom the price on the card was made. */
export const choosePlanSchema = z.object({
  planId: textField(20),
  covered: listField(z.uuid("person-not-in-family")),
});

export const waiveSchema = z.object({ reason: choiceField(waiverReasons) });
