import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { titlesIn } from "@/app/_titles/titles-in";
import { AnyPage } from "@/app/(public)/_components/ended-link";
import { moments } from "@/app/_resident/moments";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import { readAskedHere } from "@/lib/auth/sign-in-cookie";
import { now } from "@/lib/clock";
import { getSignInRequest, listPeopleToChoose } from "@/lib/queries/sign-in/get-sign-in-request";
import { chooseWhoSignsIn } from "../actions";

export const generateMetadata = titlesIn("signin.who")("title");

/** Names are shown only to the browser that gave the right code. */
export default async function WhoPage() {
  const asked = await readAskedHere();
  if (asked === null) redirect("/sign-in");
  const people = await listPeopleToChoose(asked, now());
  if (people.length === 0) redirect("/sign-in");
  const request = await getSignInRequest(asked.requestId, asked.browserToken, now());
  const t = await getTranslations("signin.who");
  const { day } = await moments();
  const options = people.map(({ memberId, name, joinedAt, leftAt }) => {
    const since = leftAt === null ? joinedAt : leftAt;
    const hint = since === null ? undefined : t(leftAt === null ? "since" : "left", { date: day(since) });
    return { value: memberId, label: name, hint };
  });
  return (
    <AnyPage panel={request?.panel ?? null}>
      <PageTitle lead={t("lead")}>{t("heading")}</PageTitle>
      <Form
        action={chooseWhoSignsIn}
        submit={t("button")}
        fields={[{ kind: "radios", name: "memberId", label: t("person"), options }]}
      />
    </AnyPage>
  );
}
