import { readFileSync, writeFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { londonDate, now } from "@/lib/clock";
import { disconnect, pool } from "@/lib/db/client";
import { policyDocumentSchema } from "@/lib/schemas/policy-document";
import { gatherStatistics } from "./seed/gather-statistics";
import { placeHolds } from "./seed/legal-holds";
import { makePanel } from "./seed/panel";
import { keptUp, withOpenRound } from "./seed/document-today";
import { makeRequests } from "./seed/requests";
import type { DemoPerson } from "./seed/organisation";
import { projectAll } from "./seed/project-all";
import { writePanel } from "./seed/write";

// The demo: four panels with two years behind them. Deterministic, so that everyone sees the same town.

const presets = [
  { file: "customer-voices", share: 0.3 },
  { file: "citizens-together", share: 0.34 },
  { file: "connect", share: 0.24 },
  { file: "resident-panel", share: 0.12 },
] as const;

const { values: options } = parseArgs({
  options: {
    // Members over all panels.
    members: { type: "string", default: "1600" },
    // Where to write the list of demo people.
    data: { type: "string", default: ".data" },
  },
});

function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function seed(members: number): Promise<readonly DemoPerson[]> {
  const client = await pool().connect();
  // Midnight, so that a demo made twice on one day is the same.
  const today = Math.floor(now().getTime() / 86_400_000) * 86_400_000;
  const people: DemoPerson[] = [];
  try {
    for (const [index, preset] of presets.entries()) {
      const text = readFileSync(join(import.meta.dirname, "presets", `${preset.file}.json`), "utf8");
      const written = policyDocumentSchema.parse(JSON.parse(text));
      const day = londonDate(new Date(today));
      const document = keptUp(withOpenRound(written, day), day);
      const count = Math.max(20, Math.round(members * preset.share));
      say(`${document.panel.name}: making ${count} members and two years of history`);
      const made = makePanel(document, count, 20261121 + index, today);
      let shown = 0;
      await writePanel(client, made, (written, total) => {
        const percent = Math.floor((written / total) * 100);
        if (percent >= shown + 25) say(`  ${(shown = percent)} % of ${total} rows`);
      });
      people.push(...made.people);
    }
  } finally {
    client.release();
  }
  await projectAll((done) => say(`  contact permission decided for ${done} members`));
  await placeHolds();
  await makeRequests();
  return people;
}

const members = Number(options.members);
if (!Number.isInteger(members) || members < 80) {
  stop("--members must be a whole number of at least 80.");
}
const { rows } = await pool().query<{ used: boolean }>("select exists (select 1 from organisation) as used");
if (rows[0]?.used === true)
  stop("The database is not empty. The demo panels are only loaded into an empty one.");
const people = await seed(members);
const ownerUrl = process.env["OWNER_DATABASE_URL"];
if (ownerUrl !== undefined) await gatherStatistics(ownerUrl);
mkdirSync(options.data, { recursive: true });
writeFileSync(join(options.data, "demo-people.json"), JSON.stringify(people, null, 2));
say(`${people.length} demo people are listed in ${join(options.data, "demo-people.json")}`);
await disconnect();
