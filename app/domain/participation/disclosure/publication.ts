/** A way to divide the people, as a tree of rows: country > province > municipality, or country > language. */
export interface View {
  name: string
  /** Of each row the row it is part of; −1 for row 0, which is everybody and the same in all views. Parents come before children. */
  parents: number[]
}

/** People of one month and programme, in one leaf row of each view. */
export interface Atom {
  /** For each view the row. */
  rows: number[]
  /** 0 is the first month of the publication. */
  month: number
  programme: number
  /** People by split (women, men, unknown); together they are all people. */
  counts: number[]
  /** People of them counted in a second measure: first-time of present. */
  part?: number
  /** Everybody knows that the part is all of them: each session in it is the first of its group. */
  partIsAll?: boolean
}

export interface Publication {
  /** YYYY-MM */
  firstMonth: string
  months: number
  programmes: number
  splits: number
  views: View[]
  atoms: Atom[]
}

/** Quarters and years are those of the calendar; 0 is the one that the first month is in. */
export type Period = { month: number } | { quarter: number } | { year: number } | 'all'

export interface Cell {
  view: number
  row: number
  period: Period
  programme: number | 'all'
  split: number | 'all'
  /** The part is not published by split. */
  measure?: 'count' | 'part'
}
