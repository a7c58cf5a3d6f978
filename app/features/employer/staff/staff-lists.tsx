import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { InstantText } from "~/ui/content/amount";
import { EmptyState } from "~/ui/content/empty-state";
import { Tag } from "~/ui/content/tag";
import { ConfirmButton, SubmitButton } from "~/ui/forms/form-buttons";
import { Section } from "~/ui/frame/page-parts";
import type { StaffMember } from "./staff-list.query.server";

/** As it arrives in the browser. */
export type StaffLine = Omit<StaffMember, "requestedAt"> & { readonly requestedAt: string };
type ListProps = { people: readonly StaffLine[]; mayDecide: boolean };

export function JoinRequests({ people, mayDecide, timeZone }: ListProps & { timeZone: string }) {
  const { t } = useTranslation("employer");
  const asking = people.filter(({ state }) => state === "requested");
  return (
    <Section heading={t("staff.requests")}>
      {asking.length === 0 ? (
        <EmptyState heading={t("staff.noRequests")}>{t("staff.noRequestsText")}</EmptyState>
      ) : (
        <dl className="sf-summary">
          {asking.map((person) => (
            <div key={person.userId} className="sf-summary__row">
              <dt className="sf-summary__label">{person.fullName}</dt>
              <dd className="sf-summary__value">
                {person.email}
                <br />
                {t("staff.asked")} <InstantText at={person.requestedAt} timeZone={timeZone} />
                {mayDecide ? <DecisionButtons person={person} /> : null}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {mayDecide || asking.length === 0 ? null : <p>{t("staff.ownerDecides")}</p>}
    </Section>
  );
}

function DecisionButtons({ person }: { person: StaffLine }) {
  const { t } = useTranslation("employer");
  return (
    <Form method="post" className="sf-form__actions">
      <input type="hidden" name="userId" value={person.userId} />
      <SubmitButton name="decision" value="approve">
        {t("staff.approve", { name: person.fullName })}
      </SubmitButton>
      <SubmitButton name="decision" value="refuse" look="secondary">
        {t("staff.refuse")}
      </SubmitButton>
    </Form>
  );
}

export function StaffList({ people, mayDecide }: ListProps) {
  const { t } = useTranslation("employer");
  return (
    <Section heading={t("staff.mayAct")}>
      <dl className="sf-summary">
        {people
          .filter(({ state }) => state === "active")
          .map((person) => (
            <div key={person.userId} className="sf-summary__row">
              <dt className="sf-summary__label">{person.fullName}</dt>
              <dd className="sf-summary__value">
                {person.email} <Tag>{t(`staff.role.${person.role}`)}</Tag>
                {mayDecide && person.role === "staff" ? (
                  <ConfirmButton
                    label={t("staff.close")}
                    question={t("staff.closeQuestion", { name: person.fullName })}
                    confirmLabel={t("staff.closeConfirm")}
                    fields={{ userId: person.userId, decision: "close" }}
                  />
                ) : null}
              </dd>
            </div>
          ))}
      </dl>
    </Section>
  );
}

export function FormerStaff({ people, mayDecide }: ListProps) {
  const { t } = useTranslation("employer");
  const former = people.filter(({ state }) => state === "refused" || state === "closed");
  if (former.length === 0) return null;
  return (
    <Section heading={t("staff.former")}>
      <dl className="sf-summary">
        {former.map((person) => (
          <div key={person.userId} className="sf-summary__row">
            <dt className="sf-summary__label">{person.fullName}</dt>
            <dd className="sf-summary__value">
              {person.email} <Tag>{t(`staff.state.${person.state}`)}</Tag>
              {mayDecide ? (
                <Form method="post">
                  <input type="hidden" name="userId" value={person.userId} />
                  <SubmitButton name="decision" value="approve" look="secondary">
                    {t("staff.approve", { name: person.fullName })}
                  </SubmitButton>
                </Form>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
