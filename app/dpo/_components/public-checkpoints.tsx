import { getTranslations } from "next-intl/server";

/** The way to where anybody finds the checkpoints and keys that evidence is checked against. */
export async function PublicCheckpoints({ slug }: { slug: string }) {
  const t = await getTranslations("checkpoints.dpo");
  return (
    <p>
      <a href={`/${slug}/checkpoints`}>{t("publicPage")}</a>
    </p>
  );
}
