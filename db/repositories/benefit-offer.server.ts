import { and, asc, eq, sql } from "drizzle-orm";
import type { CoverageLine } from "../../app/domain/coverage-line";
import type { ReferenceAverages } from "../../app/domain/rating/composite/composite-reference.rule";
import type { Tx } from "../client.server";
import { benefitOffers } from "../schema/plan-year";

export type BenefitOffer = typeof benefitOffers.$inferSelect;
export type OfferTermsColumns = Omit<BenefitOffer, "employerId" | "version">;

/** Medical before dental. */
export async function listOffers(
  tx: Tx,
  employerId: string,
  { applicationId }: { applicationId: string },
): Promise<BenefitOffer[]> {
  const rows = await tx
    .select()
    .from(benefitOffers)
    .where(and(eq(benefitOffers.employerId, employerId), eq(benefitOffers.applicationId, applicationId)))
    .orderBy(asc(benefitOffers.line));
  return rows.reverse();
}

export async function saveOfferTerms(tx: Tx, employerId: string, terms: OfferTermsColumns): Promise<void> {
  const { applicationId, line, ...rest } = terms;
  await tx
    .insert(benefitOffers)
    .values({ employerId, applicationId, line, ...rest })
    .onConflictDoUpdate({
      target: [benefitOffers.employerId, benefitOffers.applicationId, benefitOffers.line],
      set: { ...rest, version: sql`${benefitOffers.version} + 1` },
    });
}

/** With the publication: from then on the offer does not change. */
export async function saveOfferAverages(
  tx: Tx,
  employerId: string,
  { applicationId, line, averages }: { applicationId: string; line: CoverageLine; averages: ReferenceAverages },
): Promise<void> {
  await tx
    .update(benefitOffers)
    .set({ contributionAverages: averages })
    .where(
      and(
        eq(benefitOffers.employerId, employerId),
        eq(benefitOffers.applicationId, applicationId),
        eq(benefitOffers.line, line),
      ),
    );
}

export async function deleteOffer(
  tx: Tx,
  employerId: string,
  { applicationId, line }: { applicationId: string; line: CoverageLine },
): Promise<void> {
  await tx
    .delete(benefitOffers)
    .where(
      and(
        eq(benefitOffers.employerId, employerId),
        eq(benefitOffers.applicationId, applicationId),
        eq(benefitOffers.line, line),
      ),
    );
}
