"use server";

import { redirect } from "next/navigation";
import pg from "pg";

const pool = new pg.Pool({ connectionString: process.env["BARE_DATABASE_URL"], max: 10 });

export async function keepRow(form: FormData): Promise<void> {
  const answers = JSON.stringify(Object.fromEntries([...form].filter(([name]) => !name.startsWith("$"))));
  await pool.query("insert into bare_answer (answers) values ($1)", [answers]);
  redirect("/");
}
