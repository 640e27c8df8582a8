import type { HandOverLock } from "../hand-over-lock";
import type { Claimed } from "./claim";
import type { Session } from "./lock-session";

/** The locks a lane holds for one batch: one a member, freed when the last message to that member is out of its hands. */
export class HeldLocks {
  private constructor(
    private readonly lock: HandOverLock,
    private readonly session: Session,
    /** Members, and their deliveries in this batch that are not settled yet. */
    private readonly open: Map<string, Set<string>>,
  ) {}

  /** Takes what is free. `mine` are the deliveries whose member is locked now, or that concern no member. */
  static async take(lock: HandOverLock, session: Session, claimed: readonly Claimed[]) {
    const open = new Map<string, Set<string>>();
    for (const { memberId, id } of claimed) {
      if (memberId !== null) open.set(memberId, (open.get(memberId) ?? new Set()).add(id));
    }
    const free =
      open.size === 0 ? new Set<string>() : await lock.tryLock(session, [...open.keys()].toSorted());
    for (const memberId of open.keys()) if (!free.has(memberId)) open.delete(memberId);
    const isMine = ({ memberId }: Claimed) => memberId === null || free.has(memberId);
    return {
      locks: new HeldLocks(lock, session, open),
      mine: claimed.filter(isMine),
      busy: claimed.filter((delivery) => !isMine(delivery)),
    };
  }

  /** These deliveries are out of our hands. A session that is gone holds no locks to free. */
  async release(deliveries: readonly Claimed[]): Promise<void> {
    const done: string[] = [];
    for (const { memberId, id } of deliveries) {
      const rest = memberId === null ? undefined : this.open.get(memberId);
      if (memberId === null || rest === undefined) continue;
      rest.delete(id);
      if (rest.size > 0) continue;
      this.open.delete(memberId);
      done.push(memberId);
    }
    if (done.length > 0 && this.session.held) await this.lock.unlock(this.session, done);
  }
}
