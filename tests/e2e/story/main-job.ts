import { describe, expect, it } from "vitest";
import { expectAccessible, useBrowser } from "@/tests/support/browsing";
import {
  acceptInvitation,
  answerSurvey,
  confirm,
  join,
  newResident,
  press,
  signIn,
  stopAndStartAgain,
  unsubscribeInOneClick,
} from "./resident";
import {
  findInList,
  makeFocusGroup,
  makeSurvey,
  openLeftOut,
  pressDemoPerson,
  referenceOf,
  sendToAll,
} from "./staff";

const desktop = { viewport: { width: 1280, height: 900 } } as const;

type Panel = {
  readonly panel: string;
  readonly name: string;
  /** The reason for which staff see somebody left out who said no. */
  readonly stopped: RegExp;
  /** How the trail names the no. */
  readonly event: string;
};

/** What the product is for, from the first page to the proof, on one panel; with JavaScript and without. */
export function tellMainJob({ panel, name, stopped, event }: Panel): void {
  const { open } = useBrowser();
  describe(`the main job on ${name}`, () => {
    it.each([
      ["without JavaScript", false],
      ["with JavaScript", true],
    ])(
      "a resident joins, is asked, answers, says no; nobody asks again; the DPO can prove it (%s)",
      async (_, javaScriptEnabled) => {
        const resident = newResident();
        const group = `Walk and talk ${resident.familyName}`;
        const survey = `Short survey ${resident.familyName}`;
        const phone = await open({ javaScriptEnabled });
        await join(phone, panel, resident);
        await confirm(phone, resident);
        await signIn(phone, panel, resident);

        const desk = await open({ ...desktop, javaScriptEnabled });
        await pressDemoPerson(desk, name, "Engagement officer");
        await makeFocusGroup(desk, panel, group);
        await sendToAll(desk);
        await acceptInvitation(phone, resident, group);
        await makeSurvey(desk, panel, survey);
        await sendToAll(desk);
        await answerSurvey(phone, resident, survey);

        await unsubscribeInOneClick(resident, survey);
        const reference = await referenceOf(desk, panel, resident.familyName);
        await makeFocusGroup(desk, panel, `${group} again`);
        await openLeftOut(desk, stopped);
        await findInList(desk, reference);
        await stopAndStartAgain(phone, resident, survey);

        const office = await open({ ...desktop, javaScriptEnabled });
        await pressDemoPerson(office, name, "Data protection officer");
        await office.goto(`/dpo/${panel}/trail?member=${reference}`);
        const trail = await office.getByRole("table", { name: "Entries of the trail" }).innerText();
        expect(trail).toContain(event);
        expect(trail).toContain("Joined");
        await expectAccessible(office);
        await office.goto(`/dpo/${panel}/members/${reference}`);
        await expectAccessible(office);
        await office.goto(`/dpo/${panel}/verify`);
        const entry = office.getByRole("link", { name: /^Entry \d/u }).first();
        const earlier = (await entry.count()) > 0 ? await entry.innerText() : "";
        await press(office, "Check everything now");
        await expect.poll(async () => entry.innerText(), { timeout: 30_000 }).not.toBe(earlier);
        await office.getByText("Every entry is as it was written.").first().waitFor();
        await office.getByText("No entry is missing, and every decision has its entry.").first().waitFor();
        await expectAccessible(office);
      },
    );
  });
}
