import type { ReactNode } from "react";

export type StatusTone = "todo" | "active" | "done" | "warning" | "stopped" | "blocked";

/** A neutral label. `highlight` is the gold "best value" mark. */
export function Tag({ children, highlight = false }: { children: ReactNode; highlight?: boolean }) {
  return <span className={`usa-tag sf-tag ${highlight ? "sf-tag--gold" : ""}`.trim()}>{children}</span>;
}

type StatusTagProps = { tone: StatusTone; isSentence?: boolean; children: ReactNode };

/** A status: always a word, a shape and a tint, never colour alone. A sentence may break, a word or two stay together. */
export function StatusTag({ tone, isSentence = false, children }: StatusTagProps) {
  return (
    <span className={`sf-status sf-status--${tone} ${isSentence ? "sf-status--sentence" : ""}`.trim()}>
      <svg className="sf-status__shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
        <StatusShape tone={tone} />
      </svg>
      {children}
    </span>
  );
}

function StatusShape({ tone }: { tone: StatusTone }) {
  switch (tone) {
    case "done":
      return <path d="M1.5 6.5 4.7 9.6 10.5 2.6" fill="none" stroke="currentColor" strokeWidth="2" />;
    case "active":
      return (
        <g>
          <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.6" />
          <path d="M6 1.4a4.6 4.6 0 0 1 0 9.2z" fill="currentColor" />
        </g>
      );
    case "warning":
      return <path d="M6 1 11.4 11H.6z" fill="currentColor" />;
    case "stopped":
      return <path d="M2 2l8 8M10 2l-8 8" fill="none" stroke="currentColor" strokeWidth="2" />;
    case "blocked":
      return <path d="M1 6h10" fill="none" stroke="currentColor" strokeWidth="2" />;
    default:
      return <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.6" />;
  }
}
