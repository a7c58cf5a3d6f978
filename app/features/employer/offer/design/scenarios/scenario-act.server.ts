import type { CoverageLine } from "~/domain/coverage-line";
import type { Outcome } from "~/domain/problem";
import { parseForm } from "~/platform/forms/parse-form";
import type { EmployerAct } from "../../acting-person.server";
import { offerTermsSchema } from "../../offer.schema";
import { fieldsOfTerms } from "../terms-in-address";
import { giveScenarioName, removeScenario, saveScenario } from "./scenario.command.server";
import { deleteScenarioSchema, renameScenarioSchema, saveScenarioSchema } from "./scenario.schema";

/** What the page's forms ask for by their `intent`; saving when none is named. */
export async function actOnScenario(
  act: EmployerAct,
  { line, form }: { line: CoverageLine; form: FormData },
): Promise<Outcome<unknown>> {
  switch (form.get("intent")) {
    case "rename": {
      const asked = parseForm(renameScenarioSchema, form);
      if (!asked.ok) return asked;
      return giveScenarioName({ ...act, scenarioId: asked.value.scenarioId, name: asked.value.newName });
    }
    case "delete": {
      const asked = parseForm(deleteScenarioSchema, form);
      return asked.ok ? removeScenario({ ...act, ...asked.value }) : asked;
    }
    default: {
      const named = parseForm(saveScenarioSchema, form);
      if (!named.ok) return named;
      const terms = parseForm(offerTermsSchema, form);
      if (!terms.ok) return terms;
      return saveScenario({ ...act, line, name: named.value.name, terms: fieldsOfTerms(terms.value) });
    }
  }
}
