import type pg from "pg";
import { database } from "./client";
import type { Prisma } from "./generated/client";
import { lending } from "./lending-pool";

type Client = Prisma.TransactionClient;

/** Prisma inside a transaction that is ours. */
export type GuestPrisma = {
  readonly client: Client;
  /** Lets Prisma go. Says what it thinks went wrong, such as that it took too long. */
  readonly leave: () => Promise<void>;
};

/** Opens Prisma's transaction on a connection whose transaction has begun: it joins that one. */
export async function joinPrisma(connection: pg.PoolClient): Promise<GuestPrisma> {
  const left = Promise.withResolvers<null>();
  const joined = Promise.withResolvers<Client>();
  const whole = lending(connection, async () =>
    database().$transaction(
      async (client) => {
        joined.resolve(client);
        await left.promise;
      },
      { maxWait: 5_000, timeout: 20_000 },
    ),
  );
  whole.catch(joined.reject);
  const client = await joined.promise;
  const leave = async (): Promise<void> => {
    left.resolve(null);
    await whole;
  };
  return { client, leave };
}

type Method = (...values: readonly unknown[]) => unknown;

function methodOf(target: object, name: string | symbol): Method {
  const method: unknown = Reflect.get(target, name);
  if (typeof method !== "function") throw new Error(`Prisma has no ${String(name)}`);
  return (...values) => Reflect.apply(method, target, values) as unknown;
}

/**
 * A Prisma client that is opened when it is first asked for something. Most of what a resident does needs our own
 * statements only, and Prisma's part in a transaction costs more than theirs.
 */
export function whenNeeded(open: () => Promise<Client>): Client {
  const model = (name: string | symbol) =>
    new Proxy(Object.freeze({}), {
      get:
        (_, verb) =>
        async (...values: readonly unknown[]) =>
          methodOf(Reflect.get(await open(), name) as object, verb)(...values),
    });
  return new Proxy({} as Client, {
    get: (_, name) =>
      typeof name === "string" && name.startsWith("$")
        ? async (...values: readonly unknown[]) => methodOf(await open(), name)(...values)
        : model(name),
  });
}
