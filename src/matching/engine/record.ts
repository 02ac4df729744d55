import type { Degree, Education, SkillLevel, Title } from '../../taxonomy/talent.vocabulary';
import type { RecordKind } from './pair-kind';

export interface RecordTag {
  /** A code of the tag tree; a code that the tree does not know stands for itself. */
  readonly code: string;
  readonly origin: 'stated' | 'suggested';
  /** 0…1; 1 for stated tags. */
  readonly confidence: number;
}

/** A range of whole 元; an absent end is open. */
export interface MoneyRange {
  readonly min?: number;
  readonly max?: number;
}

/** What a supply offers, as the criteria read it. An absent fact is unknown, never "no". */
export interface Facts {
  readonly education?: Education;
  readonly degree?: Degree;
  /** Fields of study or expertise, as written. */
  readonly fields?: readonly string[];
  readonly skillLevel?: SkillLevel;
  readonly title?: Title;
  readonly years?: number;
  /** Where the supply is or would go. */
  readonly cities?: readonly string[];
  readonly engagement?: readonly ('full-time' | 'flexible')[];
  /** Pay expected, 元 a year. */
  readonly pay?: MoneyRange;
  /** What the supply asks for its work or technology, 元. */
  readonly price?: MoneyRange;
  /** Technology readiness level, 1–9. */
  readonly trl?: number;
  /** Cooperation modes offered. */
  readonly modes?: readonly string[];
  /** Total investment, 元. */
  readonly investment?: number;
}

/** A `must` that fails excludes the pair; a `should` lowers the score. */
export type Importance = 'must' | 'should';

interface Requires {
  readonly importance: Importance;
}

/** What a demand asks. `min` and `max` of money are what the demand can give, 元 (pay: 元 a year). */
export type Requirement = Requires &
  (
    | { readonly criterion: 'education'; readonly atLeast: Education }
    | { readonly criterion: 'degree'; readonly atLeast: Degree }
    | { readonly criterion: 'skillLevel'; readonly atLeast: SkillLevel }
    | { readonly criterion: 'title'; readonly atLeast: Title }
    | { readonly criterion: 'years' | 'trl'; readonly atLeast: number }
    | { readonly criterion: 'field' | 'city' | 'engagement' | 'mode'; readonly anyOf: readonly string[] }
    | ({ readonly criterion: 'pay' | 'budget' | 'investment' } & MoneyRange)
  );

export type Criterion = Requirement['criterion'];

/**
 * A record as the engine reads it. Names, sex, age, ethnicity, birthplace and photo have no place here; `redactions`
 * lists strings (a person's own name, say) that must not be read in the texts either.
 */
export interface MatchRecord {
  readonly id: string;
  readonly kind: RecordKind;
  readonly title: string;
  readonly text: string;
  readonly keywords?: readonly string[];
  readonly tags: readonly RecordTag[];
  readonly facts: Facts;
  /** Empty on records that are never a demand. */
  readonly requirements: readonly Requirement[];
  readonly redactions?: readonly string[];
}
