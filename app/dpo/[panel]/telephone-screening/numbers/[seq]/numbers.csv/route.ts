import { notFound } from "next/navigation";
import { requireActor } from "@/lib/auth/require-actor";
import { londonDate, now } from "@/lib/clock";
import { fileHeaders } from "@/lib/csv";
import { mayTakeNumbers, numbersToScreen } from "@/lib/queries/screening/numbers-to-screen";
import { seqSchema } from "@/lib/schemas/trail-query";

type Context = { params: Promise<{ panel: string; seq: string }> };

/** The numbers to screen, one a line, only for who recorded that they take them and only for a while. */
export async function GET(_request: Request, { params }: Context) {
  const { panel: slug, seq } = await params;
  const granted = await requireActor("screening.export", slug);
  const entry = seqSchema.safeParse(seq);
  const at = now();
  if (!entry.success || !(await mayTakeNumbers(granted, entry.data, at))) notFound();
  const encoder = new TextEncoder();
  const parts = numbersToScreen(granted);
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(encoder.encode("number\r\n")),
    async pull(stream) {
      const { value, done } = await parts.next();
      if (done === true) stream.close();
      else stream.enqueue(encoder.encode(value.map((number) => `${number}\r\n`).join("")));
    },
  });
  const name = `numbers-to-screen-${slug}-${londonDate(at)}.csv`;
  return new Response(body, { headers: fileHeaders(name, "text/csv; charset=utf-8") });
}
