import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, isPersonal, securityHeaders } from "@/lib/security-headers";

const production = { path: "/", nonce: "bm9uY2U=", secure: true, development: false };

describe("headers of every page", () => {
  it("let no inline script or style run without this answer's nonce", () => {
    const policy = contentSecurityPolicy(production);
    expect(policy).toContain("script-src 'self' 'nonce-bm9uY2U=' 'strict-dynamic';");
    expect(policy).toContain("style-src 'self' 'nonce-bm9uY2U=';");
    expect(policy).not.toMatch(/unsafe/);
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it("ask for https for ever only where the site has it", () => {
    expect(securityHeaders(production)).toHaveProperty("Strict-Transport-Security");
    expect(securityHeaders({ ...production, secure: false })).not.toHaveProperty("Strict-Transport-Security");
    expect(contentSecurityPolicy({ ...production, secure: false })).not.toContain(
      "upgrade-insecure-requests",
    );
  });

  it("let a mail frame run nothing, and show it on our own pages only", () => {
    const policy = contentSecurityPolicy({ ...production, path: "/staff/connect/mailings/1/mail-frame" });
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("sandbox;");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toContain("script-src");
  });

  it.each([
    ["/my", true],
    ["/my/history", true],
    ["/staff/connect/members", true],
    ["/dpo/connect", true],
    ["/confirm/abc", true],
    ["/invitation/abc", true],
    ["/new-address/abc", true],
    ["/preferences/abc", true],
    ["/connect/join", true],
    ["/connect/join/choices", true],
    ["/sign-in", true],
    ["/connect", false],
    ["/connect/privacy/3", false],
    ["/mystery", false],
  ])("keep %s out of every cache: %s", (path, expected) => {
    expect(isPersonal(path)).toBe(expected);
    expect("Cache-Control" in securityHeaders({ ...production, path })).toBe(expected);
  });

  it.each(["/confirm/abc", "/invitation/abc", "/new-address/abc", "/preferences/abc"])(
    "tell no other site the token of %s, and post an honest origin",
    (path) => {
      expect(securityHeaders({ ...production, path })["Referrer-Policy"]).toBe("same-origin");
    },
  );
});
