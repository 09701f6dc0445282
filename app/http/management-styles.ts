import type { LinksFunction } from '@remix-run/node'
import styles from '~/components/theme/management.css?url'

/** Styles that only coordinators and administrators need (`export { managementStyles as links }`): readers do not fetch them. */
export const managementStyles: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]
