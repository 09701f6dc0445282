import { Link } from '~/components/primitives/Link'
import { useFrame } from '~/http/frame'
import type { Shown } from '~/http/report-words.server'

interface ShownFigureProps {
  shown: Shown | undefined
  /** What asks for the sessions behind it, where there are any that this reader may see. */
  href?: string | null | undefined
  /** What it counts, for who hears the link by itself. */
  label?: string
}

/** A figure, or the word for why there is none. It leads to the sessions behind it. */
export function ShownFigure({ shown, href, label }: ShownFigureProps) {
  const { language } = useFrame()
  if (!shown) return <>–</>
  if (shown.kept) return <span className="lk-kept">{shown.text}</span>
  if (!href) return <>{shown.text}</>
  return (
    <Link href={`/${language}/report/sessions?${href}`}>
      {label && <span className="lk-hidden">{label}: </span>}
      {shown.text}
    </Link>
  )
}
