import type { Page as PageOf } from '@server/common/page';
import type { OrganisationView } from '@server/organisations/organisation.schema';
import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useState } from 'react';
import { get } from '../../api/http';
import { useMessages } from '../../i18n/use-messages';

interface Props {
  isRequired: boolean;
  /** The one that is stated already, so that it is shown by name before anybody searches. */
  stated?: { id: string; name: string } | null;
}

/** Finds an organisation by a part of its name. */
export function OrganisationField({ isRequired, stated }: Props) {
  const { say } = useMessages();
  const [q, setQ] = useState('');
  const { data } = useQuery({
    queryKey: ['organisations', q],
    queryFn: ({ signal }) =>
      get<PageOf<OrganisationView>>('/organisations', { signal, query: { q: q || undefined, limit: 20 } }),
    placeholderData: (before) => before,
  });
  const found = data?.items ?? [];
  const options = stated && !found.some(({ id }) => id === stated.id) ? [stated, ...found] : found;
  return (
    <Form.Item
      name="organisation"
      label={say('field.organisation')}
      rules={isRequired ? [{ required: true, message: say('form.required') }] : undefined}
    >
      <Select
        allowClear={!isRequired}
        showSearch={{ filterOption: false, onSearch: setQ }}
        options={options.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form.Item>
  );
}
