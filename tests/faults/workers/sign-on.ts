import { readConfig } from "@/lib/config/config";
import { parseSigning } from "@/lib/config/signing";
import { publishCheckpoints } from "@/lib/ledger/checkpoint/publish";
import { signTree } from "@/lib/ledger/checkpoint/sign";
import { append, reading } from "../../ledger/history";

// Appends, signs and publishes without end; says a line for each checkpoint that it published.

const organisation = process.argv[2] ?? "";
const { privateKey, dir } = parseSigning(process.env);
const signer = { privateKey, dir, appUrl: readConfig().appUrl };

for (;;) {
  await append(organisation, [reading("trail"), reading("trail")]);
  await signTree(organisation, signer);
  if ((await publishCheckpoints(organisation, dir)) > 0) process.stdout.write("published\n");
}
