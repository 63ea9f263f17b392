/** Text up to the first zero byte; what is no UTF-8 is kept recognisable. */
export function textOf(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  const used = end === -1 ? bytes : bytes.subarray(0, end);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(used);
  } catch {
    return Buffer.from(used).toString('latin1');
  }
}

/** The records of a pax header (`27 path=long/name\n`), as far as they can be read. */
export function paxRecords(bytes: Uint8Array): ReadonlyMap<string, string> {
  const records = new Map<string, string>();
  let place = 0;
  while (place < bytes.length) {
    const space = bytes.indexOf(0x20, place);
    const length = Number(textOf(bytes.subarray(place, Math.max(space, place))));
    if (space === -1 || !Number.isSafeInteger(length) || length <= space - place + 1) return records;
    const record = textOf(bytes.subarray(space + 1, place + length - 1));
    const equals = record.indexOf('=');
    if (equals > 0) records.set(record.slice(0, equals), record.slice(equals + 1));
    place += length;
  }
  return records;
}
