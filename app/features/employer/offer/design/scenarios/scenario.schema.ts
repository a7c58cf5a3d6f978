import { z } from "zod";
import { textField, wholeNumberField } from "~/platform/forms/fields";

const nameField = () => textField(40);
const scenarioField = () =>
  z.preprocess((value) => (typeof value === "string" ? value : ""), z.uuid("choose-one-of-list"));

export const saveScenarioSchema = z.object({ name: nameField() });
export const renameScenarioSchema = z.object({ scenarioId: scenarioField(), newName: nameField() });
export const deleteScenarioSchema = z.object({ scenarioId: scenarioField(), version: wholeNumberField() });
