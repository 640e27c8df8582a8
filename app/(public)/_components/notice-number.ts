import { notFound } from "next/navigation";

/** The number of a version in an address; what is no number is no page. */
export function versionNumber(version: string): number {
  if (!/^[1-9]\d{0,5}$/.test(version)) notFound();
  return Number(version);
}
