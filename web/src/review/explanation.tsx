import type { ExplanationView } from '@server/matching/explanations/explanation.schema';
import type { ShortlistView } from '@server/matching/shortlists/shortlist.schema';
import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../i18n/use-messages';
import { useWords } from '../vocabulary/vocabularies';
import { barsOf, isBetter } from './bars';
import { CouldBe } from './could-be';
import { CriteriaTable } from './criteria-table';
import { MarkedText } from './marked-text';
import { PartBars } from './part-bars';
import { type RecordKind, textQuery } from './queries';
import { useMinusPoints } from './minus-points';
import styles from './explanation.module.css';

interface Props {
  explanation: ExplanationView;
  medians?: ShortlistView['medianParts'];
}

/** Why a pair has its score: parts, criteria, tags, what speaks against it, and the passages on both sides. */
export function Explanation({ explanation, medians }: Props) {
  const { say } = useMessages();
  const { against, couldBe } = useMinusPoints(explanation);
  const { demand, supply, passages, missing } = explanation;
  return (
    <div className={styles.explanation}>
      <section>
        <PartBars bars={barsOf(explanation.parts, medians)} />
      </section>
      {(against.length > 0 || couldBe !== undefined) && (
        <section>
          <h3>{say('review.minus')}</h3>
          <ul className={styles.minus}>
            {against.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
            {couldBe !== undefined && <li data-points="up">{couldBe}</li>}
          </ul>
        </section>
      )}
      {explanation.criteria.length > 0 && (
        <section>
          <h3>{say('review.criteria')}</h3>
          <CriteriaTable explanation={explanation} />
        </section>
      )}
      <TagChips explanation={explanation} />
      <TermChips explanation={explanation} />
      <section className={styles.sides}>
        <Side
          heading={say('review.demandText')}
          kind={demand.kind}
          id={demand.id}
          hits={passages.demand}
          missing={missing.terms}
        />
        <Side heading={say('review.supplyText')} kind={supply.kind} id={supply.id} hits={passages.supply} />
      </section>
    </div>
  );
}

function TagChips({ explanation }: { explanation: ExplanationView }) {
  const { say } = useMessages();
  const { label } = useWords();
  const hit = explanation.tags.filter(
    ({ code, demandTags, supplyTags }) => demandTags.includes(code) && supplyTags.includes(code),
  );
  const covered = new Set(hit.flatMap(({ demandTags }) => demandTags));
  const related = explanation.tags.filter(
    (tag) => !hit.includes(tag) && !tag.demandTags.every((code) => covered.has(code)),
  );
  const shared = new Set(explanation.tags.flatMap(({ demandTags }) => demandTags));
  const lacking = explanation.demand.tags.filter((code) => !shared.has(code));
  if (hit.length + related.length + lacking.length === 0) return null;
  const couldBe = (code: string) =>
    explanation.tagCounterfactuals.find((could) => could.tag === code && isBetter(could, explanation.score));
  const chips = [
    ...hit.map(({ code }) => ({ code, kind: 'hit' as const })),
    ...related.map(({ code }) => ({ code, kind: 'related' as const })),
    ...lacking.map((code) => ({ code, kind: 'missing' as const })),
  ];
  return (
    <section>
      <h3>{say('review.tags')}</h3>
      <ul className={styles.chips}>
        {chips.map(({ code, kind }) => (
          <li key={`${kind} ${code}`} className={styles.chip} data-kind={kind}>
            {label('industry-tags', code)}
            <small>{say(`review.${kind}`)}</small>
            {kind === 'missing' && <CouldBe could={couldBe(code)} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

const MOST_CHIPS = 8;

/** The words that both sides say, and those of the demand that the supply does not. */
function TermChips({ explanation: { passages, missing } }: { explanation: ExplanationView }) {
  const { say } = useMessages();
  const isWord = (text: string) => text.length > 1;
  const hits = [...new Set(passages.demand.map(({ text }) => text).filter(isWord))];
  const unsaid = [...new Set(missing.terms.map(({ text }) => text).filter(isWord))];
  const chips = [
    ...hits.slice(0, MOST_CHIPS).map((text) => ({ text, kind: 'hit' as const })),
    ...unsaid.slice(0, MOST_CHIPS).map((text) => ({ text, kind: 'missing' as const })),
  ];
  if (chips.length === 0) return null;
  return (
    <section>
      <h3>{say('matches.words')}</h3>
      <ul className={styles.chips}>
        {chips.map(({ text, kind }) => (
          <li key={`${kind} ${text}`} className={styles.chip} data-kind={kind} lang="">
            {text} <small>{say(`review.${kind}`)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface SideProps {
  heading: string;
  kind: RecordKind;
  id: string;
  hits: ExplanationView['passages']['demand'];
  missing?: ExplanationView['missing']['terms'];
}

function Side({ heading, kind, id, hits, missing = [] }: SideProps) {
  const { say } = useMessages();
  const { data } = useQuery(textQuery(kind, id));
  const of = <T extends { field: string }>(ranges: readonly T[], field: string) =>
    ranges.filter((range) => range.field === field);
  return (
    <article className={styles.side} lang="">
      <h3>{heading}</h3>
      {data && (
        <>
          <h4>
            <MarkedText source={data.title} hits={of(hits, 'title')} missing={of(missing, 'title')} />
          </h4>
          <p className={styles.text}>
            {data.text === '' ? (
              <em>{say('review.textWithheld')}</em>
            ) : (
              <MarkedText source={data.text} hits={of(hits, 'text')} missing={of(missing, 'text')} />
            )}
          </p>
        </>
      )}
    </article>
  );
}
