import type { DefaultSession, NextAuthOptions, Profile } from "next-auth";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { readConfig } from "@/lib/config/config";
import { log } from "@/lib/log";
import { sessionAdapter } from "./adapter";
import { linkStaffAccount } from "./link-staff-account";
import { newToken } from "./secrets";
import { sessionCookie, sessionIdleSeconds } from "./session-cookie";

declare module "next-auth" {
  interface Session {
    /** The principal, as `writePrincipal` writes it. */
    user?: DefaultSession["user"] & { id: string };
  }
}

/** The id of the one OpenID Connect provider, also in `/api/auth/callback/oidc`. */
export const oidcProviderId = "oidc";

/** Cookies next-auth keeps while someone is at the provider and back. */
export const csrfCookieName = "__Host-resident-panel-csrf";

type OidcProfile = Profile & { readonly sub: string; readonly email_verified?: boolean };

function providers(): OAuthConfig<OidcProfile>[] {
  const { oidc } = readConfig();
  if (oidc === undefined) return [];
  return [
    {
      id: oidcProviderId,
      name: "OpenID Connect",
      type: "oauth",
      wellKnown: oidc.wellKnown,
      clientId: oidc.clientId,
      clientSecret: oidc.clientSecret,
      idToken: true,
      checks: ["pkce", "state", "nonce"],
      authorization: { params: { scope: "openid email profile" } },
      profile: (profile) => ({ id: profile.sub }),
    },
  ];
}

/**
 * next-auth's settings: database sessions in the `__Host-` cookie, staff through the provider, our own pages.
 * Read afresh, because the configuration exists only at run time.
 */
export function authOptions(): NextAuthOptions {
  const config = readConfig();
  // next-auth takes its own address from the environment only.
  process.env["NEXTAUTH_URL"] = config.appUrl;
  return {
    secret: config.authSecret,
    adapter: sessionAdapter(),
    providers: providers(),
    session: {
      strategy: "database",
      maxAge: sessionIdleSeconds,
      updateAge: 60,
      generateSessionToken: newToken,
    },
    cookies: {
      sessionToken: sessionCookie,
      csrfToken: { name: csrfCookieName, options: sessionCookie.options },
    },
    pages: { signIn: "/staff/sign-in", signOut: "/signed-out", error: "/staff/sign-in" },
    // Codes only: what next-auth would add holds addresses and tokens.
    logger: {
      error: (code) => log.error("next-auth", { code }),
      warn: () => undefined,
      debug: () => undefined,
    },
    callbacks: {
      signIn: async ({ account, profile }) => {
        const known =
          account?.provider === oidcProviderId &&
          (await linkStaffAccount(account.providerAccountId, profile));
        return known || "/staff/sign-in?error=unknown";
      },
      session: ({ session, user }) => ({ ...session, user: { id: user.id } }),
      redirect: ({ baseUrl }) => `${baseUrl}/staff`,
    },
  };
}
