import { Button, Input, Select } from 'antd';
import { useMessages } from '../i18n/use-messages';
import { Filters } from '../ui/filters';
import { filterOf, type ViewedList } from './saved-views';
import { ViewsMenu } from './views-menu';

/** More choices than this are searched. */
const MANY = 12;

export interface ListFilter {
  /** What the address calls it. */
  field: string;
  label: string;
  options: readonly { value: string; label: string }[];
}

interface Props<Search extends { q?: string }> {
  list: ViewedList;
  search: Search;
  /** What the search looks through. */
  placeholder: string;
  filters: readonly ListFilter[];
  onChange: (next: Partial<Search>) => void;
  onClear: () => void;
}

/** What heads a list whose state is in the address: search, filters, saved views. */
export function ListHead<Search extends { q?: string }>({
  list,
  search,
  placeholder,
  filters,
  onChange,
  onClear,
}: Props<Search>) {
  const { say } = useMessages();
  const stated = filterOf(search);
  return (
    <Filters
      search={
        <Input.Search
          key={search.q}
          allowClear
          defaultValue={search.q}
          placeholder={placeholder}
          aria-label={placeholder}
          onSearch={(q) => onChange({ q: q || undefined } as Partial<Search>)}
        />
      }
      set={Object.keys({ ...stated, q: undefined }).filter((field) => field !== 'q').length}
    >
      {filters.map(({ field, label, options }) => (
        <Select
          key={field}
          allowClear
          placeholder={label}
          aria-label={label}
          value={stated[field]}
          options={[...options]}
          showSearch={options.length > MANY ? { optionFilterProp: 'label' } : false}
          popupMatchSelectWidth={false}
          onChange={(value?: string | true) => onChange({ [field]: value } as Partial<Search>)}
        />
      ))}
      {Object.keys(stated).length > 0 && (
        <Button type="link" onClick={onClear}>
          {say('list.clear')}
        </Button>
      )}
      <ViewsMenu list={list} search={search} />
    </Filters>
  );
}
