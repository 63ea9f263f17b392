import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import type { PeerOutcome, PeerProposal, PeerRecord } from './peer-log.ts';

/** The protocol's messages, by the classes that the client's own protocol files were made into. */

export function eventMessage(record: PeerRecord): streamsPb.ReadResp {
  const position = String(record.position);
  const recorded = new streamsPb.ReadResp.ReadEvent.RecordedEvent()
    .setId(new sharedPb.UUID().setString(record.id))
    .setStreamIdentifier(identifier(record.stream))
    .setStreamRevision(String(record.revision))
    .setCommitPosition(position)
    .setPreparePosition(position)
    .setData(record.data)
    .setCustomMetadata(record.metadata);
  recorded
    .getMetadataMap()
    .set('type', record.type)
    .set('content-type', record.contentType)
    .set('created', '638000000000000000');
  const event = new streamsPb.ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(position);
  return new streamsPb.ReadResp().setEvent(event);
}

export function notFoundMessage(stream: string): streamsPb.ReadResp {
  const message = new streamsPb.ReadResp.StreamNotFound().setStreamIdentifier(identifier(stream));
  return new streamsPb.ReadResp().setStreamNotFound(message);
}

export function confirmationMessage(): streamsPb.ReadResp {
  const message = new streamsPb.ReadResp.SubscriptionConfirmation().setSubscriptionId('subscription');
  return new streamsPb.ReadResp().setConfirmation(message);
}

export function checkpointMessage(position: number): streamsPb.ReadResp {
  const text = String(position);
  const message = new streamsPb.ReadResp.Checkpoint().setCommitPosition(text).setPreparePosition(text);
  return new streamsPb.ReadResp().setCheckpoint(message);
}

export function caughtUpMessage(): streamsPb.ReadResp {
  return new streamsPb.ReadResp().setCaughtUp(new streamsPb.ReadResp.CaughtUp());
}

export function appendAnswer(outcome: PeerOutcome, expected: number): streamsPb.AppendResp {
  const answer = new streamsPb.AppendResp();
  if (outcome.kind === 'stored') {
    const text = String(outcome.position);
    const position = new streamsPb.AppendResp.Position().setCommitPosition(text).setPreparePosition(text);
    const success = new streamsPb.AppendResp.Success().setCurrentRevision(String(outcome.revision));
    return answer.setSuccess(success.setPosition(position));
  }
  const wrong = new streamsPb.AppendResp.WrongExpectedVersion();
  if (expected === -1) wrong.setExpectedNoStream(new sharedPb.Empty());
  else wrong.setExpectedRevision(String(expected));
  if (outcome.actual === -1) wrong.setCurrentNoStream(new sharedPb.Empty());
  else wrong.setCurrentRevision(String(outcome.actual));
  return answer.setWrongExpectedVersion(wrong);
}

export function proposalIn(message: streamsPb.AppendReq.ProposedMessage): PeerProposal {
  const described = message.getMetadataMap();
  return {
    id: message.getId()?.getString() ?? '',
    type: described.get('type') ?? '',
    contentType: described.get('content-type') ?? '',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

export function nameIn(stream: sharedPb.StreamIdentifier | undefined): string {
  return Buffer.from(stream?.getStreamName_asU8() ?? new Uint8Array()).toString('utf8');
}

function identifier(name: string): sharedPb.StreamIdentifier {
  return new sharedPb.StreamIdentifier().setStreamName(Buffer.from(name, 'utf8').toString('base64'));
}
