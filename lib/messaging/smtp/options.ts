import { parseConnectionUrl } from "nodemailer/lib/shared";
import type { SMTPConnectionOptions } from "nodemailer/lib/smtp-connection";

export type SmtpOptions = {
  readonly connection: SMTPConnectionOptions;
  readonly auth?: { readonly user: string; readonly pass: string };
};

/**
 * The mail server in an `smtp:` or `smtps:` URL. Query parameters are nodemailer's own options, such as
 * `?requireTLS=true` or `?tls.servername=mail.example`; those that would print or keep messages are not taken over.
 */
export function smtpOptions(url: string): SmtpOptions {
  const { auth, host, port, secure, tls, requireTLS, ignoreTLS, name } = parseConnectionUrl(url);
  const connection: SMTPConnectionOptions = {
    host,
    port,
    secure,
    ...(tls === undefined ? {} : { tls }),
    ...(typeof name === "string" ? { name } : {}),
    requireTLS: requireTLS === true,
    ignoreTLS: ignoreTLS === true,
  };
  return auth === undefined ? { connection } : { connection, auth };
}
