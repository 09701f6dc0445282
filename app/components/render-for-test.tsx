import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import type { Language } from '~/i18n/languages'
import { i18nOf } from '~/i18n/server'

/** The HTML of a component as the server sends it. */
export function renderForTest(children: ReactNode, language: Language = 'nl'): string {
  return renderToStaticMarkup(<I18nextProvider i18n={i18nOf(language)}>{children}</I18nextProvider>)
}

/** The values that an attribute has in a piece of HTML, in order. */
export function attributeValues(html: string, attribute: string): string[] {
  return [...html.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, 'g'))].map(([, value = '']) => value)
}
