import type { ConsentLinkView } from '@server/privacy/consent-link/consent-link.schema';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../api/http';

/** The links by which a person was asked what they agree to, the newest first. */
export const consentLinksQuery = (personId: string) =>
  queryOptions({
    queryKey: ['persons', personId, 'consent-links'],
    queryFn: ({ signal }) => get<ConsentLinkView[]>(`/persons/${personId}/consent-links`, { signal }),
  });

/** A link that waits for its answer. */
export const isWaiting = ({ answeredAt, expiresAt }: ConsentLinkView): boolean =>
  answeredAt === null && new Date(expiresAt) > new Date();
