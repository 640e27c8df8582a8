import { getTranslations } from "next-intl/server";
import { Button } from "@/components/content/button";

/** The press that ends the session. */
export async function SignOut() {
  const t = await getTranslations("staff.nav");
  return (
    <form method="post" action="/api/auth/sign-out">
      <Button tone="quiet">{t("signOut")}</Button>
    </form>
  );
}
