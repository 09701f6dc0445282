import type { LinksFunction } from '@remix-run/node'
import styles from '~/components/theme/evaluation.css?url'
import { managementStyles } from './management-styles'

/** Styles of the page where people answer (`export { evaluationStyles as links }`). */
export const evaluationStyles: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

/** Styles of the pages with results. */
export const evaluationResultStyles: LinksFunction = () => [...managementStyles(), ...evaluationStyles()]
