/** An arrow forward in reading direction: it turns round in right-to-left text. */
export function Arrow({ back }: { back?: boolean }) {
  return (
    <svg className="lk-arrow" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={back ? 'M20 12H4m6-6-6 6 6 6' : 'M4 12h16m-6-6 6 6-6 6'} />
    </svg>
  )
}
