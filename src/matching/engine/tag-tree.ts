export interface TagNode {
  readonly code: string;
  readonly parent?: string;
  /** 1 industry, 2 group. */
  readonly level: number;
}

/** The tag vocabulary as plain values: the tree, and the codes that each plan word stands for. */
export interface TagVocabulary {
  readonly nodes: readonly TagNode[];
  readonly planWords: Readonly<Record<string, readonly string[]>>;
}

/** A code that a tag implies and how strongly, 0…1. */
export interface ImpliedTag {
  readonly code: string;
  readonly strength: number;
}

/** A plan word is wider than an industry, so what it implies counts less than what is stated itself. */
const PLAN_WORD_STRENGTH = 0.5;
const DEEPEST = 16;

/** The tag tree, ready to say what a tag implies. */
export class TagTree {
  private readonly parents: ReadonlyMap<string, string | undefined>;

  constructor(private readonly vocabulary: TagVocabulary) {
    this.parents = new Map(vocabulary.nodes.map((node) => [node.code, node.parent]));
  }

  has(code: string): boolean {
    return this.parents.has(code) || Object.hasOwn(this.vocabulary.planWords, code);
  }

  /** The code itself, its ancestors, and what a plan word maps to, strongest first for each code. */
  implied(code: string): ImpliedTag[] {
    const own = this.lineage(code).map((ancestor) => ({ code: ancestor, strength: 1 }));
    const planWords = this.vocabulary.planWords;
    const mapped = Object.hasOwn(planWords, code) ? (planWords[code] ?? []) : [];
    const implied = mapped.flatMap((target) =>
      this.lineage(target).map((ancestor) => ({ code: ancestor, strength: PLAN_WORD_STRENGTH })),
    );
    return [...own, ...implied];
  }

  private lineage(code: string): string[] {
    const line = [code];
    for (let parent = this.parents.get(code); parent !== undefined; parent = this.parents.get(parent)) {
      if (line.length >= DEEPEST || line.includes(parent)) break;
      line.push(parent);
    }
    return line;
  }
}
