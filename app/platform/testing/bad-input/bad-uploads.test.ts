import { once } from "node:events";
import { request as sendRequest, type IncomingMessage } from "node:http";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { env } from "../../env.server";
import { locales } from "../../i18n/languages";
import { translator } from "../../i18n/translator.server";
import { problemSentence } from "../../problems";
import { makeWorld, today, type World } from "../attack/attack-world";
import { deliveredBuild, useBuiltApplication, type Body } from "../attack/built-application";
import { cookieOf } from "../attack/seeded-business";
import { useTestDatabase } from "../test-database";
import { readFormPage } from "./form-page";
import { speak, storedRows } from "./scene";

const build = await deliveredBuild({ today });
const database = useTestDatabase();
const application = useBuiltApplication(build);
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
});
beforeEach(() => database.asAdmin((admin) => admin`delete from rate_limits`));

const megabyte = 1_048_576;
const boundary = "----aFormOfABrowser";
const uploadType = `multipart/form-data; boundary=${boundary}`;
const before = `--${boundary}\r\nContent-Disposition: form-data; name="list"; filename="people.csv"\r\nContent-Type: text/csv\r\n\r\n`;
const uploadOf = (bytes: Buffer): Body => ({
  type: uploadType,
  bytes: Buffer.concat([Buffer.from(before), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
});
const uploadAddress = () => `/employers/${world.preparing.employerId}/roster/upload`;

/** The owner's session, with pages in the language. */
async function ownerReading(locale: (typeof locales)[number]): Promise<string> {
  const { owner } = world.preparing.users;
  await database.asAdmin((admin) => speak(admin, owner, locale));
  return cookieOf(owner);
}

const listOf = (lastName: string) =>
  `First name,Last name,Birth date,Sex,Hire date,Full-time or part-time\r\nJosé,${lastName},1/2/1991,M,2/3/2020,full-time\r\n`;
const bigEndian = (written: string) => Buffer.from(written, "utf16le").swap16();

describe("a list in another encoding", () => {
  it.each([
    [
      "UTF-16, as a spreadsheet saves Unicode text",
      "Núñez",
      (list: string) => Buffer.from(`\ufeff${list}`, "utf16le"),
      "UTF-16",
    ],
    ["UTF-16 with the high byte first", "Ibáñez", (list: string) => bigEndian(`\ufeff${list}`), "UTF-16"],
    ["UTF-16 without a mark", "Ordóñez", (list: string) => Buffer.from(list, "utf16le"), "UTF-16"],
    ["Windows-1252", "Peña", (list: string) => Buffer.from(list, "latin1"), "Windows-1252"],
    ["UTF-8 with a mark", "Muñiz", (list: string) => Buffer.from(`\ufeff${list}`), undefined],
  ])("%s is read with its accents, and the page says how", async (_what, lastName, write, named) => {
    const cookie = await ownerReading("en");
    const body = uploadOf(write(listOf(lastName)));
    const answer = await application.send(uploadAddress(), { method: "POST", cookie, body });
    expect(answer.status).toBe(200);
    const page = readFormPage(answer.body);
    expect(page.text).toContain(`José ${lastName}`);
    if (named) expect(page.text).toContain(`We read the file as ${named}`);
    else expect(page.text).not.toContain("We read the file as");
    const stored = await database.asAdmin(
      (admin) => admin`select first_name, last_name from employees where last_name = ${lastName}`,
    );
    expect([...stored]).toEqual([{ first_name: "José", last_name: lastName }]);
  });
});

describe.each(locales)("a file that is no list, read in %s", (locale) => {
  it.each([
    ["a workbook", Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), 422, { code: "upload-is-workbook" }],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 1, 2, 3]), 422, { code: "upload-not-text" }],
    ["nothing but spaces", Buffer.from("  \r\n "), 422, { code: "upload-empty" }],
    ["no file at all", Buffer.alloc(0), 422, { code: "file-required" }],
    ["5.5 MB", Buffer.alloc(5_500_000, "a"), 413, { code: "file-too-large", params: { megabytes: 5 } }],
  ])("%s is refused at its field", async (_what, bytes, status, problem) => {
    const cookie = await ownerReading(locale);
    const rows = await database.asAdmin(storedRows);
    const answer = await application.send(uploadAddress(), { method: "POST", cookie, body: uploadOf(bytes) });
    const page = readFormPage(answer.body);
    expect(answer.status).toBe(status);
    expect(page.messageOf("list")).toBe(problemSentence(translator(locale), locale, problem));
    expect(page.isInvalid("list")).toBe(true);
    expect(page.summary.map(({ leadsTo }) => leadsTo)).toEqual(["field-list"]);
    expect(page.has("field-list")).toBe(true);
    expect(await database.asAdmin(storedRows)).toEqual(rows);
  });
});

