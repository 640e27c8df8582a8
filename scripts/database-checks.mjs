import pg from "pg";
import { Sentence } from "./sentence.mjs";

const BY_CODE = {
  ECONNREFUSED: "nothing answers there",
  ENOTFOUND: "there is no such host",
  EAI_AGAIN: "the host's name cannot be looked up",
  ETIMEDOUT: "it does not answer",
  "28P01": "the password is wrong",
  28000: "this role may not connect",
  "3D000": "there is no such database",
  42501: "this role may not connect to that database",
  "57P03": "the server is starting up or shutting down",
  53300: "the server has too many connections",
};

/**
 * Connects once, and says in one sentence what is wrong with the address.
 * @template T
 * @param {string} name the variable that holds the address
 * @param {string} url
 * @param {(client: pg.Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withDatabase(name, url, work) {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)) {
    throw new Sentence(`${name} must look like postgresql://role:password@host:5432/database.`);
  }
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on("error", () => undefined); // A server that goes away is reported by the next statement.
  try {
    await client.connect();
  } catch (error) {
    const { host, pathname } = new URL(url);
    const why =
      BY_CODE[error.code] ?? (/timeout/i.test(error.message) ? "it does not answer" : error.message);
    throw new Sentence(`The database that ${name} names (${host}${pathname}) cannot be used: ${why}.`);
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
