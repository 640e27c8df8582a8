import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { cosign, verifierKey, type NoteSigner, type VerifierKey } from "@/lib/ledger/checkpoint/note";
import { judge } from "./judge";
import type { Memory } from "./memory";

const mostBytes = 64 * 1024;
const plain = "text/plain; charset=utf-8";

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > mostBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

function answer(response: ServerResponse, status: number, words: string, type = plain): void {
  response.writeHead(status, { "Content-Type": type }).end(`${words}\n`);
}

/** A witness: it signs what a log shows it as long as the log only grows, and remembers what it signed. */
export class Witness {
  private last: Promise<unknown> = Promise.resolve();

  /** @param logs the logs that it knows, asked at each request */
  constructor(
    private readonly signer: NoteSigner,
    private readonly logs: () => Promise<readonly VerifierKey[]>,
    private readonly memory: Memory,
    private readonly clock: () => Date,
  ) {}

  listen(port: number, host: string): Server {
    return createServer((request, response) => {
      this.handle(request, response).catch(() => response.writeHead(500).end());
    }).listen(port, host);
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === "GET" && request.url === "/")
      return answer(response, 200, verifierKey(this.signer.name, this.signer.privateKey, 0x04));
    if (request.method !== "POST" || request.url !== "/add-checkpoint")
      return answer(response, 404, "there is only POST /add-checkpoint");
    const body = await bodyOf(request);
    if (body === null) return answer(response, 413, "too long");
    // One after the other: what is compared must still be the last when the new one is remembered.
    const turn = this.last.then(async () => this.add(body, response));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async add(body: string, response: ServerResponse): Promise<void> {
    const judged = judge(body, await this.logs(), (origin) => this.memory.of(origin));
    if (judged.status !== 200) {
      const isSize = judged.status === 409 && judged.size !== undefined;
      return answer(response, judged.status, judged.words, isSize ? "text/x.tlog.size" : plain);
    }
    const { origin, size, root } = judged.checkpoint;
    await this.memory.remember(origin, { size, root });
    const line = cosign(judged.sign, this.signer, this.clock());
    return answer(response, 200, line.trimEnd());
  }
}
