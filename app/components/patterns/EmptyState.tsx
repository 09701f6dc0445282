import type { ReactNode } from 'react'
import { LineDrawing, type DrawingName } from '../primitives/LineDrawing'

interface EmptyStateProps {
  drawing?: DrawingName
  /** What is not there yet, as a sentence. */
  title: string
  /** What can be done, with one link or button. */
  children?: ReactNode
}

/** In place of an empty list: what will stand here, and how to begin. */
export function EmptyState({ drawing = 'bench', title, children }: EmptyStateProps) {
  return (
    <div className="lk-empty">
      <LineDrawing name={drawing} />
      <p className="utrecht-paragraph utrecht-paragraph--lead">{title}</p>
      {children}
    </div>
  )
}
