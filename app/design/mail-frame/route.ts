import { getTranslations } from "next-intl/server";
import { requireGallery } from "../_gallery/open";

/** A mail with styles of its own, to see that the preview shows them and runs nothing. */
export async function GET(): Promise<Response> {
  requireGallery();
  const t = await getTranslations("design.evidence");
  const body = `<p style="color:#8a2a5b;font:700 22px system-ui">${t("subjectLine")}</p><p style="font:17px/1.5 system-ui">${t("mailText")}</p>`;
  return new Response(
    `<!doctype html><html lang="en-GB"><title>${t("subjectLine")}</title><body style="margin:24px">${body}</body></html>`,
    {
      headers: { "Content-Type": "text/html; charset=utf-8" },
    },
  );
}
