/** The wording that people agree to; raised when it changes. */
export const TEXT_VERSION = '2022-1';
