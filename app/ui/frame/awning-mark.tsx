/** The mark: four scalloped stripes over a line. One drawing for header, landing page and letterhead. */
export function AwningMark({ size = 32 }: { size?: number }) {
  return (
    <svg className="sf-mark" viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" focusable="false">
      <path className="sf-mark__stripe" d="M4 5h6v13a3.5 3.5 0 0 1-7 0v-4z" />
      <path className="sf-mark__stripe sf-mark__stripe--pale" d="M10 5h6v13a3 3 0 0 1-6 0z" />
      <path className="sf-mark__stripe" d="M16 5h6v13a3 3 0 0 1-6 0z" />
      <path className="sf-mark__stripe sf-mark__stripe--pale" d="M22 5h6l1 9v4a3.5 3.5 0 0 1-7 0z" />
      <path className="sf-mark__line" d="M3 25h26v3H3z" />
    </svg>
  );
}
