import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EndedCode } from "@/app/(public)/_components/ended-code";
import { AnyPage } from "@/app/(public)/_components/ended-link";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import { readAskedHere } from "@/lib/auth/sign-in-cookie";
import { readSignInLink } from "@/lib/auth/sign-in-link";
import { now } from "@/lib/clock";
import { getSignInRequest } from "@/lib/queries/sign-in/get-sign-in-request";
import { signInByLink } from "../../actions";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signin.link");
  return { title: t("title"), robots: { index: false } };
}

async function findRequest(token: string) {
  const link = readSignInLink(token, now());
  const asked = await readAskedHere();
  return link === null ? null : getSignInRequest(link.requestId, asked?.browserToken ?? null, now());
}

/** Opening the link changes nothing. A press signs in the browser that asked; any other types the code. */
export default async function SignInLinkPage({ params }: Props) {
  const { token } = await params;
  const request = await findRequest(token);
  if (request === null) return <EndedCode />;
  const t = await getTranslations("signin.link");
  const words = await getTranslations("signin.code");
  const code = { kind: "text", name: "code", label: words("code"), hint: words("codeHint") } as const;
  const typed = { ...code, inputMode: "numeric", autoComplete: "one-time-code", width: "short" } as const;
  return (
    <AnyPage panel={request.panel}>
      <PageTitle lead={t(request.here ? "lead" : "elsewhere")}>
        {request.here
          ? t("heading", { panel: request.panel?.name ?? words("staffPages") })
          : t("elsewhereTitle")}
      </PageTitle>
      <Form
        action={signInByLink}
        submit={t("button")}
        hidden={{ link: token }}
        fields={request.here ? [] : [typed]}
      />
    </AnyPage>
  );
}
