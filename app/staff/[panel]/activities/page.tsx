import { requireActor } from "@/lib/auth/require-actor";
import { ActivityListPage } from "../../_components/activity-list-page";
import { staffTitle } from "../../_components/page-metadata";
import { placeIn } from "../../_components/paths";

export const generateMetadata = staffTitle("activities.title");

export default async function Activities({ params, searchParams }: PageProps<"/staff/[panel]/activities">) {
  const granted = await requireActor("activity.view", (await params).panel);
  return <ActivityListPage granted={granted} list="activities" before={placeIn(await searchParams)} />;
}
