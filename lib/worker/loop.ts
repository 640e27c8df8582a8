import { log } from "@/lib/log";

/** Longest wait after faults in a row. */
const longestPauseMs = 30_000;

/**
 * Does one kind of work again and again: at once while there is some, when woken, and by itself every few seconds, so that
 * a lost wake-up loses nothing. A fault is logged and tried again, later each time; it never ends the worker.
 */
export class Loop {
  private stopping = false;
  private faults = 0;
  private woken = false;
  private rouse: () => void = () => undefined;
  private readonly running: Promise<void>;

  /**
   * @param work does some of it; returns how much it did, 0 when nothing waits
   * @param everyMs how long it rests when nothing waits
   */
  constructor(
    private readonly name: string,
    private readonly work: () => Promise<number>,
    private readonly everyMs: number,
  ) {
    this.running = this.run();
  }

  /** Something waits: look now. */
  wake(): void {
    this.woken = true;
    if (this.faults === 0) this.rouse();
  }

  /** Finishes what is being done and ends. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.rouse();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      this.woken = false;
      const done = await this.attempt();
      if (done > 0 || this.woken) continue;
      await this.rest(Math.min(this.everyMs * 2 ** this.faults, Math.max(this.everyMs, longestPauseMs)));
    }
  }

  private async attempt(): Promise<number> {
    try {
      const done = await this.work();
      this.faults = 0;
      return done;
    } catch (fault) {
      this.faults = Math.min(this.faults + 1, 10);
      this.woken = false;
      log.error("A worker's loop met a fault", { queue: this.name, fault });
      return 0;
    }
  }

  private async rest(ms: number): Promise<void> {
    if (this.stopping) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.rouse = () => undefined;
  }
}
