import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { requestsTitle } from "@/app/_requests/title";
import { BackLink } from "@/components/layout/way-back";
import { recordedRead } from "@/lib/actions/recorded-read";
import { requireActor } from "@/lib/auth/require-actor";
import { getLetter } from "@/lib/queries/rights-request/get-letter";
import { requestLetterSchema } from "@/lib/schemas/rights-request";
import { DpoFrame } from "../../../../_components/dpo-frame";
import { dpoPath } from "../../../../_components/paths";
import { LetterPaper } from "../_components/letter-paper";

export const generateMetadata = requestsTitle("letter.title");

/** What a mail would say, on paper, for somebody whom no mail reaches. */
export default async function Letter(props: PageProps<"/dpo/[panel]/requests/[id]/letter">) {
  const { panel: slug, id } = await props.params;
  const granted = await requireActor("rightsRequest.answer", slug);
  const asked = requestLetterSchema.safeParse({ id, ...(await props.searchParams) });
  if (!asked.success) notFound();
  const { about, step } = asked.data;
  const letter = await getLetter(granted, asked.data.id, `request-${about}`, step);
  if (letter === null) notFound();
  if (letter.subjectRef !== null) await recordedRead(granted, letter.subjectRef, "request");
  const t = await getTranslations("requests");
  const back = dpoPath(slug, `requests/${id}`);
  return (
    <DpoFrame
      granted={granted}
      width="reading"
      current="requests"
      before={<BackLink href={back} label={t("metaTitle")} />}
    >
      <p className="text-muted print:hidden">{t("letter.print")}</p>
      <LetterPaper panel={granted.panel} letter={letter} />
    </DpoFrame>
  );
}
