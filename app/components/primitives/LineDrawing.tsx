import type { ReactElement } from 'react'

export type DrawingName = 'mark' | 'circle' | 'tea' | 'door' | 'purse' | 'lamp' | 'book' | 'bench' | 'board' | 'letter'

const warm = 'lk-drawing__warm'

// Things and rooms on a sheet of 64 by 64, each with one warm spot. Nothing in them points left or right.
const drawings: Record<DrawingName, ReactElement> = {
  // The mark of the site: the circle again, simple enough for small sizes.
  mark: (
    <g strokeWidth="3.5">
      <circle cx="32" cy="32" r="12" />
      <circle className={warm} cx="32" cy="32" r="5" />
      {[0, 60, 120, 180, 240, 300].map((angle) => (
        <path key={angle} d="M25.5 8.5c4-1.6 9-1.6 13 0" transform={`rotate(${angle} 32 32)`} />
      ))}
    </g>
  ),
  circle: (
    <>
      <circle cx="32" cy="32" r="11.5" />
      <circle className={warm} cx="34.5" cy="30" r="3.6" />
      {[0, 60, 120, 180, 240, 300].map((angle) => (
        <g key={angle} transform={`rotate(${angle} 32 32)`}>
          <path d="M27.5 16.5h9v-5.5a2.5 2.5 0 0 0-2.5-2.5h-4a2.5 2.5 0 0 0-2.5 2.5z" />
          <path d="M26.5 4.8c3.6-1 7.4-1 11 0" />
        </g>
      ))}
    </>
  ),
  tea: (
    <>
      <path className={warm} d="M23 25c1 4 3.5 5.5 3.5 9.5S22 41 22.5 46c.3 3 3.5 4 9.5 4s9.2-1 9.5-4c.5-5-4-7.5-4-11.5S40 29 41 25z" />
      <path d="M22.5 16c0 10 4 12.5 4 18.5S22 41 22.5 46c.3 3 3.5 4 9.5 4s9.2-1 9.5-4c.5-5-4-5.5-4-11.5s4-8.5 4-18.5z" />
      <path d="M12 51.5c2 5 8 6.5 20 6.5s18-1.5 20-6.5M28 11c-2-2.5 2-4 0-6.5M36 11c-2-2.5 2-4 0-6.5" />
    </>
  ),
  door: (
    <>
      <path className={warm} d="M33 13.5 46 8v48H33z" />
      <path d="M18 56V8h28v48M18 8l15 5.5V60l-15-4M6 56h12m28 0h12M28.5 36v3.5" />
    </>
  ),
  purse: (
    <>
      <circle className={warm} cx="32" cy="41.5" r="5.5" />
      <path d="M14 27.5C6 40 9 56 32 56s26-16 18-28.5zM12.5 27.5c1-7 7-9.5 19.5-9.5s18.5 2.5 19.5 9.5z" />
      <circle cx="29" cy="13.8" r="3.2" />
      <circle cx="35" cy="13.8" r="3.2" />
      <circle cx="32" cy="41.5" r="5.5" />
    </>
  ),
  lamp: (
    <>
      <path className={warm} d="M26.5 32a5.5 5.5 0 0 0 11 0z" />
      <path d="M23 9h18l9 23H14zM32 37.5V54M21 57c0-2 4-3 11-3s11 1 11 3zM44 32v7m0 2.5v.1" />
    </>
  ),
  book: (
    <>
      <path className={warm} d="M43 14.5 50 14v15l-3.5-3-3.5 3z" />
      <path d="M32 19c-6-5-16-6-25-4.5V51c9-1.5 19-.5 25 4 6-4.5 16-5.5 25-4V14.5C48 13 38 14 32 19zm0 0v36M14 24c4-.3 8 .3 11 1.6M14 32c4-.3 8 .3 11 1.6M14 40c4-.3 8 .3 11 1.6M39 33.6c3-1.3 7-1.9 11-1.6M39 41.6c3-1.3 7-1.9 11-1.6" />
    </>
  ),
  bench: (
    <>
      <circle className={warm} cx="37" cy="17" r="2.8" />
      <circle className={warm} cx="49" cy="22" r="2.8" />
      <path d="M44 57V32m0 8 5-5M35 32c-7 1-10-7-5-11-3-7 4-13 10-10 4-6 14-4 15 2 6 2 7 10 2 13-1 6-8 8-13 6-3 2-7 2-9 0zM5 57h54M7 38h22M7 43h22M9 47h18M11 38v19m14-19v19" />
    </>
  ),
  board: (
    <>
      <path className={warm} d="M37 31h12v12H37z" />
      <path d="M6 11h52v40H6zM15 20h14v10H15zM15 36h14M15 42h9M37 20h12M37 25h8M37 31h12v12H37zM20 51l-4 8m28-8 4 8" />
    </>
  ),
  letter: (
    <>
      <circle className={warm} cx="32" cy="36" r="4.5" />
      <path d="M7 17h50v34H7zM7 18l25 18 25-18M7 50l18-18.5M57 50 39 31.5" />
    </>
  ),
}

/** A line drawing beside words that say the same: decoration only. Its colour is that of the text around it. */
export function LineDrawing({ name }: { name: DrawingName }) {
  return (
    <svg className="lk-drawing" viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      {drawings[name]}
    </svg>
  )
}
