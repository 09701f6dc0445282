import type { ReactNode } from 'react'
import type { Direction } from '~/i18n/languages'

/**
 * What stands around a page in a frame of another site: nothing. The way out is not there either. From inside a frame it could
 * neither leave the page around it nor clear the history that the other site makes, and would promise a safety that it cannot give.
 */
export function EmbedShell({ direction, children }: { direction: Direction; children: ReactNode }) {
  return (
    <div className="utrecht-document lk-embed" dir={direction}>
      <main id="main">{children}</main>
    </div>
  )
}
