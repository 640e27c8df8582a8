import { Argument, Command } from "commander";
import errors from "@/messages/en/errors.json";
import { getPanelBySlug } from "@/lib/queries/panel/get-panel";
import type { StaffRole } from "@/lib/policy/vocabulary";
import type { UseCase } from "@/lib/usecases/context";
import { grantRole, type RoleOfStaff } from "@/lib/usecases/role/grant-role";
import { revokeRole } from "@/lib/usecases/role/revoke-role";
import { runUseCase } from "@/lib/usecases/run";
import { onProduct } from "./product";
import { Sentence } from "./sentence.mjs";

// npm run role -- grant|revoke <panel> <role> <work address>: who may do what on a panel, as the application's role. Each
// change is in the ledger.

const sentences: Readonly<Record<string, string>> = errors.refusal.role;

type Given = { readonly name?: string };

/** Runs one change for a panel by its address, and says what came of it. */
function change(useCase: UseCase<RoleOfStaff & Given, string>, done: string) {
  return async (slug: string, role: StaffRole, email: string, given: Given): Promise<void> => {
    const panel = await getPanelBySlug(slug);
    if (panel === null) throw new Sentence(`There is no panel at /${slug}.`);
    const result = await runUseCase(
      useCase,
      { kind: "system", name: "operator" },
      { panel, role, email, ...given },
    );
    if (!result.ok)
      throw new Sentence(sentences[result.error.code.replace("role.", "")] ?? result.error.code);
    process.stdout.write(`${email} ${done} the role ${role} on ${panel.name}.\n`);
  };
}

const role = () =>
  new Argument("<role>", "what they may do").choices(["engagement", "dpo", "admin", "auditor"]);
const program = new Command("role").description("Who may do what on a panel.").showHelpAfterError();

program
  .command("grant")
  .argument("<panel>", "the panel's address, such as customer-voices")
  .addArgument(role())
  .argument("<email>", "their work address")
  .option("--name <name>", "their name, when they are not staff yet")
  .action(change(grantRole, "has"));
program
  .command("revoke")
  .argument("<panel>")
  .addArgument(role())
  .argument("<email>")
  .action(change(revokeRole, "no longer has"));

await onProduct(program);
