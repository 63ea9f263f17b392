import { generic } from './generic/pack.ts';
import { kr } from './kr/pack.ts';
import type { PolicyPack } from './policy-pack.ts';
import { rs } from './rs/pack.ts';

export const packs: Readonly<Record<string, PolicyPack>> = { generic, kr, rs };
