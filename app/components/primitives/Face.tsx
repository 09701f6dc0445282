/** From very bad to very good, as the scores 1 to 5. */
export const faces = ['veryBad', 'bad', 'fair', 'good', 'veryGood'] as const
export type FaceName = (typeof faces)[number]

const mouths: Record<FaceName, string> = {
  veryBad: 'M20 47c4-9 20-9 24 0M18 23l8-5M46 23l-8-5',
  bad: 'M21 45c4-5.5 18-5.5 22 0',
  fair: 'M21 43h22',
  good: 'M21 40c4 5.5 18 5.5 22 0',
  veryGood: 'M18 37c3 13 25 13 28 0z',
}

/** A face as a line drawing, beside the word that says the same. */
export function Face({ name }: { name: FaceName }) {
  return (
    <svg className="lk-drawing lk-face__drawing" viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <circle cx="32" cy="32" r="25" />
      <path d="M23 26v4M41 26v4" />
      <path d={mouths[name]} />
    </svg>
  )
}
