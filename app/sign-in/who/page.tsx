import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { titlesIn } from "@/app/_titles/titles-in";
import { AnyPage } from "@/app/(public)/_components/ended-link";
import { moments } from "@/app/_resident/moments";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import { readAskedHere } from "@/lib/auth/sign-in-cookie";
import { now } from "@/lib/clock";
import { getSignInRequest, listPeopleToChoose } from "@/lib/queries/sign-in/get-sign-in-request";
import { chooseWhoSignsIn } from "../actions";

/** The sign-in that this browser began, with what proves it; null when there is none. */
const findAsked = cache(async () => {
  const asked = await readAskedHere();
  const request = asked && (await getSignInRequest(asked.requestId, asked.browserToken, now()));
  return asked && { asked, panel: request?.panel ?? null };
});

export const generateMetadata = titlesIn("signin.who", async () => (await findAsked())?.panel?.name)("title");

/** Names are shown only to the browser that gave the right code. */
export default async function WhoPage() {
  const found = await findAsked();
  if (found === null) redirect("/sign-in");
  const people = await listPeopleToChoose(found.asked, now());
  if (people.length === 0) redirect("/sign-in");
  const t = await getTranslations("signin.who");
  const { day } = await moments();
  const options = people.map(({ memberId, name, joinedAt, leftAt }) => {
    const since = leftAt === null ? joinedAt : leftAt;
    const hint = since === null ? undefined : t(leftAt === null ? "since" : "left", { date: day(since) });
    return { value: memberId, label: name, hint };
  });
  return (
    <AnyPage panel={found.panel}>
      <PageTitle lead={t("lead")}>{t("heading")}</PageTitle>
      <Form
        action={chooseWhoSignsIn}
        submit={t("button")}
        fields={[{ kind: "radios", name: "memberId", label: t("person"), options }]}
      />
    </AnyPage>
  );
}
