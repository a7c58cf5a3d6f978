import { z } from "zod";
import { choiceField, optionalField, textField } from "~/platform/forms/fields";

/** Of one person, or of everybody who has not answered. `replaces`: the link that the page showed as the newest. */
export const sendAgainSchema = z.union([
  z.object({ who: choiceField(["undecided"]) }),
  z.object({ employeeId: z.uuid(), replaces: optionalField(textField(36)) }),
]);
