import 'i18next'
import type accounts from '../../locales/nl/accounts.json'
import type common from '../../locales/nl/common.json'
import type coordinate from '../../locales/nl/coordinate.json'
import type courses from '../../locales/nl/courses.json'
import type errors from '../../locales/nl/errors.json'
import type groups from '../../locales/nl/groups.json'
import type imports from '../../locales/nl/import.json'
import type indicators from '../../locales/nl/indicators.json'
import type library from '../../locales/nl/library.json'
import type moneySheet from '../../locales/nl/moneySheet.json'
import type reach from '../../locales/nl/reach.json'
import type media from '../../locales/nl/media.json'
import type mail from '../../locales/nl/mail.json'
import type evaluations from '../../locales/nl/evaluations.json'
import type manage from '../../locales/nl/manage.json'
import type paper from '../../locales/nl/paper.json'
import type publicPages from '../../locales/nl/public.json'
import type quality from '../../locales/nl/quality.json'
import type report from '../../locales/nl/report.json'
import type sharing from '../../locales/nl/sharing.json'
import type search from '../../locales/nl/search.json'
import type titles from '../../locales/nl/titles.json'
import type translations from '../../locales/nl/translations.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    returnNull: false
    resources: {
      common: typeof common
      public: typeof publicPages
      titles: typeof titles
      courses: typeof courses
      library: typeof library
      search: typeof search
      accounts: typeof accounts
      coordinate: typeof coordinate
      groups: typeof groups
      evaluations: typeof evaluations
      manage: typeof manage
      errors: typeof errors
      mail: typeof mail
      media: typeof media
      import: typeof imports
      quality: typeof quality
      indicators: typeof indicators
      moneySheet: typeof moneySheet
      reach: typeof reach
      report: typeof report
      paper: typeof paper
      sharing: typeof sharing
      translations: typeof translations
    }
  }
}
