import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import { InsetText } from "@/components/content/notice";
import type { AccountabilityRecord } from "@/lib/policy/document";
import type { RecordedReview } from "@/lib/queries/accountability/get-assessment";
import { reviewParts } from "@/lib/schemas/review";

/** The parts of a record in words, typed text kept in its lines. */
export function PartWords({ words }: { words: string }) {
  return (
    <div className="prose">
      {words.split(/\n{2,}/u).map((paragraph) => (
        <p key={paragraph} className="whitespace-pre-line">
          {paragraph}
        </p>
      ))}
    </div>
  );
}

/** What an assessment says: the newest review, or what the policy itself says in short while none was recorded. */
export async function RecordWords({
  record,
  review,
}: {
  record: AccountabilityRecord;
  review: RecordedReview | undefined;
}) {
  const t = await getTranslations("accountability");
  const { balance } = record;
  const content: Readonly<Record<string, string>> =
    review?.content ??
    (balance === undefined
      ? {}
      : { purpose: balance.purpose, necessity: balance.necessity, balance: balance.balancing });
  const parts = reviewParts[record.kind].filter((part) => content[part] !== undefined);
  return (
    <>
      {review === undefined ? (
        <InsetText>
          <p>{t(parts.length === 0 ? "onlyNamed" : "onlyInPolicy")}</p>
        </InsetText>
      ) : null}
      {parts.map((part) => (
        <Section key={part} title={t(`part.${record.kind}.${part}`)}>
          <PartWords words={content[part] ?? ""} />
        </Section>
      ))}
    </>
  );
}
