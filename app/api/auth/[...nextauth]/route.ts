import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "@/lib/auth/next-auth";

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth: the way back from the organisation's provider, and the session's own addresses. */
async function handle(request: NextRequest, context: Context): Promise<Response> {
  const handler = NextAuth(authOptions()) as (request: NextRequest, context: Context) => Promise<Response>;
  return handler(request, context);
}

export { handle as GET, handle as POST };
