import { z } from "zod";
import { dependentRelationships, type Relationship } from "~/domain/household/relationship";
import { choiceField, wholeNumberField } from "~/platform/forms/fields";
import { anotherPersonField, personFields } from "~/platform/forms/person-fields";

type DependentRelationship = Exclude<Relationship, "self">;

const dependentSchema = z.object({
  ...personFields,
  relationship: choiceField(dependentRelationships as [DependentRelationship, ...DependentRelationship[]]),
  isAnotherPerson: anotherPersonField,
});
export type DependentInput = z.output<typeof dependentSchema>;

/** The id is made with the page, so that a form sent twice adds one person. */
export const addDependentSchema = dependentSchema.extend({ dependentId: z.uuid() });
export const changeDependentSchema = dependentSchema.extend({ version: wholeNumberField() });
