import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

type PageHeadingProps = {
  children: ReactNode;
  /** The business, the step or the list that the page belongs to. */
  eyebrow?: ReactNode;
  /** One or two sentences: what the page is for. */
  lead?: ReactNode;
};

/** The one h1 of a page. */
export function PageHeading({ children, eyebrow, lead }: PageHeadingProps) {
  return (
    <div className="sf-heading">
      {eyebrow ? <p className="sf-heading__eyebrow">{eyebrow}</p> : null}
      <h1 className="sf-heading__title">{children}</h1>
      {lead ? <p className="sf-heading__lead">{lead}</p> : null}
    </div>
  );
}

/** A page's content with what helps beside it; the side comes below on a phone. */
export function WithAside({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className="sf-with-aside">
      <div className="sf-with-aside__content">{children}</div>
      <div className="sf-with-aside__side">{aside}</div>
    </div>
  );
}

/** A quiet box of help, always at the same place of the page. */
export function HelpAside({ heading, children }: { heading?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation("shared");
  return (
    <aside className="sf-help">
      <h2 className="sf-help__heading">{heading ?? t("help.heading")}</h2>
      {children}
    </aside>
  );
}

/** A group of content under an h2. */
export function Section({ heading, children }: { heading: ReactNode; children: ReactNode }) {
  return (
    <section className="sf-section">
      <h2 className="sf-section__heading">{heading}</h2>
      {children}
    </section>
  );
}

/** Side by side things that are compared; one column on a phone. */
export function CardGrid({ children }: { children: ReactNode }) {
  return <div className="sf-grid">{children}</div>;
}
