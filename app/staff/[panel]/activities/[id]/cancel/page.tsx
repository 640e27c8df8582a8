import { getTranslations } from "next-intl/server";
import { Form } from "@/components/form/form";
import { BackLink } from "@/components/layout/way-back";
import { PageTitle } from "@/components/layout/page-title";
import { requireActor } from "@/lib/auth/require-actor";
import { staffTitle } from "../../../../_components/page-metadata";
import { first } from "../../../../_components/paths";
import { StaffFrame } from "../../../../_components/staff-frame";
import { findCancelling } from "../_components/cancelling";
import { homeOf } from "../_components/sending";
import { sayWhy } from "./actions";

export const generateMetadata = staffTitle("cancel.title");

export default async function Cancel({
  params,
  searchParams,
}: PageProps<"/staff/[panel]/activities/[id]/cancel">) {
  const { panel: slug, id } = await params;
  const { granted, activity } = await findCancelling(await requireActor("activity.change", slug), id);
  const t = await getTranslations("staff.cancel");
  const { invited, declined, notThis, accepted } = activity;
  const told = invited - declined - notThis;
  const back = homeOf(slug, activity);
  return (
    <StaffFrame granted={granted} width="reading" before={<BackLink href={back} label={activity.title} />}>
      <PageTitle
        caption={activity.title}
        lead={invited === 0 ? t("nobodyAsked") : t("lead", { told, accepted })}
      >
        {t("title")}
      </PageTitle>
      <Form
        action={sayWhy}
        hidden={{ panel: slug, activity: id }}
        initial={{ reason: first((await searchParams)["reason"]) ?? "" }}
        fields={[
          { kind: "textarea", name: "reason", label: t("reason"), hint: t("reasonHint"), maxLength: 600 },
        ]}
        submit={t("next")}
        secondary={[{ label: t("leave"), href: back }]}
      />
    </StaffFrame>
  );
}
