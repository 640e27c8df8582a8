import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/content/button";
import { Section } from "@/components/content/card";
import { questionTypes } from "@/lib/schemas/survey-definition";
import { staffPath } from "../../../../_components/paths";

/** The kinds of question, each a page with only what it needs. */
export async function AddQuestion({ slug, activityId }: { slug: string; activityId: string }) {
  const t = await getTranslations("staff.questions");
  return (
    <Section title={t("add")}>
      <div className="flex flex-wrap gap-3">
        {questionTypes.map((type) => (
          <ButtonLink
            key={type}
            tone="secondary"
            href={staffPath(slug, `surveys/${activityId}/questions/${type}`)}
          >
            {t(`type.${type}`)}
          </ButtonLink>
        ))}
      </div>
    </Section>
  );
}
