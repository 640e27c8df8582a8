import { expect, it } from "vitest";
import { frontierRoot, grownFrontier, leafHash } from "@/lib/ledger/hashing";
import { sql, useDatabase } from "../support/database";

const held = useDatabase();

it("the SQL writer grows the same frontier as the reference, leaf by leaf", async () => {
  let [bySql, byCode]: [readonly Uint8Array[], readonly Uint8Array[]] = [[], []];
  for (let size = 0n; size < 40n; size += 1n) {
    const leaf = leafHash(Buffer.from(String(size)));
    byCode = grownFrontier(byCode, size, leaf);
    const [row] = await sql<{ frontier: Uint8Array[] }>(
      held.appUrl,
      "SELECT grown_frontier($1::bytea[], $2, $3) AS frontier",
      [bySql, String(size), leaf],
    );
    bySql = row?.frontier ?? [];
    expect(frontierRoot(bySql)).toEqual(frontierRoot(byCode));
    expect(bySql).toHaveLength(byCode.length);
  }
});
