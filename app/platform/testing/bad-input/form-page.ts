/** An element as the server drew it: the text is what stands between its tags, without the tags inside. */
export type DrawnElement = {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
};

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", "#39": "'" };

function readable(html: string): string {
  return html
    .replaceAll(/<!--.*?-->/gs, "")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&([a-z]+|#x?[0-9a-f]+);/gi, (whole, name: string) => entities[name.toLowerCase()] ?? whole);
}

/** Elements of a tag in the order of the page. The page is our own: quoted attributes, and no such tag inside itself. */
function elements(html: string, tag: string): DrawnElement[] {
  const opening = new RegExp(`<${tag}((?:\\s+[\\w:-]+(?:="[^"]*")?)*)\\s*/?>`, "g");
  return [...html.matchAll(opening)].map((match) => {
    const attributes = [...(match[1] ?? "").matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(
      ([, name = "", value = ""]) => [name.toLowerCase(), readable(value)] as const,
    );
    const rest = html.slice((match.index ?? 0) + match[0].length);
    const end = rest.indexOf(`</${tag}>`);
    return { tag, attributes: Object.fromEntries(attributes), text: readable(end < 0 ? "" : rest.slice(0, end)) };
  });
}

export type FormPage = {
  readonly language: string | undefined;
  readonly heading: string;
  /** Lines of the summary of problems, each with the id it leads to. */
  readonly summary: readonly { readonly text: string; readonly leadsTo: string | undefined }[];
  readonly has: (id: string) => boolean;
  /** The message beside a field. */
  readonly messageOf: (field: string) => string | undefined;
  /** Whether the field, or its group of choices, is drawn as invalid and described by its message. */
  readonly isInvalid: (field: string) => boolean;
  /** What the controls of this name hold. */
  readonly heldBy: (name: string) => readonly string[];
  readonly text: string;
};

export function readFormPage(html: string): FormPage {
  const all = (tag: string) => elements(html, tag);
  const controls = [...all("input"), ...all("textarea")];
  const groups = all("fieldset");
  const selects = [...html.matchAll(/<select\b[^>]*>.*?<\/select>/gs)].map(([drawn]) => ({
    ...elements(drawn, "select")[0]!,
    chosen: elements(drawn, "option").filter(({ attributes }) => "selected" in attributes),
  }));
  const box = /<div[^>]*sf-error-summary.*?<\/ul>/s.exec(html)?.[0] ?? "";
  const lines = [...box.matchAll(/<li>.*?<\/li>/gs)].map(([line]) => ({
    text: readable(line),
    leadsTo: elements(line, "a")[0]?.attributes["href"]?.slice(1),
  }));
  const idOf = (field: string) => `field-${field.replaceAll(".", "-")}`;
  return {
    language: all("html")[0]?.attributes["lang"],
    heading: all("h1")[0]?.text ?? "",
    summary: lines,
    has: (id) => html.includes(` id="${id}"`),
    messageOf: (field) => messageIn(html, `${idOf(field)}-error`),
    isInvalid: (field) =>
      [...controls, ...selects, ...groups].some(
        ({ attributes }) =>
          attributes["aria-invalid"] === "true" &&
          (attributes["aria-describedby"] ?? "").split(" ").includes(`${idOf(field)}-error`),
      ),
    heldBy: (name) => [
      ...controls.filter(({ attributes }) => attributes["name"] === name).flatMap(heldIn),
      ...selects
        .filter(({ attributes }) => attributes["name"] === name)
        .flatMap(({ chosen }) => chosen.map(({ attributes }) => attributes["value"] ?? "")),
    ],
    text: plainText(html),
  };
}

/** What can be read on the page, one space where a tag stands. */
function plainText(html: string): string {
  const drawn = html.replaceAll(/<(script|style)\b.*?<\/\1>|<!--.*?-->/gs, "");
  return readable(drawn.replaceAll(/<[^>]*>/g, " ")).replaceAll(/\s+/g, " ");
}

function messageIn(html: string, id: string): string | undefined {
  const start = html.indexOf(`id="${id}"`);
  if (start < 0) return undefined;
  const drawn = /^[^>]*>(.*?<\/span>.*?)<\/span>/s.exec(html.slice(start))?.[1];
  // The word that tells a listener what this is stands before the sentence.
  return drawn === undefined ? undefined : readable(drawn.replace(/<span[^>]*>.*?<\/span>/s, "")).trim();
}

function heldIn({ tag, attributes, text }: DrawnElement): readonly string[] {
  if (tag === "textarea") return [text];
  const isTick = attributes["type"] === "radio" || attributes["type"] === "checkbox";
  return isTick && !("checked" in attributes) ? [] : [attributes["value"] ?? ""];
}
