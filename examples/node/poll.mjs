// Receives by asking, for a system that runs now and then: node poll.mjs TEAM SUBSCRIBER FILE [SECONDS]
// Waits up to SECONDS (30) until there is something, takes all there is and ends.
import { call, connect, fail } from './hub.mjs';
import { Intake } from './intake.mjs';

const [teamId, subscriber, file, seconds = '30'] = process.argv.slice(2);
if (!file) {
  console.error('usage: node poll.mjs TEAM SUBSCRIBER FILE [SECONDS]');
  process.exit(1);
}

const inbox = connect();
const intake = new Intake(inbox, { teamId, subscriber }, file);
try {
  for (let waitSeconds = Number(seconds); ; waitSeconds = 0) {
    const { deliveries } = await call(inbox, 'fetchDeliveries', { teamId, subscriber, waitSeconds }, waitSeconds + 10);
    if (deliveries.length === 0) break;
    await intake.take(deliveries);
  }
} catch (error) {
  fail(error);
}

inbox.close();
