import type { ConsentBasis, ConsentPurpose } from '@server/identity/consent/consent.schema';
import type { ConsentView } from '@server/talent/talent.schema';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import { get, post, remove } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { consentLinksQuery, isWaiting } from '../privacy/consent-links';
import { TEXT_VERSION } from '../privacy/text-version';
import { useUser } from '../session/session';
import { Failure } from '../ui/failure';
import { Loaded } from '../ui/loaded';
import { useDay } from '../ui/time';
import styles from './person-panel.module.css';

const PURPOSES: readonly ConsentPurpose[] = ['matching', 'sharing', 'contact'];
const BASES: readonly ConsentBasis[] = ['signed', 'employer-undertaking', 'public-source'];

/** What the person agreed to, purpose by purpose, and entering or taking back one. */
export function Consents({ talentId, personId }: { talentId: string; personId: string }) {
  const { say } = useMessages();
  const client = useQueryClient();
  const key = ['talents', talentId, 'consents'];
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => get<ConsentView[]>(`/talents/${talentId}/consents`, { signal }),
  });
  // The person themselves sends no link to themselves.
  const mayAsk = useUser().role !== 'talent';
  const { data: links = [] } = useQuery({ ...consentLinksQuery(personId), enabled: mayAsk });
  const isAsked = links.some(isWaiting);
  const change = useMutation({
    mutationFn: ({ purpose, basis }: { purpose: ConsentPurpose; basis?: ConsentBasis }) =>
      basis
        ? post<ConsentView[]>(`/talents/${talentId}/consents`, { purpose, basis, textVersion: TEXT_VERSION })
        : remove<ConsentView[]>(`/talents/${talentId}/consents/${purpose}`),
    onSuccess: (consents) => client.setQueryData(key, consents),
  });
  return (
    <section className={styles.part}>
      <h3>{say('records.consents')}</h3>
      {change.error && <Failure error={change.error} />}
      <Loaded query={query} loading={null}>
        {(consents) => (
          <ul className={styles.consents}>
            {PURPOSES.map((purpose) => (
              <Consent
                key={purpose}
                purpose={purpose}
                consents={consents.filter((consent) => consent.purpose === purpose)}
                isAsked={isAsked}
                isBusy={change.isPending}
                onGive={(basis) => change.mutate({ purpose, basis })}
                onWithdraw={() => change.mutate({ purpose })}
              />
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}

interface ConsentProps {
  purpose: ConsentPurpose;
  consents: readonly ConsentView[];
  /** A link was sent and waits for its answer. */
  isAsked: boolean;
  isBusy: boolean;
  onGive: (basis: ConsentBasis) => void;
  onWithdraw: () => void;
}

function Consent({ purpose, consents, isAsked, isBusy, onGive, onWithdraw }: ConsentProps) {
  const { say } = useMessages();
  const day = useDay();
  const [basis, setBasis] = useState<ConsentBasis>('signed');
  const live = consents.find(({ withdrawnAt }) => withdrawnAt === null);
  const state = live ? 'given' : isAsked ? 'sent' : consents.length > 0 ? 'withdrawn' : 'missing';
  return (
    <li>
      <div className={styles.consent} data-state={state}>
        <span>{say(`records.purpose.${purpose}`)}</span>
        <strong>{say(`records.consent.${state}`)}</strong>
      </div>
      {live ? (
        <div className={styles.act}>
          <small>
            {say('records.consentSince', {
              day: day(live.givenAt),
              basis: say(`records.basis.${live.basis}`),
            })}
          </small>
          <Popconfirm
            title={say('records.withdrawSure')}
            okText={say('action.confirm')}
            cancelText={say('action.cancel')}
            onConfirm={onWithdraw}
          >
            <Button type="text" size="small" disabled={isBusy}>
              {say('records.withdrawConsent')}
            </Button>
          </Popconfirm>
        </div>
      ) : (
        <div className={styles.act}>
          <Select
            size="small"
            aria-label={say('records.basis')}
            value={basis}
            options={BASES.map((value) => ({ value, label: say(`records.basis.${value}`) }))}
            popupMatchSelectWidth={false}
            onChange={setBasis}
          />
          <Button size="small" disabled={isBusy} onClick={() => onGive(basis)}>
            {say('records.giveConsent')}
          </Button>
        </div>
      )}
    </li>
  );
}
