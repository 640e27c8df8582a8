import { describe, expect, it } from "vitest";
import { ConfigError, parseConfig } from "@/lib/config/config";

const complete = {
  DATABASE_URL: "postgresql://panel_app:secret@db.internal:5432/panel",
  SMTP_URL: "smtps://mailer:secret@mail.example.org:465",
  APP_URL: "https://panel.example.org",
  AUTH_SECRET: "Zx7Qm2Lk9Vb4Nc8Rt1Wp6Ys3Hd5Jf0Ga",
  LINK_SECRET: "Kd3Pf8Sa1Uz6Xe9Mw4Bq7Ro2Tj5Vl0Ch",
  ADDRESS_PEPPER: "Gn6Yt1Ie4Oc9Au2Lr7Dk5Wv8Fs3Qx0Bz",
  LEDGER_KEKS: `1:${Buffer.alloc(32, 1).toString("base64")},2:${Buffer.alloc(32, 2).toString("base64")}`,
  JOURNAL_DIR: "/srv/panel/journals",
  MAIL_FROM: "panel@example.org",
  OIDC_WELL_KNOWN: "https://login.example.org/.well-known/openid-configuration",
  OIDC_CLIENT_ID: "panel",
  OIDC_CLIENT_SECRET: "anything",
};

/** What is said about an environment, by variable: empty when it is good. */
function faultsOf(env: Record<string, string | undefined>): string[] {
  try {
    parseConfig(env);
    return [];
  } catch (fault) {
    if (!(fault instanceof ConfigError)) throw fault;
    return fault.faults.map((line) => line.split(" ")[0] ?? "");
  }
}

describe("the environment", () => {
  it("is read into one object", () => {
    const config = parseConfig({ ...complete, APP_URL: "https://panel.example.org/" });
    expect(config).toMatchObject({
      appUrl: "https://panel.example.org",
      demo: false,
      mailFrom: "panel@example.org",
    });
    expect(config.oidc).toEqual({
      wellKnown: complete.OIDC_WELL_KNOWN,
      clientId: "panel",
      clientSecret: "anything",
    });
    expect("dkim" in config).toBe(false);
  });

  it("names every missing value in one message", () => {
    const required = [
      "DATABASE_URL",
      "SMTP_URL",
      "APP_URL",
      "AUTH_SECRET",
      "LINK_SECRET",
      "ADDRESS_PEPPER",
      "LEDGER_KEKS",
      "JOURNAL_DIR",
      "MAIL_FROM",
    ];
    expect(faultsOf({})).toEqual(required);
  });

  it("takes an empty value for a missing one", () => {
    expect(faultsOf({ ...complete, AUTH_SECRET: "" })).toEqual(["AUTH_SECRET"]);
  });

  it("names single and joined faults in the same message", () => {
    const env = { ...complete, AUTH_SECRET: undefined, LINK_SECRET: "short", DKIM_DOMAIN: "example.org" };
    expect(faultsOf(env)).toEqual(["AUTH_SECRET", "LINK_SECRET", "DKIM_SELECTOR", "DKIM_PRIVATE_KEY"]);
  });

  it("never repeats a value", () => {
    expect(() => parseConfig({ ...complete, AUTH_SECRET: "short-and-secret" })).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining("short-and-secret") }),
    );
  });

  it.each([
    ["LEDGER_KEKS", "1:c2hvcnQ="],
    ["LEDGER_KEKS", Buffer.alloc(32, 1).toString("base64")],
    ["LEDGER_KEKS", `${complete.LEDGER_KEKS},1:${Buffer.alloc(32, 3).toString("base64")}`],
    ["JOURNAL_DIR", "journals"],
    ["AUTH_SECRET", "thirty-one-bytes-are-one-short."],
    ["LINK_SECRET", "a".repeat(64)],
    ["ADDRESS_PEPPER", complete.AUTH_SECRET],
    ["METRICS_TOKEN", "guess"],
    ["APP_URL", "http://panel.example.org"],
    ["APP_URL", "https://panel.example.org/panel"],
    ["APP_URL", "panel.example.org"],
    ["DATABASE_URL", "mysql://panel_app@db/panel"],
    ["DATABASE_URL", "postgresql://panel_owner:secret@db/panel"],
    ["DATABASE_URL", "postgresql://postgres:secret@db/panel"],
    ["SMTP_URL", "mail.example.org:25"],
    ["MAIL_FROM", "Panel <panel@example.org>"],
    ["DEMO", "yes"],
    ["DEMO", "1"],
    ["OIDC_CLIENT_ID", undefined],
    ["OIDC_WELL_KNOWN", "http://login.example.org"],
    ["NEXT_SERVER_ACTIONS_ENCRYPTION_KEY", "c2hvcnQ="],
  ])("refuses %s = %s", (name, value) => {
    expect(faultsOf({ ...complete, [name]: value })).toContain(name);
  });

  it.each(["http://localhost:3000", "http://127.0.0.1:3000", "http://[::1]:3000"])(
    "lets a demo run on this machine without https or staff sign-in service: %s",
    (url) => {
      const { OIDC_WELL_KNOWN: _, OIDC_CLIENT_ID: __, OIDC_CLIENT_SECRET: ___, ...rest } = complete;
      expect(parseConfig({ ...rest, APP_URL: url, DEMO: "1" }).demo).toBe(true);
    },
  );
});
