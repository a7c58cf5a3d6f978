import type { ReactNode } from "react";

export type AlertTone = "info" | "success" | "warning" | "error";

type AlertProps = {
  tone: AlertTone;
  heading?: ReactNode;
  children?: ReactNode;
  /** Announce it when it appears after an act on this page. */
  live?: boolean;
};

/** A message with a word, a shape and a colour. */
export function Alert({ tone, heading, children, live = false }: AlertProps) {
  const role = live ? { role: tone === "error" ? "alert" : "status" } : {};
  return (
    <div className={`usa-alert usa-alert--${tone}`} {...role}>
      <div className="usa-alert__body">
        {heading ? <h2 className="usa-alert__heading">{heading}</h2> : null}
        {children ? <div className="usa-alert__text">{children}</div> : null}
      </div>
    </div>
  );
}
