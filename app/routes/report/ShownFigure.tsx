import type { Shown } from '~/http/report-words.server'

/** A figure, or the word for why there is none. */
export function ShownFigure({ shown }: { shown: Shown | undefined }) {
  if (!shown) return <>–</>
  return shown.kept ? <span className="lk-kept">{shown.text}</span> : <>{shown.text}</>
}
