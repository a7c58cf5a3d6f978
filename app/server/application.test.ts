import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, request as sendRequest, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientAddress } from "../platform/request/request-memory.server";
import { createApplication } from "./application.server";

const megabyte = 1_048_576;
let server: Server;
let clientFolder: string;
let port: number;
let acts = 0;
let healthy = true;

/** Stands where the pages stand: says what reached it. */
const pages = createEcho();
function createEcho(): Parameters<typeof createApplication>[0]["pages"] {
  return (request, response, next) => {
    if (request.path === "/broken") return next(new Error("secret detail"));
    void text(request).then(
      (body) => {
        if (request.method === "POST") acts += 1;
        const { host, origin } = request.headers;
        const forwarded = request.headers["x-forwarded-host"] ?? null;
        if (response.headersSent) return;
        response.json({
          host,
          origin,
          forwarded,
          protocol: request.protocol,
          size: body.length,
          from: clientAddress(),
        });
      },
      () => undefined,
    );
  };
}

beforeAll(async () => {
  clientFolder = mkdtempSync(path.join(tmpdir(), "shopfront-client-"));
  mkdirSync(path.join(clientFolder, "assets"));
  writeFileSync(path.join(clientFolder, "assets", "entry-abc.js"), "export {};");
  writeFileSync(path.join(clientFolder, "robots.txt"), "User-agent: *");
  server = createServer(
    createApplication({
      port: 3000,
      publicOrigin: "https://shop.example.org",
      publicOriginIsDefault: false,
      trustedProxyCount: 0,
      clientFolder,
      pages,
      checkHealth: async () => {
        if (!healthy) throw new Error("database away");
      },
    }),
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(clientFolder, { recursive: true });
});

type Sent = { method?: string; headers?: Record<string, string>; body?: Buffer | string; chunked?: boolean };

async function send(address: string, { method = "GET", headers = {}, body, chunked = false }: Sent = {}) {
  const length = body !== undefined && !chunked ? { "content-length": String(Buffer.byteLength(body)) } : {};
  const request = sendRequest({ port, path: address, method, headers: { ...length, ...headers } });
  if (body !== undefined) request.write(body);
  request.end();
  const [response] = (await once(request, "response")) as [IncomingMessage];
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

const ours = { origin: "https://shop.example.org" };

describe("a form from elsewhere", () => {
  it.each([
    ["no Origin and no word from the browser", {}],
    ["an opaque origin", { origin: "null" }],
    ["another site", { origin: "https://evil.example" }],
    ["a sub-domain", { origin: "https://a.shop.example.org" }],
    ["another port", { origin: "https://shop.example.org:8443" }],
    ["another protocol", { origin: "http://shop.example.org" }],
    ["localhost, when a public origin is set", { origin: "http://localhost:3000" }],
    ["a same-site page", { "sec-fetch-site": "same-site" }],
    [
      "another site that forges the forwarded host",
      { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
    ],
    [
      "another site although the browser says same-origin",
      { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
    ],
  ])("with %s is refused and does nothing", async (_what, headers) => {
    const before = acts;
    const answer = await send("/", { method: "POST", headers, body: "a=b" });
    expect(answer.status).toBe(403);
    expect(acts).toBe(before);
  });

  it.each([
    ["our origin", ours],
    ["no Origin when the browser says same-origin", { "sec-fetch-site": "same-origin" }],
  ])("is not one with %s", async (_what, headers) => {
    expect((await send("/", { method: "POST", headers, body: "a=b" })).status).toBe(200);
  });
});

describe("an address or method that forms do not need", () => {
  it.each(["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])("%s is refused", async (method) => {
    const answer = await send("/", { method, headers: ours });
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe("GET, HEAD, POST");
  });

  it.each(["/__manifest", "/__manifest?p=/a", "/_root.data", "/employer.DATA"])("%s is not there", async (address) => {
    expect((await send(address)).status).toBe(404);
  });
});

describe("every answer", () => {
  it("carries the protective headers, with a nonce and an id of its own", async () => {
    const [first, second] = await Promise.all([send("/"), send("/")]);
    expect(first.headers["content-security-policy"]).toMatch(
      /^default-src 'none'; script-src 'nonce-[A-Za-z0-9+/=]{24}' 'strict-dynamic'; .*frame-ancestors 'none'/,
    );
    expect(first.headers["content-security-policy"]).not.toBe(second.headers["content-security-policy"]);
    expect(first.headers["x-request-id"]).not.toBe(second.headers["x-request-id"]);
    expect(first.headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "strict-transport-security": expect.stringContaining("max-age"),
    });
    expect(first.headers["x-powered-by"]).toBeUndefined();
  });

  it("is for the public origin, whatever Host and forwarding headers say", async () => {
    const headers = { host: "evil.example", "x-forwarded-host": "evil.example", "x-forwarded-proto": "gopher" };
    expect(JSON.parse((await send("/", { headers })).body)).toMatchObject({
      host: "shop.example.org",
      forwarded: null,
      protocol: "https",
    });
  });

  it("believes the socket about the browser's address, not a header", async () => {
    const { from } = JSON.parse((await send("/", { headers: { "x-forwarded-for": "203.0.113.9" } })).body) as {
      from: string;
    };
    expect(from).toContain("127.0.0.1");
  });

  it("tells a failure by its reference only", async () => {
    const answer = await send("/broken");
    expect(answer.status).toBe(500);
    expect(answer.body).toContain(answer.headers["x-request-id"]);
    expect(answer.body).not.toContain("secret detail");
  });
});

describe("the size of what is sent", () => {
  it.each([
    ["6 MB", 6 * megabyte, false, 200],
    ["one byte more than 6 MB", 6 * megabyte + 1, false, 413],
    ["6 MB without an announced length", 6 * megabyte, true, 200],
    ["one byte more than 6 MB without an announced length", 6 * megabyte + 1, true, 413],
  ])("%s", async (_what, size, chunked, status) => {
    const answer = await send("/", { method: "POST", headers: ours, body: Buffer.alloc(size, "a"), chunked });
    expect(answer.status).toBe(status);
    if (status === 413) expect(answer.body).toContain("6 MB");
    else expect(JSON.parse(answer.body)).toMatchObject({ size });
  });
});

describe("built files", () => {
  it("are kept for a year under their hashed names, and others for an hour", async () => {
    expect((await send("/assets/entry-abc.js")).headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect((await send("/robots.txt")).headers["cache-control"]).toBe("public, max-age=3600");
  });

  it.each(["/assets/gone.js", "/assets/../../package.json", "/assets/%2e%2e/%2e%2e/package.json"])(
    "%s is not there",
    async (address) => {
      expect((await send(address)).body).not.toContain("dependencies");
      if (address.endsWith("gone.js")) expect((await send(address)).status).toBe(404);
    },
  );
});

describe("the health page", () => {
  it("says ok while the database answers, and 503 when it does not", async () => {
    expect(await send("/healthz")).toMatchObject({ status: 200, body: "ok\n" });
    healthy = false;
    expect((await send("/healthz")).status).toBe(503);
    healthy = true;
  });
});
