// The service under test, started by a test that moves its day: one process at a time, and only that
// one is ended.
import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

const ready_within = 20_000;

/** Serves by `command` on one day after the other at `base`. */
export class Service {
  #base;
  #command;
  #process;
  #said = "";
  day;

  constructor(base, command) {
    this.#base = base;
    this.#command = command;
  }

  /** Has it be `day`: the service is stopped, and started again on that day. */
  async on(day) {
    if (this.day === day) return;
    await this.stop();
    const [program, ...words] = this.#command;
    this.#process = spawn(program, [...words, "--day", day], { stdio: ["ignore", "ignore", "pipe"] });
    this.#process.stderr.on("data", (said) => (this.#said += said));
    await this.#ready();
    this.day = day;
  }

  async #ready() {
    for (const until = Date.now() + ready_within; Date.now() < until; await pause(50)) {
      if (this.#process.exitCode !== null) break;
      const answer = await fetch(`${this.#base}/ready`).catch(() => null);
      if (answer?.ok) return;
    }
    throw new Error(`the service does not start: ${this.#said}`);
  }

  async stop() {
    const running = this.#process;
    if (!running || running.exitCode !== null) return;
    const ended = new Promise((end) => running.once("exit", end));
    running.kill("SIGTERM");
    await ended;
    this.day = undefined;
  }
}
