import type streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerReadableStream, sendUnaryData } from '@grpc/grpc-js';
import { Metadata, status } from '@grpc/grpc-js';
import type { IsLetIn } from './peer-access.ts';
import { accessDenied } from './peer-access.ts';
import type { PeerFaults } from './peer-faults.ts';
import type { PeerLog, PeerProposal } from './peer-log.ts';
import { appendAnswer, nameIn, proposalIn } from './peer-messages.ts';

type Call = ServerReadableStream<streamsPb.AppendReq, streamsPb.AppendResp>;

/** What a server allows where its operator set nothing else. */
const maxAppendSize = 1024 * 1024;

export function appendTo(log: PeerLog, faults: PeerFaults, isLetIn: IsLetIn) {
  return (call: Call, answer: sendUnaryData<streamsPb.AppendResp>): void => {
    const requests: streamsPb.AppendReq[] = [];
    call.on('data', (request: streamsPb.AppendReq) => requests.push(request));
    call.on('error', () => undefined);
    call.on('end', () => {
      if (!isLetIn(call)) answer(accessDenied());
      else appendAsked(log, faults, askedIn(requests), answer);
    });
  };
}

function appendAsked(log: PeerLog, faults: PeerFaults, asked: Asked, answer: sendUnaryData<streamsPb.AppendResp>) {
  const { stream, expected, proposals } = asked;
  const size = proposals.reduce((sum, { data, metadata }) => sum + data.byteLength + metadata.byteLength, 0);
  if (size > maxAppendSize) return answer(tooLarge());
  const store = () => log.append(stream, expected, proposals);
  if (faults.isDue('before-storing')) return;
  if (faults.isDue('long-before-storing')) return void log.once('asked', store);
  log.emit('asked');
  const outcome = store();
  if (!faults.isDue('after-storing')) answer(null, appendAnswer(outcome, expected));
}

interface Asked {
  readonly stream: string;
  readonly expected: number;
  readonly proposals: readonly PeerProposal[];
}

function askedIn(requests: readonly streamsPb.AppendReq[]): Asked {
  const options = requests[0]?.getOptions();
  const proposals = requests.flatMap((request) => {
    const message = request.getProposedMessage();
    return message === undefined ? [] : [proposalIn(message)];
  });
  const expected = options?.hasRevision() === true ? Number(options.getRevision()) : -1;
  return { stream: nameIn(options?.getStreamIdentifier()), expected, proposals };
}

function tooLarge() {
  const metadata = new Metadata();
  metadata.set('exception', 'maximum-append-size-exceeded');
  metadata.set('maximum-append-size', String(maxAppendSize));
  return { code: status.INVALID_ARGUMENT, details: `Maximum Append Size of ${maxAppendSize} Exceeded.`, metadata };
}
