import { expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { wake } from "@/lib/messaging/wake";
import { useDatabase } from "../support/database";

useDatabase();

test("the first wakes of a process wait for no connection, even when every one of the pool is held", async () => {
  const callers = pool().options.max;
  let holding = 0;
  let everyoneHolds = (): void => undefined;
  const allHold = new Promise<void>((resolve) => {
    everyoneHolds = resolve;
  });
  const woken = await Promise.all(
    Array.from({ length: callers }, () =>
      inTransaction(async (tx) => {
        holding += 1;
        if (holding === callers) everyoneHolds();
        await allHold;
        await wake({ tx }, "wake.mail");
        return "woken";
      }),
    ),
  );
  expect(woken).toEqual(Array.from({ length: callers }, () => "woken"));
});
