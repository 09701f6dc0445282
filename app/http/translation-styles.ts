import type { LinksFunction } from '@remix-run/node'
import difference from '~/components/theme/difference.css?url'
import { managementStyles } from './management-styles'

/** Styles of the pages on which an editor sees what changed (`export { translationStyles as links }`). */
export const translationStyles: LinksFunction = () => [...managementStyles(), { rel: 'stylesheet', href: difference }]
