import { expect, test } from "vitest";
import { quietTimeAround } from "@/lib/policy/quiet-dates";

test("the next quiet time of a year is known from the day after the last", () => {
  const yearly = { from: "2024-12-24", to: "2025-01-02", yearly: true };
  expect(quietTimeAround(yearly, "2027-01-03")).toEqual({ from: "2027-12-24", to: "2028-01-02" });
  expect(quietTimeAround({ ...yearly, yearly: false }, "2025-01-03")).toBeNull();
});

test("29 February comes as the 28th where a year has none, and again as itself", () => {
  const leap = { from: "2024-02-29", to: "2024-02-29", yearly: true };
  expect(quietTimeAround(leap, "2025-02-28")?.to).toBe("2025-02-28");
  expect(quietTimeAround(leap, "2027-03-01")?.from).toBe("2028-02-29");
  expect(quietTimeAround(leap, "2028-02-29")?.from).toBe("2028-02-29");
});
