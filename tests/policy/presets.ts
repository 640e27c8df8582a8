import citizensTogether from "@/prisma/presets/citizens-together.json";
import connect from "@/prisma/presets/connect.json";
import customerVoices from "@/prisma/presets/customer-voices.json";
import residentPanel from "@/prisma/presets/resident-panel.json";
import type { PolicyDocument } from "@/lib/policy/document";
import { policyDocumentSchema } from "@/lib/schemas/policy-document";

// The presets as the files hold them, and as parsed policy documents.

export const presets = { citizensTogether, connect, customerVoices, residentPanel };

export const documents: Readonly<Record<keyof typeof presets, PolicyDocument>> = {
  citizensTogether: policyDocumentSchema.parse(citizensTogether),
  connect: policyDocumentSchema.parse(connect),
  customerVoices: policyDocumentSchema.parse(customerVoices),
  residentPanel: policyDocumentSchema.parse(residentPanel),
};
