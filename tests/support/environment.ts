/** An environment that the product starts in: secrets are long and different, addresses are nobody's. */
export const testEnvironment: Readonly<Record<string, string>> = {
  APP_URL: "http://localhost:3999",
  AUTH_SECRET: "auth-secret-for-tests-0123456789-abcdefghijklmn",
  LINK_SECRET: "link-secret-for-tests-9876543210-nmlkjihgfedcba",
  ADDRESS_PEPPER: "address-pepper-for-tests-5647382910-qrstuvwxyz",
  MAIL_FROM: "panel@resident-panel.example",
  SMTP_URL: "smtp://127.0.0.1:1",
  LOG_LEVEL: "silent",
};

/** Puts the test environment into this process; what is set already stays. */
export function useEnvironment(more: Readonly<Record<string, string>> = {}): void {
  for (const [name, value] of Object.entries({ ...testEnvironment, ...more })) process.env[name] ??= value;
}
