import { z } from "zod";
import { policyDocumentSchema } from "./policy-document";

// The policy document for editors and other programs: the same shape that is enforced, as JSON Schema 2020-12.

/** The JSON Schema of a policy document, as served at /policy-document.schema.json. */
export function policyJsonSchema(): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(policyDocumentSchema, {
    io: "input",
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly;
    },
  });
  return {
    $schema: schema.$schema,
    $id: "/policy-document.schema.json",
    title: "Policy document of a resident panel, version 1",
    description:
      "What a panel promises, as data. Whether it keeps to the law is asked by `npm run policy -- lint FILE`.",
    ...schema,
  };
}
