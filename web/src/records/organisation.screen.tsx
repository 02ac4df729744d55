import type { OrganisationView } from '@server/organisations/organisation.schema';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { get } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { isStaff, useUser } from '../session/session';
import { Facts } from '../ui/facts';
import layout from '../ui/layout.module.css';
import { Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import { SampleBadge } from '../ui/sample-badge';
import { useWords } from '../vocabulary/vocabularies';
import { OrganisationTags } from './organisation-tags';

const route = getRouteApi('/shell/organisations/$id');

/** An organisation: what is known of it, and what its records say it does. */
export function OrganisationScreen() {
  const { id } = route.useParams();
  const query = useQuery({
    queryKey: ['organisations', id],
    queryFn: ({ signal }) => get<OrganisationView>(`/organisations/${id}`, { signal }),
  });
  return <Loaded query={query}>{(organisation) => <Organisation organisation={organisation} />}</Loaded>;
}

function Organisation({ organisation }: { organisation: OrganisationView }) {
  const { say } = useMessages();
  const { label } = useWords();
  const { role, organisationId } = useUser();
  const { id, name, kind, uscc, city, region, industry, qualities, keyEnterprise, sampleSet } = organisation;
  const isTold = isStaff(role) || (role === 'enterprise' && organisationId === id);
  return (
    <Page
      title={name}
      aside={<SampleBadge set={sampleSet} />}
      actions={
        isStaff(role) && (
          <Link to="/duplicates" search={{ kind: 'organisation', record: id }}>
            <Button tabIndex={-1}>{say('duplicates.entry')}</Button>
          </Link>
        )
      }
    >
      <div className={layout.stack}>
        <section className={layout.card}>
          <Facts
            facts={[
              [say('organisation.kind'), label('organisation-kinds', kind)],
              [say('organisation.uscc'), uscc],
              [say('field.city'), city],
              [say('organisation.region'), label('regions', region)],
              [say('organisation.industry'), industry && `${industry} ${label('gbt4754-2017', industry)}`],
              [
                say('organisation.qualities'),
                qualities.map((code) => label('organisation-qualities', code)).join(say('list.separator')),
              ],
              [say('organisation.key'), keyEnterprise && say('organisation.isKey')],
            ]}
          />
        </section>
        {isTold && <OrganisationTags id={id} />}
      </div>
    </Page>
  );
}
