import { z } from "zod";
import { emailField, optionalField } from "~/platform/forms/fields";

export const newOperatorSchema = z.object({
  email: emailField().transform((email) => email.toLowerCase()),
  name: optionalField(z.string().max(120)),
});
