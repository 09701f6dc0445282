/** What sort of piece a segment is; a translator is told so. */
export type SegmentKind =
  | 'title'
  | 'summary'
  | 'module'
  | 'heading'
  | 'paragraph'
  | 'item'
  | 'cell'
  | 'quotation'
  | 'card'
  | 'note'
  | 'reflection'
  | 'question'
  | 'option'
  | 'feedback'
  | 'explanation'
  | 'scenario'
  | 'choice'
  | 'consequence'
  | 'label'
  | 'speaker'
  | 'turn'

/** A piece of a text that is translated by itself: a title, a paragraph, an option … */
export interface Segment {
  /** Where it stands, in words that are the same in every language: `part-2/note-1/paragraph-1`. Unique in the text. */
  key: string
  kind: SegmentKind
  /** As it was written in Markdown, without the marks of the block around it; lines of it begin at the margin. */
  text: string
}

/** A segment with its place in the file. */
export interface Slot extends Segment {
  start: number
  end: number
  /** What stands before each further line of it in the file: the indent of a list, the mark of a quotation. */
  prefix: string
  /** It is a value of the front matter, and written as YAML. */
  isValue: boolean
}

/** A text file taken apart: the same file with other words comes back with `putTogether`. */
export interface SplitText {
  source: string
  slots: Slot[]
}
