import { getTranslations } from "next-intl/server";
import { Section } from "@/components/content/card";
import type { Granted } from "@/lib/auth/require-actor";
import { may } from "@/lib/policy/permission";
import type { Task } from "@/lib/queries/staff/get-overview";
import { moments } from "./moments";
import { staffPath } from "./paths";

function hrefOf(slug: string, task: Task): string {
  switch (task.kind) {
    case "markAttendance":
      return staffPath(slug, `activities/${task.id}/attendance`);
    case "inviteSomeone":
      return staffPath(slug, `activities/${task.id}/audience`);
    case "remind":
      return staffPath(slug, `activities/${task.id}/reminder`);
    case "tellGuests":
      return staffPath(slug, `activities/${task.id}/tell`);
    case "publishDraft":
      return staffPath(slug, `surveys/${task.id}/questions`);
    case "decideApplications":
      return staffPath(slug, "applications");
    case "lookIntoMailing":
      return staffPath(slug, `mailings/${task.id}`);
  }
}

type Props = { granted: Granted; tasks: readonly Task[] };

/** What waits for whoever looks, each line a link to where it is done. Nothing waits for those who only read. */
export async function TaskList({ granted: { actor, panel }, tasks }: Props) {
  const { slug } = panel;
  if (!may(actor, "activity.change", panel.id)) return null;
  const t = await getTranslations("staff");
  const { civil } = await moments();
  if (tasks.length === 0) {
    return (
      <Section title={t("overview.tasks")}>
        <p className="text-muted">{t("overview.nothingToDo")}</p>
      </Section>
    );
  }
  return (
    <Section title={t("overview.tasks")}>
      <ul className="grid gap-px overflow-hidden rounded-md border border-rule bg-rule">
        {tasks.map((task) => (
          <li
            key={task.kind + task.id}
            className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 bg-surface px-4 py-3"
          >
            <a href={hrefOf(slug, task)} className="font-bold">
              {t(`task.${task.kind}`, { count: task.count })}
            </a>
            <span className="text-muted">
              {task.kind === "decideApplications"
                ? t("overview.hearBy", { date: civil(task.id) })
                : task.title}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
