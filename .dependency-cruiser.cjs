/**
 * The layer picture of docs/architecture.md: a folder imports only from folders further down this list; folders on one
 * line never import each other.
 */
const LAYERS = [
  ['common'],
  ['platform'],
  ['queues'],
  ['identity'],
  ['taxonomy'],
  ['attachments'],
  ['organisations'],
  ['records'],
  ['needs', 'projects', 'talent'],
  ['matching'],
  ['signings'],
  ['plan'],
  ['events'],
  ['duplicates', 'intake', 'reports', 'notifications', 'privacy', 'operations', 'web-client'],
  ['sample', 'upkeep'],
  ['app'],
  ['cli'],
];

/** Entry points and the modules that put features together; the command line and the start-up open them. */
const ROOT = '^src/[^/]+\\.ts$';

const folder = (names) => `^src/(${names.join('|')})/`;

const upward = LAYERS.flatMap((names, at) => {
  const above = LAYERS.slice(at + 1).flat();
  return names.map((name) => {
    const siblings = names.filter((other) => other !== name);
    return {
      name: `${name}-imports-only-downward`,
      severity: 'error',
      from: { path: folder([name]), pathNot: '\\.spec\\.ts$' },
      to: { path: folder([...above, ...siblings, '\u0000']) },
    };
  });
});

module.exports = {
  forbidden: [
    ...upward,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'features-know-no-entry-point',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: '^src/(app|cli)/|\\.spec\\.ts$' },
      to: { path: ROOT },
    },
    {
      name: 'engine-is-pure',
      severity: 'error',
      from: { path: '^src/matching/engine/', pathNot: '\\.spec\\.ts$|/testing/' },
      to: {
        pathNot:
          '^src/matching/engine/|^src/common/|^src/taxonomy/[a-z]+\\.vocabulary\\.ts|node_modules/(natural|@node-rs/jieba|opencc-js)',
      },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: '\\.d\\.ts$|^src/[^/]+\\.ts$|/migrations/|/assembly/' },
      to: {},
    },
    {
      name: 'declared-dependencies-only',
      severity: 'error',
      from: { path: '^(src|bench)/', pathNot: '\\.spec\\.ts$|/testing/|^bench/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|web)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
