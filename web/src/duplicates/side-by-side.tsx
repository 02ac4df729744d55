import type { MergePreview } from '@server/duplicates/merging/merge.schema';
import { Radio } from 'antd';
import { useMessages } from '../i18n/use-messages';
import { useMergeWords } from './use-merge-words';
import styles from './duplicates.module.css';

type Keep = MergePreview['fields'][number]['keep'];

interface Props {
  preview: MergePreview;
  onlyDifferences: boolean;
  chosen: Readonly<Record<string, Keep>>;
  onChoose: (name: string, keep: Keep) => void;
}

/** Both records, field by field: what stays is marked and chosen; a row's choices are reached by the arrow keys. */
export function SideBySide({ preview, onlyDifferences, chosen, onChoose }: Props) {
  const { say } = useMessages();
  const { nameOf, valueOf } = useMergeWords();
  const { from, into, fields } = preview;
  const rows = fields.filter(
    ({ differs, from: theirs, into: ours }) =>
      differs || (!onlyDifferences && (!isNothing(theirs) || !isNothing(ours))),
  );
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={say('duplicates.sideBySide')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            {[into, from].map(({ id, code, title }) => (
              <th key={id} scope="col">
                <small>{say(id === into.id ? 'duplicates.stays' : 'duplicates.goes')}</small>
                <span lang="">{[code, title].filter(Boolean).join(' ')}</span>
              </th>
            ))}
            <th scope="col">{say('duplicates.keep')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, from: theirs, into: ours, differs, keep, joins }) => {
            const kept = chosen[name] ?? keep;
            return (
              <tr key={name} data-differs={differs}>
                <th scope="row">{nameOf(name)}</th>
                <td data-kept={differs && kept !== 'from'} lang="">
                  {valueOf(name, ours)}
                </td>
                <td data-kept={differs && kept !== 'into'} lang="">
                  {valueOf(name, theirs)}
                </td>
                <td>
                  {differs && (
                    <Radio.Group
                      aria-label={nameOf(name)}
                      value={kept}
                      onChange={(event) => onChoose(name, event.target.value as Keep)}
                    >
                      <Radio value="into">{say('duplicates.left')}</Radio>
                      <Radio value="from">{say('duplicates.right')}</Radio>
                      {joins && <Radio value="both">{say('duplicates.both')}</Radio>}
                    </Radio.Group>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
