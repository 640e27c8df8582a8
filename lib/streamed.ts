const encoder = new TextEncoder();

/** The body of a response that is made while it is read: nothing more is made than was asked for, and nothing after who reads left. */
export function streamed(pieces: AsyncGenerator<string | Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    pull: async (out) => {
      const { done, value } = await pieces.next();
      if (done === true) out.close();
      else out.enqueue(typeof value === "string" ? encoder.encode(value) : value);
    },
    cancel: async () => {
      await pieces.return(undefined);
    },
  });
}
