/** What a form posted: text stays text, a repeated name is a list, `a.b` and `a.0.b` nest. */
export type PostedValue = string | File | PostedValue[] | { [name: string]: PostedValue };
export type PostedValues = { [name: string]: PostedValue };

const deepest = 6;
const longestList = 2_000;
const segmentPattern = /^[A-Za-z0-9][A-Za-z0-9_-]*$/;
const forbiddenSegments = new Set(["constructor", "prototype"]);

/** Reads posted entries into a tree. Names that are not plain dotted paths are left out. An empty file is nothing. */
export function readForm(form: FormData): PostedValues {
  const root: PostedValues = {};
  for (const name of new Set(form.keys())) {
    const path = name.split(".");
    const readable = path.every((part) => segmentPattern.test(part) && !forbiddenSegments.has(part));
    if (!readable || path.length > deepest) continue;
    const entries = form.getAll(name).filter((entry) => typeof entry === "string" || entry.size > 0);
    if (entries.length === 0) continue;
    place(root, path, entries.length === 1 ? entries[0]! : entries.slice(0, longestList));
  }
  return listsFrom(root) as PostedValues;
}

function place(root: PostedValues, path: readonly string[], value: PostedValue): void {
  let at = root;
  for (const part of path.slice(0, -1)) {
    const next = at[part];
    if (isTree(next)) at = next;
    else at = at[part] = {};
  }
  at[path.at(-1)!] = value;
}

function isTree(value: PostedValue | undefined): value is PostedValues {
  return typeof value === "object" && !Array.isArray(value) && !(value instanceof File);
}

/** A tree whose keys are all row numbers is a list, in the order of the numbers. */
function listsFrom(value: PostedValue): PostedValue {
  if (!isTree(value)) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, listsFrom(inner)] as const);
  const numbered = entries.length > 0 && entries.every(([name]) => /^\d{1,4}$/.test(name));
  if (!numbered) return Object.fromEntries(entries);
  return entries.sort((a, b) => Number(a[0]) - Number(b[0])).map(([, inner]) => inner);
}
