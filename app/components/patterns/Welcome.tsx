import type { ReactNode } from 'react'
import { LineDrawing, type DrawingName } from '../primitives/LineDrawing'

interface WelcomeProps {
  title: string
  lead: ReactNode
  drawing: DrawingName
}

/** The head of a page where somebody arrives: a title, one or two sentences, and a drawing where there is room. */
export function Welcome({ title, lead, drawing }: WelcomeProps) {
  return (
    <div className="lk-welcome">
      <div>
        <h1 className="utrecht-heading-1">{title}</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">{lead}</p>
      </div>
      <LineDrawing name={drawing} />
    </div>
  )
}
