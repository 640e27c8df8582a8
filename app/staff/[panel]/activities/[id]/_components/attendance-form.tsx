import { getTranslations } from "next-intl/server";
import type { FieldSpec } from "@/components/form/field-spec";
import { Form } from "@/components/form/form";
import type { Expected } from "@/lib/queries/staff/list-attendance";
import { outcomeField } from "@/lib/schemas/attendance";
import { markAttendance } from "../attendance/actions";

type Props = { slug: string; sessionId: string; people: readonly Expected[] };

/** One row a person, one press for all. Nobody is marked beforehand. */
export async function AttendanceForm({ slug, sessionId, people }: Props) {
  const t = await getTranslations("staff.attendance");
  const markable = people.filter(({ mayNote }) => mayNote);
  const marks = markable.map((person): FieldSpec => ({
    kind: "radios",
    inline: true,
    name: outcomeField(person.memberId),
    label: t("person", { name: person.name, reference: person.reference }),
    options: [
      { value: "came", label: t("came") },
      { value: "absent", label: t("absent") },
    ],
  }));
  const known = markable.flatMap(({ memberId, attendance }) =>
    attendance === null ? [] : [[outcomeField(memberId), attendance] as const],
  );
  const rest: FieldSpec = { kind: "singleCheckbox", name: "rest", label: t("rest"), hint: t("restHint") };
  const nobody: FieldSpec = {
    kind: "content",
    id: "nobody",
    content: <p className="text-muted">{t("nobody")}</p>,
  };
  return (
    <Form
      action={markAttendance}
      layout="list"
      submit={t("submit")}
      hidden={{ panel: slug, session: sessionId }}
      initial={Object.fromEntries(known)}
      fields={[
        ...(people.length === 0 ? [nobody] : marks),
        ...(markable.some(({ attendance }) => attendance === null) && marks.length > 1 ? [rest] : []),
        {
          kind: "text",
          name: "alsoCame",
          label: t("alsoCame"),
          hint: t("alsoCameHint"),
          width: "short",
          optional: true,
        },
      ]}
    />
  );
}
