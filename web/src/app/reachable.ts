import { RequestFailed } from '../api/problem';

/** Whether our server answers, whatever it says. */
export async function isServerThere(): Promise<boolean> {
  try {
    await fetch('/health/live', { cache: 'no-store' });
    return true;
  } catch {
    return false;
  }
}

/** A part of the client; without the network it fails as a request does, and the page that is open stays. */
export const partOf =
  <T>(load: () => Promise<T>) =>
  async (): Promise<T> => {
    try {
      return await load();
    } catch (error) {
      throw (await isServerThere()) ? error : new RequestFailed(0, undefined, { cause: error });
    }
  };
