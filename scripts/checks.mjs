import { mkdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { DATA, ROOT } from "./paths.mjs";
import { Sentence } from "./sentence.mjs";

const MEGABYTE = 1024 * 1024;

/** Refuses, before anything slow begins, a folder that cannot be written to and a disk that is full. */
export function checkFolder(neededMegabytes) {
  const probe = path.join(DATA, ".probe");
  try {
    mkdirSync(DATA, { recursive: true });
    writeFileSync(probe, "x".repeat(4096));
    rmSync(probe, { force: true });
  } catch (error) {
    if (error.code === "ENOSPC") throw new Sentence(`There is no space left on the disk of ${ROOT}.`);
    // ENOENT: what Node makes of a read-only file system when it is asked for several folders at once.
    if (["EROFS", "EACCES", "EPERM", "ENOENT", "ENOTDIR"].includes(error.code)) {
      throw new Sentence(
        `${DATA} cannot be written to by this account: change its owner, or set PANEL_DATA_DIR to another folder.`,
      );
    }
    throw error;
  }
  const { bavail, bsize } = statfsSync(DATA);
  const free = Math.floor((bavail * bsize) / MEGABYTE);
  if (free < neededMegabytes) {
    throw new Sentence(
      `The disk of ${DATA} has ${free} MB left, and at least ${neededMegabytes} MB are needed.`,
    );
  }
}

/**
 * The ports of a run follow from the first: web, mailbox, SMTP, database.
 * @param {string | undefined} text the PORT variable
 */
export function readPorts(text = "3000") {
  const web = Number(text);
  if (!Number.isInteger(web) || web < 1 || web > 65_532) {
    throw new Sentence(`PORT must be a whole number from 1 to 65532, not "${text}".`);
  }
  return { web, mailbox: web + 1, smtp: web + 2, postgres: web + 3 };
}

/** @param {Record<string, number>} ports refuses the first one that something else listens on */
export async function checkPorts(ports) {
  for (const [name, port] of Object.entries(ports)) {
    for (const host of ["127.0.0.1", "0.0.0.0"]) {
      const code = await tryListen(port, host);
      if (code === "EADDRINUSE") {
        throw new Sentence(
          `Port ${port} (${name}) is already in use: stop what uses it, or choose others with PORT=4000 npm start.`,
        );
      }
      if (code === "EACCES")
        throw new Sentence(`This account may not open port ${port} (${name}): choose a PORT above 1024.`);
    }
  }
}

function tryListen(port, host) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once("error", (error) => resolve(error.code));
    probe.listen({ port, host }, () => probe.close(() => resolve(undefined)));
  });
}

/**
 * Refuses a mail server that does not greet within five seconds.
 * @param {string} url smtp:// or smtps://
 */
export async function checkSmtp(url) {
  const { protocol, hostname, port } = parseSmtp(url);
  const at = `${hostname}:${port}`;
  const socket = net.connect({ host: hostname, port });
  const outcome = await new Promise((resolve) => {
    socket.setTimeout(5000, () => resolve("no greeting within 5 seconds"));
    socket.once("error", (error) => resolve(error.code ?? error.message));
    // With smtps the greeting comes inside TLS: an open connection is all that can be seen from here.
    socket.once(protocol === "smtps:" ? "connect" : "data", () => resolve(undefined));
    socket.once("close", () => resolve("it closed the connection"));
  });
  socket.destroy();
  if (outcome !== undefined)
    throw new Sentence(`The mail server that SMTP_URL names, ${at}, cannot be reached (${outcome}).`);
}

function parseSmtp(url) {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !["smtp:", "smtps:"].includes(parsed.protocol) || parsed.hostname === "") {
    throw new Sentence(
      "SMTP_URL must look like smtp://user:password@host:587 or smtps://user:password@host:465.",
    );
  }
  return {
    protocol: parsed.protocol,
    hostname: parsed.hostname,
    port: Number(parsed.port || (parsed.protocol === "smtps:" ? 465 : 587)),
  };
}
