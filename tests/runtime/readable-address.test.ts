import { expect, it } from "vitest";
import { readableAddress } from "@/lib/web/readable-address";

it.each([
  ["a plain path", "/customer-voices/join", true],
  ["words in an address", "/dpo/customer-voices/trail?event=consent.given&member=CV%2D7KQ", true],
  ["letters of other alphabets", "/dpo/connect/members/%D9%86?by=%D9%86", true],
  ["a per cent sign, escaped", "/dpo/connect/members/100%25", true],
  [
    "half an escape in what is asked, which everybody reads as it stands",
    "/staff/connect/members?state=100%",
    true,
  ],
  ["a zero character in what is asked", "/dpo/connect/trail?member=%00", false],
  ["a zero character in the path", "/dpo/connect/members/CV%00", false],
  ["escapes that are no UTF-8", "/dpo/connect/members/%E0%A4%A", false],
  ["half an escape in the path", "/dpo/connect/members/100%", false],
])("%s: %s is read as it came: %s", (_, address, readable) => {
  expect(readableAddress(address)).toBe(readable ? address : "/_");
});
