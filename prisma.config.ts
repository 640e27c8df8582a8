import { defineConfig } from "prisma/config";

// `prisma generate` needs no database; everything else names its own URL.
export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env["OWNER_DATABASE_URL"] ?? "postgresql://localhost/none" },
});
