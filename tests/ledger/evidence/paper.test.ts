import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, it } from "vitest";
import { paperPdf } from "@/lib/pdf/paper";

it("while a long paper is made, others of the process have their turn after every part of it", async () => {
  const sections = Array.from({ length: 60 }, (_, at) => ({
    key: String(at),
    heading: `${at}. Consent given`,
    lines: [{ key: "when", label: "Happened", values: ["20 May 2029"] }],
  }));
  const words = { title: "What happened", under: "All of it", author: "Citizen", none: "Nothing" };
  const made = paperPdf({ ...words, page: String, sections }, new Date("2029-05-20T13:05:00Z"));
  let turns = 0;
  const end = made.then(() => "made");
  while ((await Promise.race([end, nextTurn("turn")])) === "turn") turns += 1;
  expect(turns).toBeGreaterThan(sections.length / 2);
  expect((await made).subarray(0, 5).toString()).toBe("%PDF-");
});
