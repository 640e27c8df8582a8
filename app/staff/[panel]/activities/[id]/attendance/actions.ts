"use server";
import { formAction } from "@/lib/actions/form-action";
import { ok } from "@/lib/result";
import { attendanceSchema } from "@/lib/schemas/attendance";
import { recordAttendance } from "@/lib/usecases/attendance/record-attendance";
import { runUseCase } from "@/lib/usecases/run";
import { staffPath } from "../../../../_components/paths";

/** Marks everyone on the form at once. */
export const markAttendance = formAction({
  name: "markAttendance",
  verb: "attendance.mark",
  as: "session",
  schema: attendanceSchema,
  keep: ["outcome.*", "rest", "alsoCame"],
  run: async ({ actor, panel }, marks) => {
    const result = await runUseCase(recordAttendance, actor, { panel, marks });
    if (!result.ok) return result;
    const { activityId, changed } = result.value;
    return ok({
      redirectTo: staffPath(panel.slug, `activities/${activityId}/attendance`, { marked: String(changed) }),
    });
  },
});
