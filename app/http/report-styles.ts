import type { LinksFunction } from '@remix-run/node'
import report from '~/components/theme/report.css?url'
import { managementStyles } from './management-styles'

/** Styles of the pages with figures (`export { reportStyles as links }`). */
export const reportStyles: LinksFunction = () => [...managementStyles(), { rel: 'stylesheet', href: report }]
