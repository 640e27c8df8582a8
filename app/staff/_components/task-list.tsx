import { getTranslations } from "next-intl/server";
import type { Task } from "@/lib/queries/staff/get-overview";
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
    case "lookIntoMailing":
      return staffPath(slug, `mailings/${task.id}`);
  }
}

/** What waits for someone, each line a link to where it is done. */
export async function TaskList({ slug, tasks }: { slug: string; tasks: readonly Task[] }) {
  const t = await getTranslations("staff");
  if (tasks.length === 0) return <p className="text-muted">{t("overview.nothingToDo")}</p>;
  return (
    <ul className="grid gap-px overflow-hidden rounded-md border border-rule bg-rule">
      {tasks.map((task) => (
        <li
          key={task.kind + task.id}
          className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 bg-surface px-4 py-3"
        >
          <a href={hrefOf(slug, task)} className="font-bold">
            {t(`task.${task.kind}`, { count: task.count })}
          </a>
          <span className="text-muted">{task.title}</span>
        </li>
      ))}
    </ul>
  );
}
