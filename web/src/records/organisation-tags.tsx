import type { OrganisationSuggestionView } from '@server/matching/suggestions/suggestion.schema';
import { useQuery } from '@tanstack/react-query';
import { get } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { type Column, DataTable } from '../ui/data-table';
import layout from '../ui/layout.module.css';
import { Loaded } from '../ui/loaded';
import { Nothing } from '../ui/nothing';
import { useWords } from '../vocabulary/vocabularies';

type Suggested = OrganisationSuggestionView['items'][number] & { id: string };

/** The industries that an organisation's name and records speak for, how surely, and by which words. */
export function OrganisationTags({ id }: { id: string }) {
  const { say } = useMessages();
  const { label } = useWords();
  const query = useQuery({
    queryKey: ['organisations', id, 'tags'],
    queryFn: ({ signal }) =>
      get<OrganisationSuggestionView>(`/tag-suggestions/organisations/${id}`, { signal }),
  });
  const columns: Column<Suggested>[] = [
    { key: 'tag', title: say('field.tags'), width: 260, render: ({ code }) => label('industry-tags', code) },
    {
      key: 'confidence',
      title: say('organisation.confidence'),
      width: 120,
      render: ({ confidence }) => say('organisation.percent', { share: confidence }),
    },
    {
      key: 'words',
      title: say('organisation.words'),
      render: ({ words }) => <span lang="">{words.join(say('list.separator'))}</span>,
    },
  ];
  return (
    <section className={layout.card}>
      <h2>{say('organisation.tags')}</h2>
      <Loaded query={query}>
        {({ records, items }) => (
          <>
            <p className={layout.hint}>{say('organisation.tagsFrom', { count: records })}</p>
            {items.length === 0 ? (
              <Nothing why={say('organisation.noTags')} />
            ) : (
              <DataTable
                name={say('organisation.tags')}
                columns={columns}
                rows={items.map((item) => ({ id: item.code, ...item }))}
              />
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}
