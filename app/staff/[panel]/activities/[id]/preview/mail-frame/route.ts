import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/lib/auth/require-actor";
import { getMailPreview } from "@/lib/queries/staff/get-mail-preview";
import { mailingAudienceQuerySchema } from "@/lib/schemas/audience";
import { mailWordsSchema } from "@/lib/schemas/audience-mailing";
import { queryOf } from "../../../../../_components/paths";
import { subjectFor } from "../../_components/mail-words";
import { findSending } from "../../_components/sending";

type Context = RouteContext<"/staff/[panel]/activities/[id]/preview/mail-frame">;

/** The HTML part of the mail, for the preview's frame. lib/security-headers.ts lets it run and load nothing. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { panel, id } = await params;
  const { granted, activity } = await findSending(await requireActor("mailing.send", panel), id);
  const query = queryOf(new URL(request.url).searchParams);
  const { data: audience } = mailingAudienceQuerySchema.safeParse(query);
  if (audience === undefined) notFound();
  const { subject, opening = "" } = mailWordsSchema.parse(query);
  const words = { subject: subject ?? (await subjectFor(activity, audience)), opening };
  const t = await getTranslations("staff.preview");
  const preview = await getMailPreview(granted, { activity, audience, words, name: t("sample") });
  return new Response(preview?.html ?? "", { headers: { "Content-Type": "text/html; charset=utf-8" } });
}
