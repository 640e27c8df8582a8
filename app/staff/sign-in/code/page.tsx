import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { titlesIn } from "@/app/_titles/titles-in";
import { CodeForm } from "@/app/(public)/_components/code-form";
import { ProductHeader } from "@/app/(public)/_components/product-header";
import { PageShell } from "@/components/layout/page-shell";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/layout/way-back";
import { readAskedHere } from "@/lib/auth/sign-in-cookie";
import { enterStaffCode } from "../actions";

export const generateMetadata = titlesIn("signin.code")("title");

export default async function StaffCodePage() {
  if ((await readAskedHere()) === null) redirect("/staff/sign-in");
  const t = await getTranslations("signin.code");
  return (
    <PageShell header={<ProductHeader />} before={<BackLink href="/staff/sign-in" />}>
      <PageTitle lead={t("leadStaff")}>{t("heading")}</PageTitle>
      <CodeForm action={enterStaffCode} again="/staff/sign-in" />
    </PageShell>
  );
}
