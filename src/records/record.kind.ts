/** The three kinds of record that are matched with each other. */
export type RecordKind = 'need' | 'project' | 'talent';
