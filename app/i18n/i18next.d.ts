import 'i18next'
import type accounts from '../../locales/nl/accounts.json'
import type common from '../../locales/nl/common.json'
import type coordinate from '../../locales/nl/coordinate.json'
import type courses from '../../locales/nl/courses.json'
import type errors from '../../locales/nl/errors.json'
import type mail from '../../locales/nl/mail.json'
import type manage from '../../locales/nl/manage.json'
import type publicPages from '../../locales/nl/public.json'
import type titles from '../../locales/nl/titles.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    returnNull: false
    resources: {
      common: typeof common
      public: typeof publicPages
      titles: typeof titles
      courses: typeof courses
      accounts: typeof accounts
      coordinate: typeof coordinate
      manage: typeof manage
      errors: typeof errors
      mail: typeof mail
    }
  }
}
