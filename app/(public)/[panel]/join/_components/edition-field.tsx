import { getTranslations } from "next-intl/server";
import { noticePath } from "@/app/_notices/notice-path";
import type { FieldSpec } from "@/components/form/field-spec";
import { editionSlug } from "@/lib/policy/notice-editions";
import { listEditions } from "@/lib/queries/notice/get-notice";
import type { PanelView } from "@/lib/queries/panel/get-panel";
import { editionName } from "../../../_components/edition-links";

/** Which text of the notice the person reads, where there is more than one: the evidence points to it (law.md TR-4). */
export async function editionField(panel: PanelView): Promise<FieldSpec[]> {
  const number = panel.privacyNoticeNumber;
  const editions = await listEditions(panel, number);
  if (editions.length < 2) return [];
  const [t, nameOf] = await Promise.all([getTranslations("join.start"), editionName()]);
  const options = editions.map((edition) => ({
    value: editionSlug(edition) === "" ? "standard" : editionSlug(edition),
    label: nameOf(edition),
    hint: (
      <a href={noticePath(panel.slug, number, edition)}>
        {t("editionRead")}
        <span className="sr-only">: {nameOf(edition)}</span>
      </a>
    ),
  }));
  return [{ kind: "radios", name: "edition", label: t("edition"), hint: t("editionHint"), options }];
}
