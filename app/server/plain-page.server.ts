import type { Response } from "express";

/** An answer that the pages themselves cannot give: short, without scripts or styles. */
export function sendPlainPage(
  response: Response,
  { status, title, text }: { status: number; title: string; text: string },
): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  const requestId: unknown = response.locals["requestId"];
  const reference = typeof requestId === "string" ? `<p>Reference: ${escaped(requestId)}</p>` : "";
  response
    .status(status)
    .type("html")
    .set("Cache-Control", "no-store")
    .send(
      `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">` +
        `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title></head>` +
        `<body><main><h1>${escaped(title)}</h1><p>${escaped(text)}</p>${reference}<p><a href="/">Home</a></p></main></body></html>`,
    );
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
