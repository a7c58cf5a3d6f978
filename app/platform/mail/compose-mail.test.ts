import { describe, expect, it } from "vitest";
import { composeMail } from "./compose-mail.server";

const mail = composeMail("es", {
  subject: "Línea uno\r\nBcc: eve@evil.test",
  greeting: 'Hola, <script>alert("1")</script>:',
  paragraphs: ["Uno & dos"],
  action: { label: "Abrir", url: "https://shop.example/a?b=1&c='2'" },
  after: ["Fin"],
});

describe("a composed mail", () => {
  it("says the same as text and as HTML, in the same order", () => {
    const words = (html: string) => html.replace(/<title>.*<\/title>/, "").replace(/<[^>]*>/g, " ");
    for (const piece of ["Uno", "Abrir", "Fin", "Seguro Social"]) {
      expect(mail.text).toContain(piece);
      expect(words(mail.html)).toContain(piece);
    }
    expect(mail.text.indexOf("Uno")).toBeLessThan(mail.text.indexOf("Fin"));
    expect(mail.text).toContain("\nhttps://shop.example/a?b=1&c='2'\n");
  });

  it("has its language, one heading and no markup that somebody typed", () => {
    expect(mail.html).toContain('<html lang="es">');
    expect(mail.html.match(/<h1/g)).toHaveLength(1);
    expect(mail.html).not.toContain("<script");
    expect(mail.html).toContain("&lt;script&gt;alert(&quot;1&quot;)");
    expect(mail.html).toContain('href="https://shop.example/a?b=1&amp;c=&#39;2&#39;"');
  });

  it("has a subject of one line", () => {
    expect(mail.subject).toBe("Línea uno Bcc: eve@evil.test");
  });
});
