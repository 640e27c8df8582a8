import type { DemoRole } from "@/lib/schemas/sign-in";

/**
 * The address of a demo person. `.example` is reserved (RFC 2606): no real person can have such an address, so the
 * demo's one-press sign-in can never reach one.
 */
export function demoAddress(role: DemoRole, panelSlug: string): string {
  return `${role}@${panelSlug}.example`;
}
