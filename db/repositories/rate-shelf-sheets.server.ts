import { sql } from "drizzle-orm";
import type { PlanSheet } from "../../app/domain/plan-catalog/shelf-plan";
import type { Tx } from "../client.server";
import { KeptAnswers } from "./rate-shelf-memory.server";

const sheets = new KeptAnswers<readonly PlanSheet[]>(200);

/** Benefits, documents and examples of plans, in the order asked for; ids without a plan are left out. Kept like a shelf. */
export async function planSheets(
  tx: Tx,
  { catalogVersionId, planIds }: { catalogVersionId: number; planIds: readonly string[] },
): Promise<readonly PlanSheet[]> {
  if (planIds.length === 0) return [];
  return sheets.get([catalogVersionId, ...planIds].join("|"), () => readSheets(tx, { catalogVersionId, planIds }));
}

async function readSheets(
  tx: Tx,
  { catalogVersionId, planIds }: { catalogVersionId: number; planIds: readonly string[] },
): Promise<readonly PlanSheet[]> {
  const wanted = sql.join(
    planIds.map((planId) => sql`${planId}`),
    sql`, `,
  );
  const rows = await tx.execute<PlanSheet>(sql`
    select p.plan_id as "planId", p.brochure_url as "brochureUrl", p.formulary_url as "formularyUrl",
      n.url as "networkUrl", p.referral_required as "referralRequired", p.national_network as "nationalNetwork",
      p.actuarial_value::text as "actuarialValue", coalesce(p.details->'exampleCosts', '{}') as "exampleCosts",
      (select coalesce(json_agg(json_build_object('name', b.name,
          'inNetwork', json_build_object('covered', b.is_covered, 'copay', b.copay_in_network,
            'coinsurance', b.coinsurance_in_network),
          'outOfNetwork', json_build_object('covered', b.is_covered, 'copay', b.copay_out_of_network,
            'coinsurance', b.coinsurance_out_of_network),
          'limitQuantity', b.limit_quantity, 'limitUnit', b.limit_unit, 'exclusions', b.exclusions,
          'explanation', b.explanation) order by b.ordinal), '[]')
        from plan_benefits b
        where b.catalog_version_id = p.catalog_version_id and b.variant_id = p.variant_id) as benefits
    from plans p
    left join networks n on n.catalog_version_id = p.catalog_version_id and n.issuer_id = p.issuer_id
      and n.network_id = p.network_id
    where p.catalog_version_id = ${catalogVersionId} and p.offerable and p.plan_id in (${wanted})`);
  return planIds.flatMap((planId) => [...rows].filter((row) => row.planId === planId));
}
