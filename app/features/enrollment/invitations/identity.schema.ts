import { z } from "zod";
import { dateField, textField } from "~/platform/forms/fields";

export const identitySchema = z.object({ lastName: textField(80), bornOn: dateField() });
export type Identity = z.output<typeof identitySchema>;
