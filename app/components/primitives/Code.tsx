/** A code, a telephone number, an address: left-to-right in every language, and not for a translation machine. */
export function Code({ children }: { children: string }) {
  return (
    <bdi dir="ltr" translate="no">
      {children}
    </bdi>
  )
}
