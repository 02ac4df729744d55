import type { NewFactor } from '@server/identity/second-factor/second-factor.schema';
import type { SessionView } from '@server/identity/session/session.schema';
import { get, post } from '../api/http';
import { keep, keepSession, signIn } from './session';

/** Six digits of the authenticator app, or a recovery code. */
export const proveFactor = async (code: string): Promise<SessionView> =>
  keepSession(await post<SessionView>('/session/second-factor', { code }));

/** Ends every session, so the new password signs in at once. */
export async function choosePassword(login: string, current: string, password: string): Promise<SessionView> {
  await post('/session/password', { current, password });
  return signIn(login, password);
}

export const newFactor = (password: string): Promise<NewFactor> =>
  post<NewFactor>('/session/second-factor/setup', { password });

/** @returns recovery codes, told this once. The session has another token from here on; it is shown by {@link goOn}. */
export async function confirmFactor(code: string): Promise<string[]> {
  const { recoveryCodes } = await post<{ recoveryCodes: string[] }>('/session/second-factor/confirm', {
    code,
  });
  keep(await get<SessionView>('/session'));
  return recoveryCodes;
}

/** Takes the session over as it is after the second factor was set up. */
export const goOn = async (): Promise<SessionView> => keepSession(await get<SessionView>('/session'));
