// Receives all that a team hears, until Ctrl+C: node receiver.mjs TEAM SUBSCRIBER FILE
// Goes on after broken connections and restarts of the hub, stores nothing twice, shows no word about anybody.
import { setTimeout as pause } from 'node:timers/promises';
import grpc from '@grpc/grpc-js';
import { connect, fail, refusal } from './hub.mjs';
import { Intake } from './intake.mjs';

const [teamId, subscriber, file] = process.argv.slice(2);
if (!file) {
  console.error('usage: node receiver.mjs TEAM SUBSCRIBER FILE');
  process.exit(1);
}

// A heartbeat comes every 25 seconds.
const longestSilence = 75_000;
const longestPause = 8_000;
const { UNAVAILABLE, RESOURCE_EXHAUSTED, ABORTED, CANCELLED, DEADLINE_EXCEEDED, INTERNAL } = grpc.status;
const inbox = connect();
const intake = new Intake(inbox, { teamId, subscriber }, file);
let failures = 0;

// From the subscriber's mark on, until something ends it.
async function receive() {
  const stream = inbox.subscribe({ teamId, subscriber });
  const silence = setTimeout(() => stream.cancel(), longestSilence);
  try {
    for await (const { deliveries } of stream) {
      failures = 0;
      await intake.take(deliveries);
      silence.refresh();
    }
  } finally {
    clearTimeout(silence);
    // Its end was told already; what cancelling adds is no news.
    stream.on('error', () => {});
    stream.cancel();
  }
}

// A connection that broke in the middle of a message is INTERNAL, and then it is not the hub that speaks.
function maySubscribeAgain(error) {
  return [UNAVAILABLE, RESOURCE_EXHAUSTED, ABORTED, CANCELLED, DEADLINE_EXCEEDED].includes(error.code)
    || (error.code === INTERNAL && !refusal(error));
}

['SIGINT', 'SIGTERM'].forEach((signal) => process.once(signal, () => process.exit(0)));
for (;;) {
  try {
    await receive();
  } catch (error) {
    if (!maySubscribeAgain(error)) fail(error);
    console.error(`interrupted (${grpc.status[error.code]}: ${error.details}); subscribing again`);
  }

  const longest = Math.min(longestPause, 500 * 2 ** failures++);
  await pause((longest / 2) * (1 + Math.random()));
}
