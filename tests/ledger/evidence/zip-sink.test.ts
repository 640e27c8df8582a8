import { unzipSync } from "fflate";
import { expect, it } from "vitest";
import { zipSink } from "@/lib/archive/zip-sink";

async function* text(length: number): AsyncGenerator<string> {
  yield "x".repeat(length);
}

function sink() {
  const written: Uint8Array[] = [];
  const zip = zipSink(async (bytes) => void written.push(bytes), new Date("2029-05-20T13:05:00Z"));
  return { zip, whole: () => Buffer.concat(written) };
}

it("a zip holds what was put into it, file by file", async () => {
  const { zip, whole } = sink();
  await zip.put("one.txt", text(100_000));
  await zip.put("folder/two.txt", text(0));
  await zip.end();
  expect(Object.entries(unzipSync(whole())).map(([name, { length }]) => [name, length])).toEqual([
    ["one.txt", 100_000],
    ["folder/two.txt", 0],
  ]);
});

it.each([
  ["that cannot be read", { read: "gone", write: null }],
  ["that nobody takes", { read: null, write: "full" }],
])("a file %s fails whoever puts it in", async (_what, { read, write }) => {
  const zip = zipSink(async () => {
    if (write !== null) throw new Error(write);
  }, new Date());
  async function* pieces(): AsyncGenerator<string> {
    for (let piece = 0; piece < 1_000; piece += 1) {
      if (piece === 10 && read !== null) throw new Error(read);
      yield Math.random().toString(36).repeat(20_000);
    }
  }
  await expect(zip.put("one.txt", pieces())).rejects.toThrow(read ?? write ?? "");
});
