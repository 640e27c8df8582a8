import type { Route } from "next";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/actions/form-state";
import { issueSentences } from "@/lib/actions/sentences";
import { audienceQuerySchema, type Audience } from "@/lib/schemas/audience";
import { staffPath } from "../../../../_components/paths";

type Query = Record<string, string | string[] | undefined>;

/** The audience that an address asks for; or what is wrong with it, for the form that asks again. */
export async function askedAudience(
  query: Query,
): Promise<{ audience: Audience; wrong: null } | { audience: null; wrong: FormState }> {
  const read = audienceQuerySchema.safeParse(query);
  if (read.success) return { audience: read.data, wrong: null };
  const fields = await issueSentences(read.error);
  return { audience: null, wrong: { status: "invalid", fields, values: {} } };
}

/** The same for the pages that follow: what cannot be read is put right where it is chosen. */
export async function chosenAudience(slug: string, activityId: string, query: Query): Promise<Audience> {
  const { audience } = await askedAudience(query);
  if (audience === null) redirect(staffPath(slug, `activities/${activityId}/audience`, query) as Route);
  return audience;
}
