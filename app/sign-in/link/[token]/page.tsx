import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { EndedCode } from "@/app/(public)/_components/ended-code";
import { AnyPage } from "@/app/(public)/_components/ended-link";
import { titlesIn } from "@/app/_titles/titles-in";
import { Form } from "@/components/form/form";
import { PageTitle } from "@/components/layout/page-title";
import { readAskedHere } from "@/lib/auth/sign-in-cookie";
import { readSignInLink } from "@/lib/auth/sign-in-link";
import { now } from "@/lib/clock";
import { getSignInRequest } from "@/lib/queries/sign-in/get-sign-in-request";
import { signInByLink } from "../../actions";

type Props = { params: Promise<{ token: string }> };

const findRequest = cache(async (token: string) => {
  const link = readSignInLink(token, now());
  const asked = await readAskedHere();
  return link === null ? null : getSignInRequest(link.requestId, asked?.browserToken ?? null, now());
});

export const generateMetadata = titlesIn(
  "signin.link",
  async ({ token = "" }) => (await findRequest(token))?.panel?.name,
)("title");

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
