import { createHash, randomUUID } from "node:crypto";
import { arranged } from "../support/arranged";

/** The smallest organisation with a panel, a policy and a notice that the database accepts. */
export async function makePanel() {
  const organisationId = randomUUID();
  const panelId = randomUUID();
  const policyVersionId = randomUUID();
  const noticeId = randomUUID();
  const at = new Date("2027-01-01T00:00:00Z");
  const hash = createHash("sha256").update("{}").digest("hex");
  const slug = `panel-${panelId.slice(0, 8)}`;
  await arranged(async (tx) => {
    await tx.organisation.create({
      data: {
        id: organisationId,
        slug: `organisation-${organisationId.slice(0, 8)}`,
        legalName: "Example Homes",
        nation: "england",
        publicAuthority: false,
        charity: false,
        contactEmail: "panel@example.org",
        contactPhone: "0800 000 000",
        postalAddress: "1 Example Street",
        dpoEmail: "dpo@example.org",
        createdAt: at,
      },
    });
    await tx.panel.create({
      data: {
        organisationId,
        id: panelId,
        slug,
        name: "Example Panel",
        summary: "A panel for tests",
        joining: "open",
        accent: "#0f6466",
        createdAt: at,
      },
    });
    await tx.policyVersion.create({
      data: {
        organisationId,
        id: policyVersionId,
        panelId,
        number: 1,
        document: {},
        documentHash: hash,
        approvedAt: at,
        inForceAt: at,
      },
    });
    await tx.privacyNotice.create({
      data: {
        organisationId,
        id: noticeId,
        panelId,
        policyVersionId,
        number: 1,
        language: "en",
        format: "web",
        content: {},
        contentHash: hash,
        publishedAt: at,
      },
    });
  });
  return { organisationId, panelId, policyVersionId, noticeId, slug };
}

/** A member of that panel. */
export async function makeMember(organisationId: string, panelId: string) {
  const id = randomUUID();
  const subjectRef = randomUUID();
  const reference = `EX-${id.slice(0, 5).toUpperCase()}`;
  await arranged((tx) =>
    tx.member.create({
      data: {
        organisationId,
        id,
        panelId,
        reference,
        subjectRef,
        state: "member",
        givenName: "Sample",
        familyName: "Resident",
        sortName: "resident sample",
        createdAt: new Date("2027-02-01T00:00:00Z"),
      },
    }),
  );
  return { id, subjectRef, reference };
}
