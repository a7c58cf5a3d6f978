import type { AddressInfo } from "node:net";
import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { demonstrationMailbox } from "./demonstration-mailbox.server";
import type { OutgoingMail } from "./port";
import { smtpCarrier } from "./smtp.server";

const mail: OutgoingMail = {
  messageId: "0198c0de-0000-7000-8000-000000000001",
  to: "rosa@panaderia.test",
  subject: "Elija su plan: la inscripción abrió",
  language: "es",
  text: "Hola, Rosa.\n\nhttps://shop.example/a?b=c&d=e\n",
  html: '<p lang="es">Hola, Rosa — <a href="https://shop.example/a?b=c&amp;d=e">abrir</a></p>',
};

let received: { recipients: string[]; parsed: ParsedMail }[] = [];
let server: SMTPServer;
let port: number;

function answer(code: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode: code });
}

beforeEach(async () => {
  received = [];
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo({ address }, _session, callback) {
      if (address.startsWith("nobody")) return callback(answer(550, "no such mailbox"));
      if (address.startsWith("later")) return callback(answer(451, "try again"));
      return callback();
    },
    onAuth: (_auth, _session, callback) => callback(answer(535, "wrong password")),
    onData(stream, session, callback) {
      simpleParser(stream).then((parsed) => {
        received.push({ recipients: session.envelope.rcptTo.map(({ address }) => address), parsed });
        callback();
      }, callback);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.server.address() as AddressInfo).port;
});

afterEach(() => new Promise<void>((resolve) => server.close(resolve)));

async function carry(changes: Partial<OutgoingMail> = {}, url = `smtp://127.0.0.1:${port}`) {
  const carrier = smtpCarrier({ url, from: "Shopfront <no-reply@shop.example>" });
  try {
    return await carrier.carry({ ...mail, ...changes });
  } finally {
    carrier.close();
  }
}

describe("each carrier", () => {
  it.each([
    ["mail server", () => smtpCarrier({ url: `smtp://127.0.0.1:${port}`, from: "a@shop.example" }), "sent"],
    ["demonstration mailbox", () => demonstrationMailbox(), "kept"],
  ])("answers for the %s what became of the message, twice for the same message", async (_name, make, outcome) => {
    const carrier = make();
    expect(await carrier.carry(mail)).toEqual({ outcome });
    expect(await carrier.carry(mail)).toEqual({ outcome });
    carrier.close();
  });
});

describe("mail through a mail server", () => {
  it("arrives with both bodies, accents and links whole", async () => {
    expect(await carry()).toEqual({ outcome: "sent" });
    const [arrived] = received;
    expect(arrived?.recipients).toEqual(["rosa@panaderia.test"]);
    expect(arrived?.parsed.subject).toBe(mail.subject);
    expect(arrived?.parsed.from?.text).toBe('"Shopfront" <no-reply@shop.example>');
    expect(arrived?.parsed.text?.trim()).toBe(mail.text.trim());
    expect(String(arrived?.parsed.html).trim()).toBe(mail.html);
    expect(arrived?.parsed.messageId).toBe(`<${mail.messageId}@shop.example>`);
    expect(arrived?.parsed.headers.get("content-language")).toBe("es");
    expect(arrived?.parsed.headers.get("auto-submitted")).toBe("auto-generated");
  });

  it("is refused for good when there is no such mailbox", async () => {
    expect(await carry({ to: "nobody@panaderia.test" })).toMatchObject({ outcome: "refused", reason: "EENVELOPE 550" });
  });

  it("is worth another try when the server says so, when it wants another password, and when it is gone", async () => {
    expect(await carry({ to: "later@panaderia.test" })).toMatchObject({ outcome: "delayed", reason: "EENVELOPE 451" });
    expect(await carry({}, `smtp://us:wrong@127.0.0.1:${port}`)).toMatchObject({
      outcome: "delayed",
      reason: "EAUTH 535",
    });
    expect(await carry({}, "smtp://127.0.0.1:1")).toMatchObject({ outcome: "delayed" });
  });

  it("goes to its one recipient, whatever stands in the subject", async () => {
    expect(await carry({ subject: "Hi\r\nBcc: eve@evil.test" })).toEqual({ outcome: "sent" });
    const [arrived] = received;
    expect(arrived?.recipients).toEqual(["rosa@panaderia.test"]);
    expect(arrived?.parsed.headers.has("bcc")).toBe(false);
    expect(arrived?.parsed.subject).toBe("Hi Bcc: eve@evil.test");
  });

  it("never reaches a second recipient that somebody wrote into the address", async () => {
    await carry({ to: "rosa@panaderia.test, eve@evil.test" });
    await carry({ to: "rosa@panaderia.test\r\nBcc: eve@evil.test" });
    expect(received.flatMap(({ recipients }) => recipients)).not.toContain("eve@evil.test");
  });
});
