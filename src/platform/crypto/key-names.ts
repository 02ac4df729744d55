import type { Env } from '../config/env.schema';
import { KeyRing } from './key-ring';
import { findMasterKeys } from './master-key-file';

/** The names (hexadecimal) of the master keys this installation has, the current one first; none are made. */
export function masterKeyNames({ MASTER_KEY, DATA_DIR }: Pick<Env, 'MASTER_KEY' | 'DATA_DIR'>): string[] {
  const keys = MASTER_KEY?.split(',') ?? findMasterKeys(DATA_DIR);
  return keys ? new KeyRing(keys).all().map(({ id }) => id.toString('hex')) : [];
}
