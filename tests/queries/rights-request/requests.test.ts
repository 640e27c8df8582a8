import { beforeEach, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { listHeldData } from "@/lib/queries/member/list-held-data";
import { countOpenRequests } from "@/lib/queries/rights-request/count-open-requests";
import { getLetter } from "@/lib/queries/rights-request/get-letter";
import { getRequest } from "@/lib/queries/rights-request/get-request";
import { listOwnRequests } from "@/lib/queries/rights-request/list-own-requests";
import { listRequests } from "@/lib/queries/rights-request/list-requests";
import { requestQuerySchema } from "@/lib/schemas/rights-request";
import { askPerson } from "@/lib/usecases/rights-request/ask-person";
import { closeRequest } from "@/lib/usecases/rights-request/close-request";
import { runUseCase } from "@/lib/usecases/run";
import { useDatabase } from "@/tests/support/database";
import { staffAs } from "@/tests/support/dpo";
import { makeResidents, type Residents } from "@/tests/support/resident";
import { ask, daysAgo, idOf, receive } from "@/tests/support/rights-request";

useDatabase();
let residents: Residents;

beforeEach(async () => {
  residents = await makeResidents("connect", []);
});

const viewerAs = (role: "dpo" | "auditor" | "engagement") => {
  return { actor: staffAs(residents, role), panel: residents.panel };
};

async function close(requestId: string): Promise<void> {
  const done = { outcome: "done", ground: null, reasons: "It is done." } as const;
  const closed = await runUseCase(closeRequest, staffAs(residents, "dpo"), {
    ...{ panel: residents.panel, requestId, ...done },
  });
  expect(closed).toMatchObject({ ok: true });
}

describe("the list of requests", () => {
  it("has who waits by the day that is due, page by page, each once", async () => {
    const days = [3, 40, 12, 12, 60];
    const ids = await Promise.all(days.map((ago) => idOf(receive(residents, { receivedOn: daysAgo(ago) }))));
    const seen: string[] = [];
    const viewer = viewerAs("dpo");
    for (let place: Record<string, string> = {}; ;) {
      const { requests, next } = await listRequests(viewer, requestQuerySchema.parse(place), 2);
      seen.push(...requests.map(({ id }) => id));
      if (next === null) break;
      place = next;
    }
    expect(seen.toSorted()).toEqual(ids.toSorted());
    expect(seen.slice(0, 2)).toEqual([ids[4], ids[1]]);
    expect(seen.at(-1)).toBe(ids[0]);
  });

  it("marks what is overdue, but not what waits for the person", async () => {
    const late = await idOf(receive(residents, { receivedOn: daysAgo(60) }));
    const waits = await idOf(receive(residents, { receivedOn: daysAgo(60) }));
    const question = { what: "clarification", reason: "Which?", feeGround: null, on: daysAgo(50) } as const;
    await runUseCase(askPerson, staffAs(residents, "dpo"), {
      ...{ panel: residents.panel, requestId: waits, ...question },
    });
    const { requests } = await listRequests(viewerAs("dpo"), requestQuerySchema.parse({}));
    const standings = new Map(requests.map(({ id, clock }) => [id, clock.standing]));
    expect([standings.get(late), standings.get(waits)]).toEqual(["overdue", "waiting"]);
    expect(await countOpenRequests(viewerAs("dpo"))).toEqual({ open: 2, overdue: 1, more: false });
  });

  it("keeps answered ones apart, and one person's together", async () => {
    const id = await idOf(ask(residents, "access"));
    await idOf(receive(residents));
    await close(id);
    const { reference } = await database().member.findFirstOrThrow({
      where: { id: residents.members[0].id },
    });
    const found = async (query: Record<string, string>) =>
      (await listRequests(viewerAs("dpo"), requestQuerySchema.parse(query))).requests.map((one) => one.id);
    expect(await found({ show: "closed" })).toEqual([id]);
    expect(await found({ show: "closed", member: reference })).toEqual([id]);
    expect(await found({ member: reference })).toEqual([]);
    expect(await found({ member: "XX-NOBODY" })).toEqual([]);
    expect(await found({ due: "soon", id: "me" })).toHaveLength(1);
  });

  it("is not for who runs the panel's engagement", async () => {
    await expect(listRequests(viewerAs("engagement"), requestQuerySchema.parse({}))).rejects.toThrow();
  });
});

describe("a request", () => {
  it("shows an auditor everything but the person's words and name", async () => {
    const id = await idOf(receive(residents));
    expect((await getRequest(viewerAs("dpo"), id))?.words).toMatchObject({ name: "A neighbour" });
    const seen = await getRequest(viewerAs("auditor"), id);
    expect(seen?.words).toBeNull();
    expect(JSON.stringify(seen)).not.toMatch(/neighbour|What do you hold/u);
  });

  it("is printed for somebody whom no mail reaches, with their postal address; not by an auditor", async () => {
    const id = await idOf(receive(residents, { replyTo: "12 Mill Street, Leeds" }));
    const letter = await getLetter(viewerAs("dpo"), id, "request-received");
    expect(letter?.to).toEqual(["A neighbour", "12 Mill Street, Leeds"]);
    expect(await getLetter(viewerAs("dpo"), id, "request-closed")).toBeNull();
    await expect(getLetter(viewerAs("auditor"), id, "request-received")).rejects.toThrow();
  });

  it("is printed with its own steps alone: a question of another request is none of its letters", async () => {
    const [id, other] = [await idOf(ask(residents, "access")), await idOf(receive(residents))];
    const question = {
      what: "fee",
      reason: "You asked nine times.",
      feeGround: "excessive",
      on: null,
    } as const;
    await runUseCase(askPerson, staffAs(residents, "dpo"), {
      ...{ panel: residents.panel, requestId: other, ...question },
    });
    const step = (await getRequest(viewerAs("dpo"), other))?.happenings[0]?.id ?? "";
    expect(await getLetter(viewerAs("dpo"), other, "request-asked", step)).toMatchObject({
      subjectRef: null,
    });
    expect(await getLetter(viewerAs("dpo"), id, "request-asked", step)).toBeNull();
    const { subjectRef } = residents.members[0];
    expect(await getLetter(viewerAs("dpo"), id, "request-received")).toMatchObject({ subjectRef });
  });

  it("is among what a member's own page says is held, also once it is answered", async () => {
    const { panel, members } = residents;
    await close(await idOf(ask(residents, "access")));
    await idOf(ask(residents, "portability"));
    expect((await listHeldData(panel, members[0].id)).counts.requests).toBe(2);
    expect((await listHeldData(panel, members[1].id)).counts.requests).toBe(0);
  });

  it("of one panel is no other's to see, nor a member's to see of another", async () => {
    const id = await idOf(ask(residents, "access"));
    const others = await makeResidents("customer-voices", []);
    const viewer = { actor: staffAs(others, "dpo"), panel: others.panel };
    expect(await getRequest(viewer, id)).toBeNull();
    const { panel, members } = residents;
    expect(await listOwnRequests(panel, members[0].id, id)).toHaveLength(1);
    expect(await listOwnRequests(panel, members[1].id, id)).toEqual([]);
  });
});
