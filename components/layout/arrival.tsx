"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useRef } from "react";

/**
 * Begins a page at its top when a press led to it without a load. Links load their page; the redirect of a form's action
 * does not, and would leave the new page as far down as the button of the old one. Going back keeps the browser's place.
 */
export function Arrival() {
  const here = `${usePathname()}?${useSearchParams().toString()}`;
  const before = useRef(here);
  const wentBack = useRef(false);
  useEffect(() => {
    const note = () => {
      wentBack.current = true;
    };
    window.addEventListener("popstate", note);
    return () => window.removeEventListener("popstate", note);
  }, []);
  useEffect(() => {
    if (before.current === here) return;
    before.current = here;
    const back = wentBack.current;
    wentBack.current = false;
    if (back) return;
    // A keyboard or screen reader goes on from here, not from where the pressed button was.
    document.getElementById("main")?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [here]);
  return null;
}
