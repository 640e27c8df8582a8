import { getTranslations } from "next-intl/server";
import type { NoticeSection } from "@/lib/policy/notice";
import type { NoticeChange } from "@/lib/queries/notice/get-notice-change";
import { NoticePart } from "./notice-text";

type Props = { change: NoticeChange | null; own: NoticeSection | undefined; easy: boolean };

/** What is new against the version before: in the notice's own words where it has them, otherwise from the two policies. */
export async function NoticeChanges({ change, own, easy }: Props) {
  const t = await getTranslations("notices.read");
  if (own !== undefined) return <NoticePart section={own} easy={easy} />;
  if (change === null) return null;
  const { since, changes } = change;
  const section: NoticeSection = {
    id: "what-changed",
    heading: t("changed", { number: since }),
    paragraphs: [t(changes.length === 0 ? "nothingChanged" : "changedLead")],
    list: changes,
  };
  return (
    <div lang="en-GB" dir="ltr">
      <NoticePart section={section} easy={easy} />
    </div>
  );
}
