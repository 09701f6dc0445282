import type { LinksFunction } from '@remix-run/node'
import styles from '~/components/theme/search.css?url'
import { libraryStyles } from './library-styles'

/** Styles of the field for searching and the filters (`export { searchStyles as links }`). */
export const searchStyles: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

/** Those of the library's list as well. */
export const libraryListStyles: LinksFunction = () => [...libraryStyles(), ...searchStyles()]
