import type { ReactNode } from "react";

/** Nothing here yet, why, and the one thing to do about it. */
export function EmptyState({
  heading,
  children,
  action,
}: {
  heading: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="sf-empty">
      <p className="sf-empty__heading">{heading}</p>
      {children ? <div className="sf-empty__text">{children}</div> : null}
      {action ? <div className="sf-empty__action">{action}</div> : null}
    </div>
  );
}
