import { getTranslations } from "next-intl/server";
import { Tag, type TagTone } from "@/components/content/tag";
import { londonDate, now } from "@/lib/clock";
import type { MemberRow } from "@/lib/queries/staff/list-members";

type Standing = Pick<MemberRow, "state" | "restricted"> & { readonly pausedUntil: Date | string | null };

const tones: Record<Exclude<MemberRow["state"], "member"> | "restricted" | "paused", TagTone> = {
  applicant: "info",
  left: "neutral",
  ended: "neutral",
  restricted: "danger",
  paused: "warning",
};

/** Where a member stands; a restriction or a pause says more than the state and is named instead. The
 * usual state is plain, so that the others stand out. */
export async function MemberStateTag({ member }: { member: Standing }) {
  const t = await getTranslations("staff.memberState.one");
  const until =
    member.pausedUntil instanceof Date ? member.pausedUntil.toISOString().slice(0, 10) : member.pausedUntil;
  const paused = until !== null && until >= londonDate(now());
  const shown = member.restricted
    ? "restricted"
    : paused && member.state === "member"
      ? "paused"
      : member.state;
  if (shown === "member") return t("member");
  return <Tag tone={tones[shown]}>{t(shown)}</Tag>;
}
