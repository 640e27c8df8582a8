import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/content/data-table";
import { Details } from "@/components/content/notice";
import { Tag } from "@/components/content/tag";
import type { Permission } from "@/lib/queries/staff/get-member";

/** What may be sent, per purpose and channel, and why or why not. */
export async function MemberPermissions({ permissions }: { permissions: readonly Permission[] }) {
  const t = await getTranslations("staff.member.permission");
  const words = await getTranslations("staff");
  const reasons = await getTranslations("policy.reason");
  const rows = permissions.map((permission) => ({
    key: `${permission.purpose}-${permission.channel}`,
    cells: {
      purpose: permission.purpose,
      channel: words(`channel.${permission.channel}`),
      answer: (
        <Tag tone={permission.permitted ? "success" : "danger"}>{t(permission.permitted ? "yes" : "no")}</Tag>
      ),
      why: (
        <Details summary={t("why")}>
          <p>{reasons(permission.code)}</p>
          <p className="text-small text-muted">
            {t("basis", { basis: words(`basis.${permission.lawfulBasis}`) })}
            {permission.citation === "" ? null : ` · ${permission.citation}`}
          </p>
        </Details>
      ),
    },
  }));
  const columns = (["purpose", "channel", "answer", "why"] as const).map((key) => ({
    key,
    label: t(`column.${key}`),
  }));
  return <DataTable caption={t("title")} hideCaption columns={columns} rows={rows} />;
}
