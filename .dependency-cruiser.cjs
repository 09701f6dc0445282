// The layers of the house: arrows point down only, type-only imports included.
//   server, commands → routes → http → components → domain → content → i18n → platform

const layers = ['routes', 'http', 'components', 'domain', 'content', 'i18n', 'platform']
const folder = (layer) => `^app/${layer}/`
// Files that stand at the level of the routes.
const routeLevel = '^app/(routes/|routes\\.ts$|root\\.tsx$|entry\\.server\\.tsx$)'
const modules = ['participation', 'evaluations', 'groups', 'cohorts', 'courses', 'library', 'accounts']
const frameworks = '(^|/)node_modules/(@remix-run|react|react-dom|react-i18next)/'
const notTests = '\\.(test|testing)\\.tsx?$|render-for-test'

const below = (index) => layers.slice(0, index).map((layer) => (layer === 'routes' ? routeLevel : folder(layer)))

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: { pathNot: 'generated' }, to: { circular: true } },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:|\\?(raw|url|worker)' },
    },
    ...layers.slice(1).map((layer, index) => ({
      name: `${layer}-points-down`,
      comment: `${layer} imports nothing from a layer above it`,
      severity: 'error',
      from: { path: folder(layer), pathNot: notTests },
      to: { path: [...below(index + 1), '^app/(server|commands)/'] },
    })),
    {
      name: 'routes-point-down',
      severity: 'error',
      from: { path: routeLevel },
      to: { path: '^app/(server|commands)/' },
    },
    {
      name: 'routes-import-no-platform',
      comment: 'what a route needs of the platform it gets through http or domain',
      severity: 'error',
      from: { path: '^app/routes/' },
      to: { path: folder('platform') },
    },
    {
      name: 'components-get-plain-data',
      severity: 'error',
      from: { path: folder('components') },
      to: { path: '^app/(domain|content|platform)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-framework-below-components',
      severity: 'error',
      from: { path: '^app/(domain|content|platform)/', pathNot: notTests },
      to: { path: frameworks },
    },
    ...modules.slice(1).map((module, index) => ({
      name: `domain-${module}-points-down`,
      comment: 'a domain module imports only those after it',
      severity: 'error',
      from: { path: `^app/domain/${module}/` },
      to: { path: `^app/domain/(${modules.slice(0, index + 1).join('|')})/` },
    })),
    {
      name: 'only-repositories-use-the-database',
      severity: 'error',
      from: { path: '^app/', pathNot: ['repository\\.server\\.ts$', '^app/platform/(auth|db)/', '^app/server/', '\\.test\\.ts$'] },
      to: { path: '^app/platform/db/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'browser-scripts-stand-alone',
      severity: 'error',
      from: { path: '^app/enhance/' },
      to: { pathNot: '^app/enhance/' },
    },
    {
      name: 'app-knows-no-tests',
      severity: 'error',
      from: { path: '^app/', pathNot: [notTests, '^app/server/serve\\.ts$'] },
      to: { path: '^(tests|prisma)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^app/platform/db/generated/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
}
