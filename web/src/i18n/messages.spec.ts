import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import ts from 'typescript';
import en from './en';
import zh from './zh-CN';

/** The kind of a message's part that is plain text. */
const LITERAL = 0;
const SOURCES = join(__dirname, '..');
const componentFiles = (readdirSync(SOURCES, { recursive: true }) as string[]).filter((file) =>
  file.endsWith('.tsx'),
);

/** Words a reader would see: letters of any script in JSX text, and in attributes that are shown or read out. */
const SHOWN_ATTRIBUTES = new Set([
  'title',
  'alt',
  'placeholder',
  'aria-label',
  'label',
  'description',
  'okText',
  'cancelText',
]);

function literalsOf(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(SOURCES, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  );
  const found: string[] = [];
  const visit = (node: ts.Node, inKbd: boolean): void => {
    const isKbd = inKbd || (ts.isJsxElement(node) && node.openingElement.tagName.getText() === 'kbd');
    if (ts.isJsxText(node) && /\p{L}/u.test(node.text) && !isKbd) found.push(node.text.trim());
    if (
      ts.isJsxAttribute(node) &&
      SHOWN_ATTRIBUTES.has(node.name.getText()) &&
      node.initializer &&
      ts.isStringLiteral(node.initializer) &&
      /\p{L}/u.test(node.initializer.text)
    )
      found.push(node.initializer.text);
    if (ts.isStringLiteral(node) && /\p{Script=Han}/u.test(node.text)) found.push(node.text);
    ts.forEachChild(node, (child) => visit(child, isKbd));
  };
  visit(source, false);
  return found;
}

describe('messages', () => {
  it('are the same in both languages', () => {
    expect(Object.keys(en)).toEqual(Object.keys(zh));
  });

  it('ask for the same values in both languages, and parse', () => {
    const namesOf = (message: string, locale: string) => {
      const names = new Set<string>();
      const collect = (parts: ReturnType<IntlMessageFormat['getAst']>): void => {
        for (const part of parts) {
          if ('value' in part && Number(part.type) !== LITERAL) names.add(String(part.value));
          if ('options' in part) Object.values(part.options).forEach(({ value }) => collect(value));
        }
      };
      collect(new IntlMessageFormat(message, locale).getAst());
      return [...names].sort();
    };
    for (const [key, message] of Object.entries(zh))
      expect([key, ...namesOf(message, 'zh-CN')]).toEqual([
        key,
        ...namesOf(en[key as keyof typeof en], 'en'),
      ]);
  });

  it('hold every word of the components', () => {
    expect(componentFiles.length).toBeGreaterThan(20);
    expect(componentFiles.flatMap((file) => literalsOf(file).map((text) => `${file}: ${text}`))).toEqual([]);
  });
});
