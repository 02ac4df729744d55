import { resolve } from 'node:path';
import { type Env, envSchema } from './env.schema';

/** A setting is missing or wrong; the message names each one in a sentence of its own. */
export class InvalidSettings extends Error {
  override readonly name = 'InvalidSettings';
}

/**
 * Reads the settings. An empty value counts as unset, and DATA_DIR comes back absolute.
 * @throws InvalidSettings naming every wrong setting, never its value (it may be a password).
 */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = envSchema.safeParse(given);
  if (!parsed.success) {
    throw new InvalidSettings(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
    );
  }
  return { ...parsed.data, DATA_DIR: resolve(parsed.data.DATA_DIR) };
}
