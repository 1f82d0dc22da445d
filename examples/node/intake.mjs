// Stores first, then says that it is here. One JSON line for each delivery, in the order of receiving, in a file for its owner's eyes.
// A real system puts the delivery and the work it causes into its database in one transaction instead.
import { appendFileSync, fsyncSync, ftruncateSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { call } from './hub.mjs';

const confirmedAtOnce = 256;

export class Intake {
  #inbox;
  #target;
  #file;
  #known = new Set();

  constructor(inbox, target, path) {
    [this.#inbox, this.#target, this.#file] = [inbox, target, openSync(path, 'a+', 0o600)];
    fsyncSync(openSync(dirname(path), 'r'));
    const bytes = readFileSync(this.#file);
    // A line that a crash cut short was never confirmed: it comes again.
    const whole = bytes.lastIndexOf('\n') + 1;
    ftruncateSync(this.#file, whole);
    const lines = bytes.subarray(0, whole).toString().split('\n').filter(Boolean);
    lines.forEach((line) => this.#known.add(JSON.parse(line).deliveryId));
  }

  async take(deliveries) {
    const fresh = deliveries.filter((d) => !this.#known.has(d.deliveryId));
    appendFileSync(this.#file, fresh.map((d) => `${JSON.stringify(d)}\n`).join(''));
    fsyncSync(this.#file);
    for (const { deliveryId, severity, acknowledgeBy } of fresh) {
      this.#known.add(deliveryId);
      // What it says is for those who may open the file: a screen and a log see that it came, and how urgent it is.
      const until = acknowledgeBy ? new Date(Number(acknowledgeBy.seconds) * 1000).toISOString() : 'no time';
      console.log(`stored ${deliveryId} ${severity.replace('SEVERITY_', '').toLowerCase()}, acknowledge by ${until}`);
    }

    const ids = deliveries.map((d) => d.deliveryId);
    while (ids.length > 0) {
      await call(this.#inbox, 'confirmDeliveries', { ...this.#target, deliveryIds: ids.splice(0, confirmedAtOnce) });
    }
  }
}