/** Announces an upload and sends none of it; gives the answer. */
async function announceUpload(address: string, { bytes, cookie }: { bytes: number; cookie: string }) {
  const headers = { origin: env().publicOrigin, cookie, "content-type": uploadType, "content-length": String(bytes) };
  const request = sendRequest({ port: application.port(), path: address, method: "POST", headers, agent: false });
  request.flushHeaders();
  const [response] = (await once(request, "response")) as [IncomingMessage];
  const body = await text(response);
  request.destroy();
  await once(request, "close");
  return { status: response.statusCode, body };
}

describe.each(locales)("a file of 50 MB, read in %s", (locale) => {
  it("is refused before it is sent, in the frame of the page, with the limit", async () => {
    const cookie = await ownerReading(locale);
    const rows = await database.asAdmin(storedRows);
    const sent = await announceUpload(uploadAddress(), { bytes: 50 * megabyte, cookie });
    const page = readFormPage(sent.body);
    expect(sent.status).toBe(413);
    expect(page.language).toBe(locale);
    expect(page.heading).toBe(locale === "en" ? "That file is too large" : "Ese archivo es demasiado grande");
    const problem = { code: "content-too-large", params: { megabytes: 6 } };
    expect(page.text).toContain(problemSentence(translator(locale), locale, problem));
    // The header of somebody who is signed in.
    expect(page.text).toContain(locale === "en" ? "Sign out" : "Cerrar sesión");
    expect(await database.asAdmin(storedRows)).toEqual(rows);
  });

  it("is refused as data too, where scripts send the form", async () => {
    const cookie = await ownerReading(locale);
    const data = `${uploadAddress()}?_data=${encodeURIComponent("routes/employers.$employerId.roster.upload")}`;
    const sent = await announceUpload(data, { bytes: 50 * megabyte, cookie });
    expect(sent.status).toBe(413);
    expect(JSON.parse(sent.body)).toEqual({ problems: [{ code: "content-too-large", params: { megabytes: 6 } }] });
  });
});

/** Sends so many bytes; each piece waits until the server has taken the one before. Gives the most memory in use. */
async function sendAll(socket: Socket, bytes: number): Promise<number> {
  const piece = Buffer.alloc(megabyte, "a");
  const atRest = process.memoryUsage().arrayBuffers;
  let most = 0;
  for (let left = bytes; left > 0; left -= piece.length) {
    if (!socket.write(piece.subarray(0, left))) await once(socket, "drain");
    most = Math.max(most, process.memoryUsage().arrayBuffers - atRest);
  }
  return most;
}

describe("a browser that sends everything before it listens", () => {
  it.each([
    ["5.5 MB, which the page refuses", 5.5],
    ["200 MB, which the server refuses", 200],
  ])("gets the answer to %s, while none of it is kept, and may go on", async (_what, megabytes) => {
    const cookie = await ownerReading("en");
    const socket = connect(application.port(), "127.0.0.1");
    const answers: string[] = [];
    socket.setEncoding("latin1").on("data", (piece: string) => answers.push(piece));
    const bytes = megabytes * megabyte;
    const sender = `Host: localhost\r\nOrigin: ${env().publicOrigin}\r\nCookie: ${cookie}`;
    const upload = `Content-Type: ${uploadType}\r\nContent-Length: ${bytes}`;
    socket.write(`POST ${uploadAddress()} HTTP/1.1\r\n${sender}\r\n${upload}\r\n\r\n`);
    expect(await sendAll(socket, bytes)).toBeLessThan(100 * megabyte);
    socket.write(`GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    await once(socket, "close");
    expect(answers.join("").match(/HTTP\/1\.1 \d+/g)).toEqual(["HTTP/1.1 413", "HTTP/1.1 200"]);
  });
});
