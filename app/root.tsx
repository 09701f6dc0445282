import { isRouteErrorResponse, Links, Meta, Outlet, useLoaderData, useRouteError } from '@remix-run/react'
import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '~/components/primitives/LinkButton'
import { EmbedShell } from '~/components/patterns/EmbedShell'
import { PageShell } from '~/components/patterns/PageShell'
import { Heading } from '~/components/primitives/Heading'
import styles from '~/components/theme/index.css?url'
// As a "worker" Vite bundles the module by itself and gives its address; it is loaded as a plain module script.
import enhance from '~/enhance/main.ts?worker&url'
import { useFrame, type Frame } from '~/http/frame'
import { frameOf } from '~/http/frame.server'
import { languages } from '~/i18n/languages'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' },
]

export function loader({ request, context }: LoaderFunctionArgs): Frame {
  const { pathname, search } = new URL(request.url)
  return frameOf(pathname, search, context)
}

export function Layout({ children }: { children: React.ReactNode }) {
  const frame = useFrame()
  const { t } = useTranslation('common')
  const { language, direction, path, embedded, account } = frame
  const [place = ''] = path.split('?')
  const own = account && {
    userName: account.userName,
    links: [
      { href: `/${language}/learn`, label: t('account.learn') },
      ...(account.leadsGroups ? [{ href: `/${language}/coordinate/groups`, label: t('account.groups') }] : []),
      ...(account.mayCoordinate ? [{ href: `/${language}/coordinate`, label: t('account.coordinate') }] : []),
      ...(account.mayManage ? [{ href: `/${language}/manage`, label: t('account.manage') }] : []),
      { href: `/${language}/account`, label: t('account.account') },
      { href: `/${language}/sign-out`, label: t('account.signOut') },
    ],
  }
  return (
    <html lang={language} dir={direction} className="leerkring-theme">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
        {languages.map((other) => (
          <link key={other} rel="alternate" hrefLang={other} href={place ? `/${other}/${place}` : `/${other}`} />
        ))}
        {/* Nothing waits for it; the style sheet goes first over a slow line. */}
        <script type="module" src={enhance} {...{ fetchpriority: 'low' }} />
      </head>
      <body>
        {embedded ? (
          <EmbedShell direction={direction}>{children}</EmbedShell>
        ) : (
          <PageShell language={language} direction={direction} path={path} account={own} showLeave>
            {children}
          </PageShell>
        )}
      </body>
    </html>
  )
}

export default function Root() {
  useLoaderData<typeof loader>()
  return <Outlet />
}

/** The page for what is not there, not allowed, or went wrong. */
export function ErrorBoundary() {
  const error = useRouteError()
  const { t } = useTranslation('public')
  const { language } = useFrame()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const kind = status === 404 || status === 405 ? 'notFound' : status === 403 ? 'forbidden' : 'failed'
  return (
    <>
      <title>{`${t(`${kind}.title`)} · Leerkring`}</title>
      <Heading level={1}>{t(`${kind}.title`)}</Heading>
      <p className="utrecht-paragraph">{t(`${kind}.text`)}</p>
      <LinkButton href={`/${language}`}>{t('toHome')}</LinkButton>
    </>
  )
}
