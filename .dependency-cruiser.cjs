/**
 * Imports point one way: policy <- schemas <- usecases, queries <- actions <- app (docs: DESIGN, "Layout").
 * Each rule's comment says what to do instead.
 */
const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });
const path = (...patterns) => ({ path: patterns.map((pattern) => `^${pattern}`) });
const allow = (to, ...except) => ({ ...to, pathNot: except.map((pattern) => `^${pattern}`) });

/** Who may see the database's client. */
const DATA_LAYER = [
  "lib/(db|usecases|queries|ledger|messaging|auth|worker)/",
  "lib/boot\\.ts$",
  "prisma/",
  "tests/",
  "scripts/",
];

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    forbid(
      "policy-is-pure",
      "lib/policy holds rules a lawyer can read: it imports only lib/policy. Give it the time, the id or the row as an argument.",
      path("lib/policy/"),
      allow(path("."), "lib/policy/", "node_modules/temporal-polyfill/"),
    ),
    forbid(
      "schemas-know-policy-only",
      "A schema describes a form: it may use policy, zod and the validating libraries. Move what reads the database into a use-case or a query.",
      path("lib/schemas/"),
      path("lib/(?!schemas/|policy/|clock\\.ts|result\\.ts)", "app/", "components/", "emails/"),
    ),
    forbid(
      "inner-layers-know-no-outer-ones",
      "Use-cases and queries know neither actions nor screens: return a value, and let the action or page turn it into words.",
      path("lib/(?!actions/)"),
      path("lib/actions/(?!form-state\\.ts)", "app/", "components/"),
    ),
    forbid(
      "reads-do-not-write",
      "A query selects and returns a DTO. What changes something is a use-case.",
      path("lib/queries/"),
      path("lib/usecases/"),
    ),
    forbid(
      "client-stays-in-the-data-layer",
      "Only db, usecases, queries, ledger, messaging, auth and worker see the database. Write a query that returns what this file needs.",
      { pathNot: DATA_LAYER.map((pattern) => `^${pattern}`) },
      path("lib/db/", "node_modules/(@prisma/client|pg)/"),
    ),
    forbid(
      "app-reads-and-acts-through-lib",
      "A page reads through lib/queries and changes through lib/actions; only an endpoint below app/api may run a use-case itself.",
      path("app/(?!api/|.*actions\\.ts$)"),
      path("lib/usecases/", "lib/ledger/append"),
    ),
    forbid(
      "components-take-plain-props",
      "A component gets plain props and gives markup. Pass it what it shows; it may import policy types only.",
      path("components/", "emails/"),
      { ...allow(path("lib/", "app/"), "lib/actions/form-state\\.ts"), dependencyTypesNot: ["type-only"] },
    ),
    forbid(
      "component-types-are-policy-types",
      "Of lib, a component may name policy types and form state. Put other shapes beside the component.",
      path("components/", "emails/"),
      allow(path("lib/"), "lib/policy/", "lib/actions/form-state\\.ts"),
    ),
    forbid(
      "product-does-not-import-tests-or-scripts",
      "What ships does not depend on tests or scripts. Move the shared part into lib.",
      path("app/", "components/", "emails/", "lib/"),
      path("tests/", "scripts/", "prisma/(?!presets/)"),
    ),
    forbid(
      "reader-shares-nothing-with-the-writer",
      "The ledger's verifier proves the writer right or wrong, so it may not use its code. Write the rule a second time.",
      path("lib/ledger/verify"),
      path("lib/ledger/(?!verify)"),
    ),
    forbid(
      "no-cycles",
      "Two files that need each other are one file, or hide a third one: take out what both need (types may go in circles).",
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    ),
    forbid(
      "all-resolved",
      "This import leads nowhere: mend the path or add the package to package.json.",
      {},
      { couldNotResolve: true },
    ),
    forbid(
      "declared-packages-only",
      "What ships may use `dependencies` only: move the package there.",
      path("app/", "components/", "emails/", "lib/"),
      { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"] },
    ),
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: ["node_modules", "lib/db/generated"] },
    exclude: { path: ["^\\.next"] },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
    tsConfig: { fileName: "tsconfig.json" },
  },
};
