/** The files of each language in /locales, one a part of the site. */
export const namespaces = [
  'common',
  'titles',
  'public',
  'courses',
  'library',
  'search',
  'accounts',
  'coordinate',
  'groups',
  'evaluations',
  'manage',
  'errors',
  'mail',
  'paper',
  'import',
  'quality',
  'reach',
  'report',
  'indicators',
  'moneySheet',
  'sharing',
  'translations',
  'media',
] as const

export type Namespace = (typeof namespaces)[number]
