// A connection to the hub from protos and certificates alone. Whom to call, as whom and with what is said by the environment, as for `hub`.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import grpc from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

const protos = process.env.HUB_PROTOS ?? fileURLToPath(new URL('../../protos', import.meta.url));
const loaded = loadSync(
  ['hub/inbox/v1/inbox.proto', 'hub/errors/v1/errors.proto', 'google-rpc.proto'],
  { includeDirs: [protos, fileURLToPath(new URL('.', import.meta.url))], enums: String, longs: String, defaults: true, json: true });
const { InboxService } = grpc.loadPackageDefinition(loaded).hub.inbox.v1;

function given(name) {
  if (!process.env[name]) throw new Error(`${name} is not set`);
  return process.env[name];
}

export function connect() {
  const file = (name) => readFileSync(given(name));
  const tls = grpc.credentials.createSsl(file('HUB_AUTHORITIES'), file('HUB_KEY'), file('HUB_CERT'));
  const caller = new grpc.Metadata();
  caller.set('hub-agency', given('HUB_AGENCY'));
  if (process.env.HUB_PRACTITIONER) caller.set('hub-practitioner', process.env.HUB_PRACTITIONER);
  const named = grpc.credentials.createFromMetadataGenerator((_, give) => give(null, caller));
  return new InboxService(new URL(given('HUB_ADDRESS')).host, grpc.credentials.combineChannelCredentials(tls, named), {
    'grpc.keepalive_time_ms': 30_000,
    'grpc.keepalive_timeout_ms': 10_000,
    'grpc.max_receive_message_length': 32 * 1024 * 1024,
  });
}

// One call that has one answer.
export function call(inbox, method, request, seconds = 30) {
  return new Promise((done, failed) => {
    inbox[method](request, { deadline: Date.now() + seconds * 1000 }, (error, answer) => (error ? failed(error) : done(answer)));
  });
}

// The hub's own no; null when it is not the hub that speaks, but a broken connection or something on the way.
export function refusal(error) {
  const [bytes] = error.metadata?.get('grpc-status-details-bin') ?? [];
  const details = bytes ? loaded['google.rpc.Status'].deserialize(bytes).details : [];
  const detail = (type) => details.find((d) => d['@type'].endsWith(`/${type}`));
  const info = detail('google.rpc.ErrorInfo');
  return info?.domain !== 'safeguarding-hub' ? null : {
    reason: info.reason,
    message: error.details,
    fields: (detail('google.rpc.BadRequest')?.fieldViolations ?? []).map((v) => `${v.field}: ${v.description}`),
    advice: detail('hub.errors.v1.NotKnown'),
    reference: error.metadata.get('hub-reference')[0],
  };
}

// For programs that make one call: says what went wrong; 2 is a refusal, 1 everything else.
export function fail(error) {
  const no = refusal(error);
  console.error(no ? `${no.reason}: ${no.message}` : `${grpc.status[error.code] ?? 'failed'}: ${error.details ?? error.message}`);
  for (const field of no?.fields ?? []) console.error(`  ${field}`);
  if (no?.advice) console.error(`  ${no.advice.text} Duty numbers: ${no.advice.dutyNumbers.join(', ')}`);
  if (no) console.error(`  reference ${no.reference}`);
  process.exit(no ? 2 : 1);
}
