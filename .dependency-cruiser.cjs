// The layers of docs/architecture: arrows point down only. `npm run validate` holds them, type-only imports included.

const layers = {
  routes: '^app/(routes/|routes\\.ts$|root\\.tsx$|entry\\.server\\.tsx$)',
  http: '^app/http/',
  components: '^app/components/',
  domain: '^app/domain/',
  content: '^app/content/',
  i18n: '^app/i18n/',
  platform: '^app/platform/',
}
const order = Object.keys(layers)
const root = '^app/(server|commands)/'
const domainModules = ['participation', 'evaluations', 'groups', 'cohorts', 'courses', 'library', 'translations', 'accounts']
const databaseClient = '^app/platform/db/(client\\.server\\.ts$|generated/)'
const either = (patterns) => `(${patterns.join('|')})`

module.exports = {
  forbidden: [
    ...order.slice(1).map((layer, index) => ({
      name: `${layer}-points-down`,
      comment: `${layer} imports nothing of the layers above it: ${[...order.slice(0, index + 1)].join(', ')}, or the composition root.`,
      severity: 'error',
      from: { path: layers[layer] },
      to: { path: either([root, ...order.slice(0, index + 1).map((above) => layers[above])]) },
    })),
    {
      name: 'root-is-on-top',
      comment: 'Nothing imports the composition root (app/server, app/commands); a test of a command may.',
      severity: 'error',
      from: { path: '^app/', pathNot: [root, '\\.test\\.tsx?$'] },
      to: { path: root },
    },
    {
      name: 'components-get-plain-data',
      comment: 'Components import of domain, content and platform at most types.',
      severity: 'error',
      from: { path: layers.components },
      to: { path: either([layers.domain, layers.content, layers.platform]), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'routes-without-platform',
      comment: 'Routes leave the platform to app/http and the domain.',
      severity: 'error',
      from: { path: layers.routes },
      to: { path: layers.platform },
    },
    {
      name: 'no-framework-below',
      comment: 'Domain, content and platform know neither Remix nor React.',
      severity: 'error',
      from: { path: either([layers.domain, layers.content, layers.platform]) },
      to: { path: '(^|node_modules/)(@remix-run/|react(-dom|-i18next|-router|-router-dom)?(/|$))' },
    },
    ...domainModules.slice(1).map((name, index) => ({
      name: `domain-${name}-points-on`,
      comment: `In the domain each module imports only those after it: ${domainModules.join(', ')}.`,
      severity: 'error',
      from: { path: `^app/domain/${name}/` },
      to: { path: `^app/domain/(${domainModules.slice(0, index + 1).join('|')})/` },
    })),
    {
      name: 'known-domain-modules',
      comment: 'A new module of the domain needs its place in the order of .dependency-cruiser.cjs.',
      severity: 'error',
      from: {},
      to: { path: layers.domain, pathNot: `^app/domain/(${domainModules.join('|')})/` },
    },
    {
      name: 'database-behind-repositories',
      comment: 'Only repositories call the database; others may name the type of a transaction. The composition root closes it.',
      severity: 'error',
      from: { path: '^app/', pathNot: ['repository\\.server\\.ts$', '^app/platform/(auth|db)/', '^app/server/', '\\.test\\.tsx?$'] },
      to: { path: databaseClient, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'enhance-stands-alone',
      comment: 'The scripts for the browser import nothing of the rest, and one of them a library for uploads.',
      severity: 'error',
      from: { path: '^app/enhance/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '.', pathNot: ['^app/enhance/', 'node_modules/tus-js-client/'] },
    },
    {
      name: 'nobody-needs-enhance',
      comment:
        'Only the page around every page names the script for the browser, and a file each those of single pages; every page works without.',
      severity: 'error',
      from: { path: '.', pathNot: ['^app/enhance/', '^app/root\\.tsx$', '^app/http/(listen|player|upload)-script\\.ts$', '^tests/'] },
      to: { path: '^app/enhance/' },
    },
    {
      name: 'seed-and-factories-use-the-domain',
      comment: 'Demo data and factories are made with domain, content, i18n and platform.',
      severity: 'error',
      from: { path: '^(prisma/seed|tests/factories)/' },
      to: { path: '^(app|tests)/', pathNot: ['^app/(domain|content|i18n|platform)/', '^tests/factories/'] },
    },
    {
      name: 'no-tests-in-the-site',
      comment: 'The site needs nothing of its tests. The composition root loads the demo data.',
      severity: 'error',
      from: {
        path: '^app/',
        pathNot: ['\\.test\\.tsx?$', '\\.testing\\.tsx?$', '/(testing|render-for-test)\\.tsx?$', '^app/server/', '^app/commands/'],
      },
      to: { path: ['^(tests|prisma)/', '\\.test\\.tsx?$', '\\.testing\\.tsx?$', '/(testing|render-for-test)\\.tsx?$'] },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one, or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'An import names something that is there.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^virtual:', '\\?(url|raw|worker&url)$'] },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^app/platform/db/generated/'] },
    exclude: { path: '^build/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
    skipAnalysisNotInRules: true,
  },
}
