import type { MergePreview } from '@server/duplicates/merging/merge.schema';
import { useMessages } from '../i18n/use-messages';
import { useWords } from '../vocabulary/vocabularies';

/** The numbers of plans that a merge changes, before and after. */
export function Figures({ figures }: Pick<MergePreview, 'figures'>) {
  const { say } = useMessages();
  const { label } = useWords();
  return (
    <ul>
      {figures.map(({ plan, target, name, level, before, after }) => (
        <li key={`${plan} ${target} ${level}`}>
          {say('duplicates.figure', { target, name, level: label('count-levels', level), before, after })}
        </li>
      ))}
    </ul>
  );
}
