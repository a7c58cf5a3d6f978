import { z } from "zod";
import { dollarsField, optionalField } from "~/platform/forms/fields";

/** What the business can spend a month; nothing typed is no question. */
export const budgetSchema = z.object({ budget: optionalField(dollarsField()) });
