import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { type FieldError, InvalidInput } from '../../common/errors';
import type { Locale } from '../../common/locale';
import { currentRequest } from './request-context';

const LOCALES: Record<Locale, z.core.$ZodErrorMap> = {
  'zh-CN': z.locales.zhCN().localeError,
  en: z.locales.en().localeError,
};

/** A schema may give a code of the message catalogue as its message. */
const CATALOGUE_CODE = /^[A-Z_]+(\.[A-Z_]+)+$/;
const ROOTS: Partial<Record<ArgumentMetadata['type'], string>> = { query: '/query', param: '/path' };

const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** A zod issue as errors of fields: one for each unknown key, else one for the place. */
function fieldErrorsOf(issue: z.core.$ZodIssue, root: string): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: root + pointerOf([...issue.path, key]),
      detail: 'Unknown field',
      code: 'INPUT.UNKNOWN_FIELD',
    }));
  }
  const code = CATALOGUE_CODE.test(issue.message) ? issue.message : `INPUT.${issue.code.toUpperCase()}`;
  return [{ pointer: root + pointerOf(issue.path), detail: issue.message, code }];
}

/**
 * Parses a route's input by the schema its decorator was given and refuses with a pointer per mistake, in the reader's
 * language. (Nest's own StandardSchemaValidationPipe cannot pass a language on, and silently drops `__proto__` keys.)
 */
@Injectable()
export class SchemaValidationPipe implements PipeTransform {
  async transform(value: unknown, { schema, type, data }: ArgumentMetadata): Promise<unknown> {
    if (!(schema instanceof z.ZodType)) return value;
    const parsed = await schema.safeParseAsync(value, {
      error: LOCALES[currentRequest()?.locale ?? 'zh-CN'],
    });
    if (parsed.success) return parsed.data;
    const root = (ROOTS[type] ?? '') + (data === undefined ? '' : pointerOf([data]));
    throw new InvalidInput('INPUT.INVALID', 'The input is not valid', {
      errors: parsed.error.issues.flatMap((issue) => fieldErrorsOf(issue, root)),
    });
  }
}
