import type { Locale } from '../../common/locale';
import { SENTENCES } from '../told';
import type { NoticeEntity } from './notice.entity';

/** A notice in words. */
export const sentenceOf = (
  { event, params }: Pick<NoticeEntity, 'event' | 'params'>,
  locale: Locale,
): string => SENTENCES[event][locale].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
