import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { policyJsonSchema } from "@/lib/schemas/policy-json-schema";

test("the published JSON Schema is the one that is enforced (npm run policy -- schema writes it)", () => {
  const published: unknown = JSON.parse(readFileSync("public/policy-document.schema.json", "utf8"));
  expect(published).toEqual(JSON.parse(JSON.stringify(policyJsonSchema())));
});

test("it refuses unknown keys and says which version it is", () => {
  const schema = policyJsonSchema();
  expect(schema["additionalProperties"]).toBe(false);
  expect(JSON.stringify(schema["properties"])).toContain('"schemaVersion":{"type":"number","const":1}');
});
