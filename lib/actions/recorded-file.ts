import type { Granted } from "@/lib/auth/require-actor";
import { recordFileTaken, type FileTaken } from "@/lib/usecases/export/record-file-taken";
import { runUseCase } from "@/lib/usecases/run";

/** For routes that send a file: records who takes it, before anything is sent. If it cannot be recorded, nothing is. */
export async function recordedFile(
  { actor, panel }: Granted,
  file: FileTaken["file"],
  format: FileTaken["format"],
): Promise<void> {
  await runUseCase(recordFileTaken, actor, { panel, file, format });
}
