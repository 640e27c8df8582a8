// A person is told before a restriction of the use of their details is lifted (UK GDPR 18(3); law.md RR-10).

/** Three days, as people who read their mail twice a week need. */
const tellFirstMs = 3 * 86_400_000;

/** From when it counts that something goes on again, where the person is told of it at an instant (epoch ms). */
export function onceTold(toldAt: number): number {
  return toldAt + tellFirstMs;
}
