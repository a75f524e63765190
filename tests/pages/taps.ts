import type { Locator } from "@playwright/test";

const A_TAP = 1;
const A_DECISION = 1.2;
const SPOKEN = 4; // characters a second

/** Counts what a thumb does and reckons the seconds: 1.0 a tap, 1.2 a decision, four characters a second when spoken. */
export class Taps {
  count = 0;
  seconds = 0;

  async tap(target: Locator, decision = false): Promise<void> {
    this.count += 1;
    this.seconds += A_TAP + (decision ? A_DECISION : 0);
    await target.tap();
  }

  /** Three taps: into the field, the keyboard's microphone, and the microphone again. */
  async dictate(field: Locator, words: string): Promise<void> {
    await this.tap(field);
    this.count += 2;
    this.seconds += 2 * A_TAP + words.length / SPOKEN;
    await field.fill(words);
  }
}
