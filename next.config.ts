import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  // A second build folder lets the browser tests and a running demo live beside each other.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  typedRoutes: true,
  poweredByHeader: false,
  // No image optimiser: it has had remote code execution faults and nothing here needs it.
  images: { unoptimized: true },
  serverExternalPackages: ["pg", "pino", "nodemailer", "survey-core", "pg-boss", "pdfkit"],
  productionBrowserSourceMaps: false,
  // A policy document of up to 1 MB comes in a form, typed or as a file, with what the form held before.
  experimental: { serverActions: { bodySizeLimit: "6mb" } },
  // Types are checked by `npm test` and `npm run typecheck`, over everything; a build repeats nothing.
  typescript: { ignoreBuildErrors: true },
};

export default createNextIntlPlugin("./i18n/request.ts")(config);
