import { z } from "zod";
import { emailField } from "~/platform/forms/fields";
import { passwordField } from "../password.schema";

export const forgotPasswordSchema = z.object({ email: emailField().transform((email) => email.toLowerCase()) });
export const resetPasswordSchema = z.object({ password: passwordField({ checked: true }) });
