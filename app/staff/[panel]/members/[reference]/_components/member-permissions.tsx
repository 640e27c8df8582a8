import { getTranslations } from "next-intl/server";
import { DataTable, type Row } from "@/components/content/data-table";
import { Details } from "@/components/content/notice";
import { Tag } from "@/components/content/tag";
import { channels } from "@/lib/policy/vocabulary";
import type { Permission } from "@/lib/queries/staff/get-member";

/** Yes or no, with the gate's reason and the rule it rests on. */
async function Answer({ permission }: { permission: Permission | undefined }) {
  const t = await getTranslations("staff");
  const reasons = await getTranslations("policy.reason");
  if (permission === undefined) return <span className="text-muted">–</span>;
  const { permitted, code, lawfulBasis, citation } = permission;
  return (
    <div className="grid justify-items-start">
      <Tag tone={permitted ? "success" : "danger"}>
        {t(permitted ? "member.permission.yes" : "member.permission.no")}
      </Tag>
      <Details summary={t("member.permission.why")}>
        <p>{reasons(code)}</p>
        <p className="text-small text-muted">
          {t("member.permission.basis", { basis: t(`basis.${lawfulBasis}`) })}
          {citation === "" ? null : ` · ${citation}`}
        </p>
      </Details>
    </div>
  );
}

type Props = {
  permissions: readonly Permission[];
  /** The address of the page that says why in full. */
  why: string;
};

/** What may be sent, per purpose and channel, and why or why not. */
export async function MemberPermissions({ permissions, why }: Props) {
  const t = await getTranslations("staff");
  const words = await getTranslations("why.link");
  const purposes = [...new Set(permissions.map(({ purpose }) => purpose))];
  const used = channels.filter((channel) => permissions.some((permission) => permission.channel === channel));
  const rowOf = (purpose: string): Row => {
    const answers = used.map((channel) => [
      channel,
      <Answer
        key={channel}
        permission={permissions.find((one) => one.purpose === purpose && one.channel === channel)}
      />,
    ]);
    const named = (
      <span className="grid justify-items-start">
        {purpose}
        <a className="text-small font-normal" href={why}>
          {words("staff")}
          <span className="sr-only">: {purpose}</span>
        </a>
      </span>
    );
    return { key: purpose, cells: { purpose: named, ...Object.fromEntries(answers) } };
  };
  return (
    <DataTable
      caption={t("member.permission.title")}
      hideCaption
      columns={[
        { key: "purpose", label: t("member.permission.purpose") },
        ...used.map((channel) => ({ key: channel, label: t(`channel.${channel}`) })),
      ]}
      rows={purposes.map(rowOf)}
    />
  );
}
