import { useRouteLoaderData } from '@remix-run/react'
import { directionOf, sourceLanguage, type Direction, type Language } from '~/i18n/languages'

/** What the frame of every page needs to know; the root's loader makes it. */
export interface Frame {
  language: Language
  direction: Direction
  /** The address after the language, with a slash in front; for the language switch. */
  path: string
  /** The page is for a frame in another site: nothing of this site stands around it. */
  embedded: boolean
  formToken: string
  account: { userName: string; leadsGroups: boolean; mayCoordinate: boolean; mayManage: boolean } | null
}

/** The frame of the page that is being rendered; plain Dutch where the root's loader itself failed. */
export function useFrame(): Frame {
  const frame = useRouteLoaderData<Frame>('root')
  return (
    frame ?? { language: sourceLanguage, direction: directionOf(sourceLanguage), path: '', embedded: false, formToken: '', account: null }
  )
}
