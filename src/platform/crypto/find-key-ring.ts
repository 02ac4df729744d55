import type { Env } from '../config/env.schema';
import { KeyRing } from './key-ring';
import { findMasterKeys } from './master-key-file';

/** The master keys this installation has; none are made. */
export function findKeyRing({
  MASTER_KEY,
  DATA_DIR,
}: Pick<Env, 'MASTER_KEY' | 'DATA_DIR'>): KeyRing | undefined {
  const keys = MASTER_KEY?.split(',') ?? findMasterKeys(DATA_DIR);
  return keys && new KeyRing(keys);
}
