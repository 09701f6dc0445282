import type { LinksFunction } from '@remix-run/node'
import styles from '~/components/theme/library.css?url'

/** Styles of the library (`export { libraryStyles as links }`): who reads a lesson does not fetch them. */
export const libraryStyles: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]
