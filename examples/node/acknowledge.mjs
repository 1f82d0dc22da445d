// Says what a member of the team, HUB_PRACTITIONER, does with a delivery: node acknowledge.mjs TEAM DELIVERY WORD [REQUEST_ID]
// WORD is accepted, actioned, not-mine, told, not-reached or not-safe-to-tell.
import { randomUUID } from 'node:crypto';
import { call, connect, fail } from './hub.mjs';

const [teamId, deliveryId, word, requestId = randomUUID()] = process.argv.slice(2);
if (!word) {
  console.error('usage: node acknowledge.mjs TEAM DELIVERY WORD [REQUEST_ID]');
  process.exit(1);
}

// After UNAVAILABLE nobody knows whether it was written: said again with the same request id, it is written once.
console.error(`request id ${requestId}`);
const inbox = connect();
const acknowledgement = `ACKNOWLEDGEMENT_${word.replaceAll('-', '_').toUpperCase()}`;
try {
  const { isFirst } = await call(inbox, 'acknowledgeDelivery', { requestId, teamId, deliveryId, acknowledgement });
  console.log(isFirst ? 'acknowledged: the clock has stopped' : 'acknowledged: not the first who did');
} catch (error) {
  fail(error);
}

inbox.close();
