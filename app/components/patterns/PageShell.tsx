import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Direction, Language } from '~/i18n/languages'
import { LineDrawing } from '../primitives/LineDrawing'
import { LanguageSwitch } from './LanguageSwitch'
import { LeaveControl } from './LeaveControl'

export interface NavigationLink {
  href: string
  label: string
}

export interface Account {
  userName: string
  /** What the person can do here, and the way to sign out. */
  links: NavigationLink[]
}

interface PageShellProps {
  language: Language
  direction: Direction
  /** What follows the language in the address, without slashes around it; may hold a query. */
  path: string
  /** null: nobody is signed in. */
  account: Account | null
  /** The way out is shown. On every page that somebody may want to hide. */
  showLeave: boolean
  children: ReactNode
}

/** What stands around every page: skip link, languages, the way out, navigation, account, footer. */
export function PageShell({ language, direction, path, account, showLeave, children }: PageShellProps) {
  const { t } = useTranslation('common')
  const home = `/${language}`
  const here = (path.split('?')[0] ?? '').replace(/\/$/, '')
  const current = (href: string) => (href === (here ? `${home}/${here}` : home) ? 'page' : undefined)
  const within = (href: string) => (`${home}/${here}/`.startsWith(`${href}/`) ? 'true' : undefined)
  const links = [
    { href: `${home}/courses`, label: t('nav.courses') },
    { href: `${home}/library`, label: t('nav.library') },
    { href: `${home}/search`, label: t('nav.search') },
    { href: `${home}/help`, label: t('nav.help') },
    ...(account ? [] : [{ href: `${home}/sign-in`, label: t('nav.signIn') }]),
  ]
  const footer = [
    { href: `${home}/help`, label: t('footer.help') },
    { href: `${home}/leaving`, label: t('footer.leaving') },
    { href: `${home}/report`, label: t('footer.report') },
    { href: `${home}/privacy`, label: t('footer.privacy') },
    { href: `${home}/accessibility`, label: t('footer.accessibility') },
  ]
  return (
    <div className="lk-page utrecht-document" dir={direction}>
      <a className="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#main">
        {t('skip.toContent')}
      </a>
      <div className={showLeave ? 'lk-strip lk-strip--leave' : 'lk-strip'}>
        <div className="lk-strip__content">
          <LanguageSwitch language={language} path={path} />
          {showLeave && <LeaveControl />}
        </div>
      </div>
      <header className="utrecht-page-header">
        <div className="utrecht-page-header__content">
          <div className="lk-header">
            <a className="lk-brand" href={home} aria-current={current(home)}>
              <LineDrawing name="mark" />
              <span translate="no">Leerkring</span>
            </a>
            <nav className="lk-nav" aria-label={t('nav.label')}>
              <ul>
                {links.map(({ href, label }) => (
                  <li key={href}>
                    <a href={href} aria-current={current(href) ?? within(href)}>
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          </div>
          {account && (
            <nav className="lk-account" aria-label={t('account.label')}>
              <bdi className="lk-account__name">{account.userName}</bdi>
              <ul>
                {account.links.map(({ href, label }) => (
                  <li key={href}>
                    <a href={href} aria-current={current(href) ?? within(href)}>
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </div>
      </header>
      <main className="lk-main" id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="utrecht-page-footer">
        <div className="utrecht-page-footer__content lk-footer">
          <nav aria-label={t('footer.label')}>
            <ul className="lk-footer__links">
              {footer.map(({ href, label }) => (
                <li key={href}>
                  <a href={href} aria-current={current(href)}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <p>{t('footer.about')}</p>
        </div>
      </footer>
    </div>
  )
}
