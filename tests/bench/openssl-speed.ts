import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** `openssl speed` of one kind of key, as a command line names it. */
export type SpeedKind = 'ecdsap256' | 'rsa3072';

/** Signatures and verifications a second of one core, each taken for a second by the machine's own OpenSSL. */
export async function opensslSpeed(kind: SpeedKind): Promise<{ readonly sign: number; readonly verify: number }> {
  const { stdout } = await run('openssl', ['speed', '-mr', '-seconds', '1', kind]);
  // `+F2` is RSA and `+F4` ECDSA: number, bits, then both rates.
  const [, , , sign, verify] = /^\+F[24]:.*$/m.exec(stdout)?.[0].split(':') ?? [];
  const rates = { sign: Number(sign), verify: Number(verify) };
  if (rates.sign > 0 && rates.verify > 0) return rates;
  throw new RangeError(`openssl speed ${kind} printed no rates`);
}

export async function opensslVersion(): Promise<string> {
  const { stdout } = await run('openssl', ['version']);
  return stdout.split(' ').slice(0, 2).join(' ');
}
