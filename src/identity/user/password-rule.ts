import { dictionary } from '@zxcvbn-ts/language-common';
import { type FieldError, RuleBroken } from '../../common/errors';

/** NIST SP 800-63B-4: length is what protects where nothing else does. */
const LEAST = { alone: 15, withSecondFactor: 8 };
const FEWEST_CHARACTERS = 5;
/** A shorter login is part of too many words. */
const TELLING_LOGIN = 4;

export interface PasswordContext {
  login: string;
  hasSecondFactor: boolean;
  /** How many of lower case, upper case, digits and others must occur (a deployment's PASSWORD_CLASSES). */
  classes: number;
}

let common: ReadonlySet<string> | undefined;
const isCommon = (text: string): boolean =>
  (common ??= new Set<string>(dictionary['passwords-common'])).has(text);

/** `text` without digits and punctuation at its ends: what "football-2022" is made of. */
const coreOf = (text: string): string => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');

/** The shortest part whose repetition is `text`. */
function unitOf(text: string): string {
  const at = (text + text).indexOf(text, 1);
  return text.slice(0, at);
}

const CLASSES = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u];

/** The code of the rule that a password breaks; undefined when it may be used. */
export function brokenPasswordRule(password: string, context: PasswordContext): string | undefined {
  const { login, hasSecondFactor, classes } = context;
  const plain = password.normalize('NFKC').toLowerCase();
  if ([...password].length < (hasSecondFactor ? LEAST.withSecondFactor : LEAST.alone))
    return hasSecondFactor ? 'USER.PASSWORD_SHORT_WITH_FACTOR' : 'USER.PASSWORD_SHORT';
  if (CLASSES.filter((kind) => kind.test(password)).length < classes) return 'USER.PASSWORD_CLASSES';
  if (login.length >= TELLING_LOGIN && plain.includes(login.toLowerCase())) return 'USER.PASSWORD_PERSONAL';
  const core = coreOf(plain);
  const simple = new Set(plain).size < FEWEST_CHARACTERS || core === '';
  if (simple || [plain, core, unitOf(plain), coreOf(unitOf(plain))].some(isCommon))
    return 'USER.PASSWORD_COMMON';
  return undefined;
}

/** @throws 422 INPUT.INVALID at /password */
export function requireGoodPassword(password: string, context: PasswordContext): void {
  const code = brokenPasswordRule(password, context);
  if (code === undefined) return;
  const error: FieldError = { pointer: '/password', detail: 'The password is easy to guess', code };
  throw new RuleBroken('INPUT.INVALID', 'The password is easy to guess', { errors: [error] });
}
