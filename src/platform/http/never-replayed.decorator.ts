import { SetMetadata } from '@nestjs/common';

/** On a route or a controller: an Idempotency-Key means nothing here. */
export const NEVER_REPLAYED = Symbol('never replayed');

/**
 * For routes that prove who somebody is: a failure they count must stay when the request is refused, which the one
 * transaction of an idempotent request would take back, and a secret they tell is kept nowhere.
 */
export const NeverReplayed = () => SetMetadata(NEVER_REPLAYED, true);
