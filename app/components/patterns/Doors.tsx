import { LineDrawing, type DrawingName } from '../primitives/LineDrawing'

export interface Door {
  href: string
  drawing: DrawingName
  title: string
  text: string
}

/** The doors of the home page: who are you, and where do you want to be? */
export function Doors({ doors, headingLevel = 2 }: { doors: Door[]; headingLevel?: 2 | 3 }) {
  const Title = `h${headingLevel}` as const
  return (
    <ul className="lk-doors">
      {doors.map(({ href, drawing, title, text }) => (
        <li key={`${href}-${title}`} className="lk-door">
          <LineDrawing name={drawing} />
          <div>
            <Title className="lk-door__title">
              <a className="utrecht-link utrecht-link--html-a" href={href}>
                {title}
              </a>
            </Title>
            <p className="lk-door__text">{text}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}
