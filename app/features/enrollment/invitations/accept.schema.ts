import { z } from "zod";
import { emailField, optionalField } from "~/platform/forms/fields";

/** With a password, of a new account or of one there is; or with the account that is signed in. */
export const acceptSchema = z.discriminatedUnion("way", [
  z.object({ way: z.literal("this-account") }),
  z.object({
    way: z.literal("password"),
    password: z.string().min(1).max(1_000),
    /** Asked of somebody whose invitation came as a letter. */
    email: optionalField(emailField().transform((email) => email.toLowerCase())),
  }),
]);
