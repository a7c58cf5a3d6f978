import { z } from "zod";
import { emailField, optionalField } from "~/platform/forms/fields";
import { passwordField } from "../password.schema";

export const signInSchema = z.object({
  email: emailField().transform((email) => email.toLowerCase()),
  password: passwordField({ checked: false }),
  returnTo: optionalField(z.string().max(2_000)),
});

export type SignIn = z.output<typeof signInSchema>;
