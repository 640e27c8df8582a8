/** A checkpoint as it is signed, as plain text (c2sp.org/tlog-checkpoint). */
export function noteResponse(note: string): Response {
  return new Response(note, {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}
