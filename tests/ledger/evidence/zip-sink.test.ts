import { unzipSync } from "fflate";
import { expect, it } from "vitest";
import { zipSink } from "@/lib/archive/zip-sink";

async function* text(length: number): AsyncGenerator<string> {
  yield "x".repeat(length);
}

function sink(largest?: number) {
  const written: Uint8Array[] = [];
  const zip = zipSink(async (bytes) => void written.push(bytes), new Date("2029-05-20T13:05:00Z"), largest);
  return { zip, files: () => unzipSync(Buffer.concat(written)) };
}

it("a zip holds what was put into it, file by file", async () => {
  const { zip, files } = sink();
  await zip.put("one.txt", text(100_000));
  await zip.put("folder/two.txt", text(0));
  await zip.end();
  expect(Object.entries(files()).map(([name, { length }]) => [name, length])).toEqual([
    ["one.txt", 100_000],
    ["folder/two.txt", 0],
  ]);
});

it("one that would be larger than a zip can say is refused, not written wrong", async () => {
  const { zip } = sink(1_000);
  await zip.put("one.txt", text(600));
  await expect(zip.put("two.txt", text(600))).rejects.toThrow(RangeError);
});
