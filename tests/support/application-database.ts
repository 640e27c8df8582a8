import { readFileSync } from "node:fs";
import path from "node:path";
import { application } from "./own-application";

/** The running product's own database: its port follows from the web's. `panel_app` sees what its web and workers see. */
export function applicationDatabaseUrl(role: "panel_app" | "panel_owner"): string {
  const { data, url } = application();
  const file = path.join(data, "postgres-passwords.json");
  const passwords = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
  const port = Number(new URL(url).port) + 3;
  return `postgresql://${role}:${passwords[role]}@127.0.0.1:${port}/resident_panel`;
}
