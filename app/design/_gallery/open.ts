import { notFound } from "next/navigation";

/** The gallery is for those who build and test; elsewhere it is not there. */
export function requireGallery(): void {
  const { NODE_ENV, APP_ENV, DEMO_GALLERY } = process.env;
  if (NODE_ENV !== "development" && APP_ENV !== "test" && DEMO_GALLERY !== "1") notFound();
}
