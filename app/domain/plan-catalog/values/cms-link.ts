/**
 * A web address that is safe to link. Some filings leave out the scheme (`www.x.org/...`), some hold blanks:
 * the first gets https, blanks inside the path are escaped. Undefined when it is no http(s) address.
 */
export function parseCmsLink(text: string): string | undefined {
  const trimmed = text.trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (!/^https?:\/\/[^\s/?#]+\.[^\s/?#]{2,}/i.test(withScheme)) return undefined;
  if (!URL.canParse(withScheme)) return undefined;
  const url = new URL(withScheme);
  return url.username === "" && url.password === "" ? url.href : undefined;
}
