import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { ReviewRequestEntity } from './review-request.entity';

@Injectable()
export class ReviewRequestRepository {
  async insert(request: ReviewRequestEntity, tx: EntityManager): Promise<void> {
    await tx.insert(ReviewRequestEntity, request);
  }

  open(tx: EntityManager): Promise<ReviewRequestEntity[]> {
    return tx.find(ReviewRequestEntity, { where: { answeredAt: IsNull() }, order: { id: 'ASC' }, take: 200 });
  }

  /** Null unless it was open. */
  async answer(
    id: string,
    given: Pick<ReviewRequestEntity, 'answer' | 'answeredAt' | 'answeredBy'>,
    tx: EntityManager,
  ): Promise<ReviewRequestEntity | null> {
    const { affected } = await tx.update(ReviewRequestEntity, { id, answeredAt: IsNull() }, given);
    return affected === 1 ? tx.findOneBy(ReviewRequestEntity, { id }) : null;
  }
}
