import { z } from "zod";
import { emailField, optionalField, textField } from "~/platform/forms/fields";
import { faultParams, passwordFault, passwordField } from "../password.schema";

export const signUpSchema = z
  .object({
    fullName: textField(120),
    email: emailField().transform((email) => email.toLowerCase()),
    password: passwordField({ checked: true }),
    /** Which languages there are is checked by the command. */
    language: textField(10),
    returnTo: optionalField(z.string().max(2_000)),
  })
  .superRefine(({ password, email }, ctx) => {
    if (passwordFault(password, email) !== "password-contains-email") return;
    ctx.addIssue({ code: "custom", message: "password-contains-email", path: ["password"], params: faultParams });
  });

export type SignUp = z.output<typeof signUpSchema>;
