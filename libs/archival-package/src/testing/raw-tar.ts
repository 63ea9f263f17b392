export interface RawTarEntry {
  readonly name: string;
  readonly content?: Uint8Array;
  /** `0` file, `5` folder, `2` link, `x` pax header, `L` GNU long name. */
  readonly type?: string;
}

/** Writes exactly what it is told (POSIX.1-1988 ustar). */
export function rawTar(entries: readonly RawTarEntry[]): Buffer {
  return Buffer.concat([...entries.flatMap(blocks), Buffer.alloc(1024)]);
}

/** A pax header that gives the next entry its name. */
export function paxName(name: string): RawTarEntry {
  const body = ` path=${name}\n`;
  let length = body.length;
  while (`${length}${body}`.length !== length && length < 10_000) length = Buffer.byteLength(`${length}${body}`);
  return { name: 'PaxHeader', type: 'x', content: Buffer.from(`${length}${body}`) };
}

function blocks({ name, content = new Uint8Array(), type = '0' }: RawTarEntry): readonly Buffer[] {
  const header = Buffer.alloc(512);
  header.write(name, 0, 100);
  header.write('0000644\u00000000000\u00000000000\u0000', 100);
  header.write(`${content.length.toString(8).padStart(11, '0')}\u0000`, 124);
  header.write('00000000000\u0000', 136);
  header.write(`        ${type}`, 148);
  header.write('ustar\u000000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\u0000 `, 148);
  const padding = Buffer.alloc((512 - (content.length % 512)) % 512);
  return [header, Buffer.from(content), padding];
}
