/** A plan as people call it. Insurers often file names that begin with their own; it is said once. */
export function planTitle({ issuerName, name }: { readonly issuerName: string; readonly name: string }): string {
  return name.toLowerCase().startsWith(issuerName.toLowerCase()) ? name : `${issuerName} ${name}`;
}
