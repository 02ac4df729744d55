import { InvalidInput, RuleBroken } from '../common/errors';
import type { NeedEntity } from './need.entity';
import type { CreateNeed, EditNeed, HiringDetails, TechnologyDetails } from './need.schema';
import { findProtectedWishes } from './protected-wish';

export const detailsOf = (input: CreateNeed): TechnologyDetails | HiringDetails =>
  input.kind === 'technology' ? input.technology : input.hiring;

/** @throws 400 NEED.KIND_FIXED when the details sent are of the other kind */
export function changedDetails(
  { kind }: NeedEntity,
  { technology, hiring }: EditNeed,
): TechnologyDetails | HiringDetails | undefined {
  const [own, other] = kind === 'technology' ? [technology, hiring] : [hiring, technology];
  if (other !== undefined) {
    const pointer = kind === 'technology' ? '/hiring' : '/technology';
    throw new InvalidInput('INPUT.INVALID', 'The kind of a need stays', {
      errors: [{ pointer, detail: `The need is a ${kind} need`, code: 'NEED.KIND_FIXED' }],
    });
  }
  return own;
}

/**
 * A hiring need may not ask for what the law protects.
 * @throws 422 NEED.PROTECTED_WISH with the field and the words
 */
export function refuseProtectedWishes(
  need: Pick<NeedEntity, 'kind' | 'title' | 'text' | 'publicSummary' | 'details'>,
): void {
  if (need.kind !== 'hiring') return;
  const { benefits, fields } = need.details as HiringDetails;
  const texts = {
    '/title': need.title,
    '/text': need.text,
    '/publicSummary': need.publicSummary ?? '',
    '/hiring/benefits': benefits ?? '',
    '/hiring/fields': fields.join('，'),
  };
  const errors = Object.entries(texts).flatMap(([pointer, text]) =>
    findProtectedWishes(text).map(({ trait, passage }) => ({
      pointer,
      detail: passage,
      code: `NEED.WISH_${trait.toUpperCase()}`,
    })),
  );
  if (errors.length > 0)
    throw new RuleBroken('NEED.PROTECTED_WISH', 'The need asks for what must not decide who is hired', {
      errors,
    });
}
