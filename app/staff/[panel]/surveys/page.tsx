import { requireActor } from "@/lib/auth/require-actor";
import { ActivityListPage } from "../../_components/activity-list-page";
import { staffTitle } from "../../_components/page-metadata";
import { placeIn } from "../../_components/paths";

export const generateMetadata = staffTitle("surveys.title");

export default async function Surveys({ params, searchParams }: PageProps<"/staff/[panel]/surveys">) {
  const granted = await requireActor("activity.view", (await params).panel);
  return <ActivityListPage granted={granted} list="surveys" before={placeIn(await searchParams)} />;
}
