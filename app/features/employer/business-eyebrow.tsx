import { Link } from "@remix-run/react";

/** The business that a page belongs to, and the way back to its task list. */
export function BusinessEyebrow({ employerId, name }: { employerId: string; name: string }) {
  return (
    <Link className="usa-link" to={`/employers/${employerId}`}>
      {name}
    </Link>
  );
}
