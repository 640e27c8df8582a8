import { createHash, createSign, generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the provider says about who signed in. */
export type Claims = { readonly sub: string; readonly email?: string; readonly email_verified?: boolean };

type Authorised = { readonly nonce: string; readonly challenge: string };

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const key = { ...publicKey.export({ format: "jwk" }), kid: "test", use: "sig", alg: "RS256" };

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function signed(claims: object): string {
  const content = `${encode({ alg: "RS256", kid: "test", typ: "JWT" })}.${encode(claims)}`;
  return `${content}.${createSign("RSA-SHA256").update(content).sign(privateKey, "base64url")}`;
}

async function readBody(request: IncomingMessage): Promise<URLSearchParams> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  return new URLSearchParams(body);
}

function json(response: ServerResponse, value: object, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
}

/** A small OpenID Connect provider that checks PKCE, gives one code once, and signs its id tokens. */
export class OidcProvider {
  claims: Claims = { sub: "nobody" };
  private readonly codes = new Map<string, Authorised>();
  private readonly server = createServer((request, response) => void this.answer(request, response));

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
  }

  stop(): void {
    this.server.close();
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** What a browser does at the provider: consents, and is sent back with a code. */
  authorise(url: URL): string {
    const code = randomUUID();
    const { searchParams: asked } = url;
    this.codes.set(code, { nonce: asked.get("nonce") ?? "", challenge: asked.get("code_challenge") ?? "" });
    return code;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { issuer } = this;
    if (request.url === "/keys") return json(response, { keys: [key] });
    if (request.url === "/token") return this.token(await readBody(request), response);
    json(response, {
      issuer,
      authorization_endpoint: `${issuer}/authorise`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      id_token_signing_alg_values_supported: ["RS256"],
    });
  }

  private token(body: URLSearchParams, response: ServerResponse): void {
    const code = body.get("code") ?? "";
    const authorised = this.codes.get(code);
    this.codes.delete(code);
    const challenge = createHash("sha256")
      .update(body.get("code_verifier") ?? "")
      .digest("base64url");
    if (authorised?.challenge !== challenge) return json(response, { error: "invalid_grant" }, 400);
    const now = Math.floor(Date.now() / 1000);
    const { nonce } = authorised;
    const claims = { ...this.claims, iss: this.issuer, aud: "panel", iat: now, exp: now + 60, nonce };
    json(response, { access_token: randomUUID(), token_type: "Bearer", id_token: signed(claims) });
  }
}
