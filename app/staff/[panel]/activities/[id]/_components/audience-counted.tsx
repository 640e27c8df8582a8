import { getTranslations } from "next-intl/server";
import { Button } from "@/components/content/button";
import { questionsAbout } from "@/lib/policy/content-review";
import { countAudience } from "@/lib/queries/mailing/count-audience";
import type { Audience } from "@/lib/schemas/audience";
import { staffPath } from "../../../../_components/paths";
import { AudienceBooks } from "./audience-books";
import { audienceForm } from "./audience-choice";
import { audienceOf, kindOf, type Sending } from "./sending";

/** How many the audience would reach and who is left out, and the way on where anybody may be asked. */
export async function AudienceCounted({ sending, audience }: { sending: Sending; audience: Audience }) {
  const { granted, activity, open, purpose } = sending;
  const { slug } = granted.panel;
  const t = await getTranslations("staff.audience");
  const count = await countAudience(audienceOf(sending, audience));
  const { invited } = activity;
  const already = invited > 0 ? t("already", { count: invited }) : null;
  // What it is about is asked on the next page, and the answer may let more people be asked.
  const mayBeWidened = questionsAbout(kindOf(sending, audience), purpose).includes("about");
  return (
    <>
      <AudienceBooks slug={slug} activity={activity} audience={audience} count={count} lead={already} />
      {open && (count.willBeInvited > 0 || mayBeWidened) ? (
        <div>
          <Button form={audienceForm} formAction={staffPath(slug, `activities/${activity.id}/preview`)}>
            {t("next")}
          </Button>
        </div>
      ) : null}
    </>
  );
}
